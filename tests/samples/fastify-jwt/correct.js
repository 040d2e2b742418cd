import jwt from '@fastify/jwt'
import Fastify from 'fastify'

const app = Fastify()

await app.register(jwt, {
  secret: process.env.JWT_SECRET,
  sign: { algorithm: 'HS256', expiresIn: '15m' },
  verify: { algorithms: ['HS256'] },
})

app.post('/login', async (request, reply) => {
  const user = await authenticate(request.body)
  return { token: await reply.jwtSign({ sub: user.id }) }
})

app.get('/me', async (request) => {
  await request.jwtVerify()
  return request.user
})
