import secureSession from '@fastify/secure-session'
import Fastify from 'fastify'

const app = Fastify()

app.register(secureSession, { key: process.env.SESSION_KEY, cookie: { path: '/', secure: 'auto', maxAge: 12 * 60 * 60 } })

app.post('/login', async (request, reply) => {
  request.session.set('userId', request.body.id)
  return reply.redirect('/')
})

app.post('/logout', async (request, reply) => {
  request.session.delete()
  return reply.redirect('/')
})
