import { randomBytes } from 'node:crypto'
import Fastify from 'fastify'

const app = Fastify()

app.post('/login', async (request, reply) => {
  reply.header('set-cookie', `__Host-sid=${randomBytes(32).toString('base64url')}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=1800`)
  return { ok: true }
})
