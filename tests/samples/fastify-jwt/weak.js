const Fastify = require('fastify')
const jwt = require('@fastify/jwt')

const app = Fastify()

app.register(jwt, { secret: 'keyboard cat' })

app.post('/login', async (request, reply) => {
  return { token: await reply.jwtSign({ sub: request.body.name }) }
})

app.get('/me', async (request) => {
  return request.jwtDecode()
})
