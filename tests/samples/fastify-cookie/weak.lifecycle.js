import cookie from '@fastify/cookie'
import Fastify from 'fastify'

const app = Fastify()

app.register(cookie)

app.post('/logout', (request, reply) => {
  reply.clearCookie('__Host-sid', { path: '/' }).redirect('/')
})
