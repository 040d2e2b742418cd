import { Hono } from 'hono'
import { CookieStore, sessionMiddleware } from 'hono-sessions'

const app = new Hono()

app.use(
  '*',
  sessionMiddleware({
    store: new CookieStore(),
    encryptionKey: 'password_at_least_32_characters_long',
    cookieOptions: { secure: true, sameSite: 'Lax', path: '/', httpOnly: true },
  }),
)
