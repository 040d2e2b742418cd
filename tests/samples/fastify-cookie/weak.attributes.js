import { randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import Fastify from 'fastify'

const app = Fastify()

app.register(cookie, { parseOptions: { httpOnly: true, path: '/' } })

app.post('/login', async (request, reply) => {
  const id = randomBytes(32).toString('base64url')
  reply.setCookie('sid', id, { secure: true, sameSite: 'none', domain: '.example.com', maxAge: 90 * 24 * 60 * 60 })
  return reply.redirect('/')
})

app.post('/admin/login', async (request, reply) => {
  const id = randomBytes(32).toString('base64url')
  reply.setCookie('admin_session', id, { secure: true, sameSite: 'strict', maxAge: 30 * 60 * 1000 * 24 })
  reply.setCookie('__Host-session', id, { maxAge: 30 * 60 })
  return reply.redirect('/admin')
})
