import cookie from '@fastify/cookie'
import session from '@fastify/session'
import { RedisStore } from 'connect-redis'
import Fastify from 'fastify'
import { client } from './redis.js'

const app = Fastify()

app.register(cookie)
app.register(session, {
  cookieName: 'id',
  store: new RedisStore({ client }),
  secret: process.env.SESSION_SECRET,
  saveUninitialized: false,
  cookie: { secure: 'auto', sameSite: 'lax', maxAge: 30 * 60 * 1000 },
})

app.post('/login', async (request, reply) => {
  await request.session.regenerate()
  request.session.user = request.body
  return reply.redirect('/')
})

app.post('/logout', async (request, reply) => {
  await request.session.destroy()
  reply.clearCookie('id', { path: '/' })
  return reply.redirect('/')
})
