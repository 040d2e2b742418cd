import { createServer } from 'node:http'
import { Server } from 'socket.io'

new Server(createServer(), { cookie: true })
new Server(createServer(), { cookie: { name: '__Host-sid', secure: true, sameSite: 'strict' } })
