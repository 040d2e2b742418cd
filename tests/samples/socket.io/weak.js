import { createServer } from 'node:http'
import { Server } from 'socket.io'

new Server(createServer(), { cookie: { name: 'sid', httpOnly: false } })
