import '@fastify/jwt'
import Fastify from 'fastify'

const app = Fastify()

app.post('/login', async (request, reply) => {
  return { token: await reply.jwtSign({ sub: request.body.name }, { expiresIn: '90d' }) }
})
