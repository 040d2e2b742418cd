import cookie from '@fastify/cookie'
import session from '@fastify/session'
import Fastify from 'fastify'

const app = Fastify()
let last = 0

app.register(cookie)
app.register(session, {
  secret: process.env.SESSION_SECRET,
  idGenerator: () => String(++last),
  cookie: { httpOnly: false },
})

app.post('/login', async (request, reply) => {
  request.session.user = request.body
  return reply.redirect('/')
})

app.post('/logout', async (request, reply) => {
  reply.clearCookie('sessionId', { path: '/' })
  return reply.redirect('/')
})
