import cookie from '@fastify/cookie'
import session from '@fastify/session'
import Fastify from 'fastify'

const app = Fastify()

app.register(cookie)
app.register(session, { secret: 'a secret with minimum length of 32 characters' })
