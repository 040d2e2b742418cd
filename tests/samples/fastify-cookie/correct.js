import { randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import Fastify from 'fastify'

const app = Fastify()

app.register(cookie, { parseOptions: { httpOnly: true, secure: 'auto' } })

app.post('/login', async (request, reply) => {
  reply.setCookie('sid', randomBytes(32).toString('base64url'), { path: '/', maxAge: 30 * 60 })
  return { ok: true }
})

app.post('/logout', async (request, reply) => {
  reply.clearCookie('sid', { path: '/' })
  return { ok: true }
})
