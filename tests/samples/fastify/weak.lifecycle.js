import cookie from '@fastify/cookie'
import Fastify from 'fastify'

const app = Fastify()

app.register(cookie)

app.get('/logout', (request, reply) => {
  reply.clearCookie('sid', { path: '/' }).redirect('/')
})
