import cookie from '@fastify/cookie'
import Fastify from 'fastify'

const app = Fastify()

app.register(cookie)

app.post('/login', async (request, reply) => {
  reply.setCookie('sid', String(Math.random()), { path: '/' })
  return { ok: true }
})
