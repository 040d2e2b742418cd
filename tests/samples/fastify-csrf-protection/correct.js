import csrf from '@fastify/csrf-protection'
import session from '@fastify/session'
import Fastify from 'fastify'
import { store } from './store.js'

const app = Fastify()

app.register(session, {
  cookieName: '__Host-id',
  secret: process.env.SESSION_SECRET,
  store,
  saveUninitialized: false,
  cookie: { sameSite: 'lax', maxAge: 30 * 60 * 1000 },
})
app.register(csrf, { sessionPlugin: '@fastify/session' })

app.after(() => {
  app.post('/transfer', { onRequest: app.csrfProtection }, async (request) => transfer(request.session.userId, request.body))
})
