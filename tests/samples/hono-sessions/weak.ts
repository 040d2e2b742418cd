import { Hono } from 'hono'
import { deleteCookie } from 'hono/cookie'
import { MemoryStore, sessionMiddleware, type Session } from 'hono-sessions'

const app = new Hono<{ Variables: { session: Session; session_key_rotation: boolean } }>()

app.use(
  '*',
  sessionMiddleware({
    store: new MemoryStore(),
    encryptionKey: process.env.SESSION_KEY,
    cookieOptions: { secure: true, sameSite: 'Lax', path: '/' },
  }),
)

app.post('/login', async (c) => {
  const { id } = await c.req.json()
  const session = c.get('session')
  session.set('userId', id)
  return c.redirect('/')
})

app.post('/logout', (c) => {
  deleteCookie(c, 'session')
  return c.redirect('/')
})

app.post('/sign-out', (c) => {
  c.get('session').forget('userId')
  return c.redirect('/')
})

export default app
