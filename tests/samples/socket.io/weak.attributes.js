import { createServer } from 'node:http'
import { Server } from 'socket.io'

const server = createServer()

new Server(server, { path: '/chat', cookie: { name: 'sid', secure: true, sameSite: 'none', domain: '.example.com', maxAge: 90 * 24 * 60 * 60 } })
new Server(server, { path: '/support', cookie: { name: '__Host-session', sameSite: 'strict', maxAge: 30 * 60 } })
new Server(server, { path: '/admin', cookie: { name: 'admin_session', secure: true, sameSite: 'strict', maxAge: 30 * 60 } })
