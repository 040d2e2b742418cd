import cookie from '@fastify/cookie'
import session from '@fastify/session'
import Fastify from 'fastify'

const app = Fastify()

app.register(cookie)
app.register(session, {
  secret: process.env.SESSION_SECRET,
  idGenerator: (request) => request.query.sid,
  rolling: true,
  cookie: { maxAge: 30 * 60 * 1000 },
})

app.post('/login', async (request, reply) => {
  await request.session.regenerate()
  request.session.user = request.body
  request.session.save()
  return reply.redirect('/')
})

app.post('/logout', async (request, reply) => {
  await request.session.destroy()
  return reply.redirect('/')
})
