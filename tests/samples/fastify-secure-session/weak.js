import secureSession from '@fastify/secure-session'
import Fastify from 'fastify'

const app = Fastify()

app.register(secureSession, { key: process.env.SESSION_KEY, expiry: Infinity, cookie: { path: '/', httpOnly: false } })

app.post('/login', async (request, reply) => {
  request.session.set('userId', request.body.id)
  return reply.redirect('/')
})

app.post('/logout', async (request, reply) => {
  request.session = null
  return reply.redirect('/')
})
