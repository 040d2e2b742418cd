import formbody from '@fastify/formbody'
import session from '@fastify/session'
import Fastify from 'fastify'
import { store } from './store.js'

const app = Fastify()

app.register(formbody)
app.register(session, { cookieName: 'id', secret: process.env.SESSION_SECRET, store, saveUninitialized: false, cookie: { maxAge: 30 * 60 * 1000 } })

app.post('/transfer', async (request) => transfer(request.session.userId, request.body))
