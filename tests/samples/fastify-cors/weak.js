import cors from '@fastify/cors'
import Fastify from 'fastify'

const app = Fastify()

app.register(cors, { origin: (origin, callback) => callback(null, true), credentials: true })
