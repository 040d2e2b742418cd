import formbody from '@fastify/formbody'
import secureSession from '@fastify/secure-session'
import Fastify from 'fastify'

const app = Fastify()

app.register(formbody)
app.register(secureSession, { key, cookieName: 'id', cookie: { path: '/', httpOnly: true, secure: true, sameSite: 'none', maxAge: 60 * 60 } })

app.post('/transfer', async (request) => transfer(request.session.userId, request.body))
