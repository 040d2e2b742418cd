import type { FastifyInstance } from 'fastify'
import { createUser, verifyUser, type Credentials } from '../users.js'

export async function accountRoutes(app: FastifyInstance) {
  app.post<{ Body: Credentials }>('/register', async (request, reply) => {
    const user = await createUser(request.body)
    request.session.userId = user.id
    return reply.code(201).send({ email: user.email })
  })

  app.post<{ Body: Credentials }>('/login', async (request, reply) => {
    const user = await verifyUser(request.body)
    if (!user) {
      return reply.code(401).send({ error: 'Wrong e-mail or password' })
    }

    request.session.userId = user.id
    return reply.send({ email: user.email })
  })

  app.post('/logout', async (_request, reply) => {
    reply.clearCookie('notes.sid', { path: '/' })
    return reply.code(204).send()
  })
}
