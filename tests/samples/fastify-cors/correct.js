import cors from '@fastify/cors'
import Fastify from 'fastify'

const app = Fastify()

app.register(cors, { origin: ['https://app.example.com'], credentials: true })
