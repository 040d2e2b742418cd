import secureSession from '@fastify/secure-session'
import Fastify from 'fastify'
import { key } from './key.js'

const app = Fastify()

app.register(secureSession, { key, expiry: 30 * 60 })

app.addHook('onRequest', async (request) => {
  request.session.touch()
})

app.post('/login', async (request, reply) => {
  request.session.set('user', request.body.name)
  return reply.redirect('/')
})
