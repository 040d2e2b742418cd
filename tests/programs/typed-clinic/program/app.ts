import fastifyCookie from '@fastify/cookie'
import fastifySession, { type FastifySessionOptions } from '@fastify/session'
import Fastify from 'fastify'
import { accountRoutes } from './accounts.js'
import { visitRoutes } from './visits.js'

const base = { path: '/', maxAge: undefined } satisfies FastifySessionOptions['cookie']

const sessionOptions: FastifySessionOptions = {
  secret: process.env['SESSION_SECRET'] ?? 'a secret for the developers of the clinic only',
  cookieName: 'clinic',
  saveUninitialized: true,
  cookie: { ...base, httpOnly: false, secure: false },
}

const app = Fastify({ logger: false })

await app.register(fastifyCookie)
await app.register(fastifySession, sessionOptions)
await app.register(accountRoutes)
await app.register(visitRoutes, { prefix: '/visits' })

app.get('/', async () => ({ clinic: true }))

app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
  void reply.code(error.statusCode ?? 500).send({ error: error.message })
})

app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' }, (error) => {
  if (error) throw error
})
