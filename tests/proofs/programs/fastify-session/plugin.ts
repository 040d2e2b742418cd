import { createHash } from 'node:crypto'
import fastifyCookie from '@fastify/cookie'
import fastifySession from '@fastify/session'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface Session {
    user?: string
  }
}

interface Credentials {
  readonly name: string
  readonly password: string
}

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

async function accountRoutes(app: FastifyInstance): Promise<void> {
  app.post<{ Body: Credentials }>('/login', async (request, reply) => {
    const { name, password } = request.body
    if (passwords[name] !== password) {
      reply.code(401)
      return { error: 'Wrong password' }
    }
    request.session.user = name
    return { name }
  })

  app.get('/account', async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.session.user === undefined) {
      reply.code(401)
      return { error: 'Please log in' }
    }
    return { hello: request.session.user }
  })

  app.post('/logout', async (request: FastifyRequest, reply: FastifyReply) => {
    reply.clearCookie('sessionId', { path: '/' })
    return { ok: true }
  })
}

const app = Fastify()
app.register(fastifyCookie)
app.register(fastifySession, {
  secret: 'a secret with minimum length of 32 characters',
  idGenerator: () => createHash('sha256').update(Date.now().toString()).digest('hex'),
  cookie: { secure: false, httpOnly: false },
})
app.get('/', async () => 'Welcome')
app.register(accountRoutes)

app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' }).then(
  () => console.log('Listening'),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
