import jwt from '@fastify/jwt'
import Fastify from 'fastify'

const app = Fastify()

app.register(jwt, { secret: process.env.JWT_SECRET, sign: { expiresIn: '15m' }, verify: { algorithms: ['HS256'] } })

app.post('/login', async (request, reply) => {
  const user = await logIn(request.body)
  return { token: await reply.jwtSign({ sub: user.id, pin: user.pin }) }
})
