import { Hono } from 'hono'
import { setSignedCookie } from 'hono/cookie'

const secret = 'it-is-very-secret'
const app = new Hono()

app.post('/login', async (c) => {
  await setSignedCookie(c, 'session_id', crypto.randomUUID(), secret, { httpOnly: true, secure: true, sameSite: 'Lax', maxAge: 3600 })
  return c.redirect('/')
})

export default app
