import { randomBytes } from 'node:crypto'
import Fastify from 'fastify'

const app = Fastify()

app.post('/login', async (request, reply) => {
  const id = randomBytes(32).toString('base64url')
  reply.header('Set-Cookie', `sid=${id}; Domain=.example.com; Path=/; HttpOnly; Secure; SameSite=None; Max-Age=7776000`)
  return reply.redirect('/')
})

app.post('/admin/login', async (request, reply) => {
  const id = randomBytes(32).toString('base64url')
  reply.header('Set-Cookie', `admin_session=${id}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=1800`)
  return reply.redirect('/admin')
})

app.post('/api/login', async (request, reply) => {
  const sessionId = randomBytes(32).toString('base64url')
  reply.header('Set-Cookie', `__Host-session=${sessionId}; Path=/; HttpOnly; SameSite=Lax; Max-Age=1800`)
  return { ok: true }
})

app.get('/api/me', async (request, reply) => {
  return reply.send({ user: request.session.user, sessionId: request.session.sessionId })
})
