import { Hono } from 'hono'
import { sessionMiddleware } from 'hono-sessions'
import { store } from './kv-store'

const app = new Hono()
const encryptionKey = process.env.SESSION_KEY

app.use(
  '/shop/*',
  sessionMiddleware({
    store,
    encryptionKey,
    sessionCookieName: 'shop',
    expireAfterSeconds: 30 * 24 * 60 * 60,
    cookieOptions: { httpOnly: true, domain: '.example.com' },
  }),
)

app.use(
  '/admin/*',
  sessionMiddleware({
    store,
    encryptionKey,
    sessionCookieName: 'admin',
    expireAfterSeconds: 30 * 60,
    cookieOptions: { httpOnly: true, secure: true, sameSite: 'Strict', path: '/' },
  }),
)

app.use(
  '/step/*',
  sessionMiddleware({
    store,
    encryptionKey,
    sessionCookieName: '__Host-step',
    expireAfterSeconds: 30 * 60,
    cookieOptions: { httpOnly: true, secure: true, sameSite: 'Strict', path: '/step' },
  }),
)

export default app
