import { Hono } from 'hono'
import { deleteCookie } from 'hono/cookie'
import { sessionMiddleware, type Session } from 'hono-sessions'
import { KvStore } from './kv-store'

const app = new Hono<{ Variables: { session: Session; session_key_rotation: boolean } }>()

app.use(
  '*',
  sessionMiddleware({
    store: new KvStore(process.env.KV_URL),
    sessionCookieName: '__Host-id',
    encryptionKey: process.env.SESSION_KEY,
    expireAfterSeconds: 30 * 60,
    cookieOptions: { httpOnly: true, secure: true, sameSite: 'Lax', path: '/' },
  }),
)

app.post('/login', async (c) => {
  const { id } = await c.req.json()
  const session = c.get('session')
  session.set('userId', id)
  c.set('session_key_rotation', true)
  return c.redirect('/')
})

app.post('/register', async (c) => {
  const { id } = await c.req.json()
  c.set('session_key_rotation', true)
  c.get('session').set('userId', id)
  return c.redirect('/')
})

app.post('/logout', (c) => {
  c.get('session').deleteSession()
  deleteCookie(c, '__Host-id', { secure: true })
  return c.redirect('/')
})

export default app
