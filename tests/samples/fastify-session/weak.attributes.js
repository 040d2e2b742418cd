import cookie from '@fastify/cookie'
import session from '@fastify/session'
import Fastify from 'fastify'
import { store } from './store.js'

const app = Fastify()

app.register(cookie)

app.register(async (shop) => {
  shop.register(session, {
    cookieName: 'shop',
    store,
    secret: process.env.SESSION_SECRET,
    saveUninitialized: false,
    cookie: { secure: false, sameSite: 'lax', domain: '.example.com', maxAge: 14 * 24 * 60 * 60 * 1000 },
  })
})

app.register(
  async (admin) => {
    admin.register(session, {
      cookieName: 'admin',
      store,
      secret: process.env.SESSION_SECRET,
      saveUninitialized: false,
      cookie: { secure: true, sameSite: 'strict', maxAge: 30 * 60 },
    })
  },
  { prefix: '/admin' },
)
