import { createServer } from 'node:http'
import { Server } from 'socket.io'

new Server(createServer(), { cookie: true })
new Server(createServer(), { cookie: { name: 'sid', secure: true, sameSite: 'strict' } })
