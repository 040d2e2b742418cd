import cookie from '@fastify/cookie'
import Fastify from 'fastify'

const app = Fastify()

app.register(cookie, { secret: 'my-secret' })
