import Fastify from 'fastify'

const app = Fastify()

app.post('/login', async (request, reply) => {
  reply.header('set-cookie', `sid=${Date.now()}; Path=/`)
  return { ok: true }
})
