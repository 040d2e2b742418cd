import cookie from '@fastify/cookie'
import Fastify from 'fastify'

const app = Fastify()

app.register(cookie)

app.get('/admin', async (request, reply) => {
  if (request.cookies.role !== 'admin') return reply.code(403).send()
  return listUsers()
})
