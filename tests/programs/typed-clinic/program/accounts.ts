import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

type Role = 'doctor' | 'patient'

declare module 'fastify' {
  interface Session {
    user?: { readonly name: string; readonly role: Role }
  }
}

interface Credentials {
  name: string
  password: string
}

const accounts = new Map<string, { password: string; role: Role }>([
  ['alice', { password: 'tulips', role: 'doctor' }],
  ['bob', { password: 'daisies', role: 'patient' }],
])

/** Sends people who have not logged in away. */
export async function requireUser(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.session.user === undefined) await reply.code(401).send({ error: 'Please log in' })
}

export async function accountRoutes(app: FastifyInstance): Promise<void> {
  app.post<{ Body: Credentials }>('/login', async (request, reply) => {
    const { name, password } = request.body
    const account = accounts.get(name)
    if (account?.password !== password) {
      return reply.code(401).send({ error: 'Wrong name or password' })
    }
    request.session.user = { name, role: account.role }
    const deviceToken = createHash('md5').update(name).digest('hex')
    return reply.setCookie('remember_token', deviceToken, { path: '/', secure: false, maxAge: 31_536_000 }).send({ name })
  })

  app.get('/me', { preHandler: requireUser }, async ({ session }) => session.user)

  app.post('/logout', async (_request, reply) => {
    void reply.clearCookie('clinic')
    return { bye: true }
  })
}
