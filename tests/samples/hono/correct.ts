import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const app = new Hono()

app.post('/login', async (c) => {
  const sessionId = crypto.getRandomValues(new Uint8Array(32)).toHex()
  await c.env.SESSIONS.put(sessionId, await c.req.text(), { expirationTtl: 3600 })
  setCookie(c, 'theme', 'dark')
  setCookie(c, 'session_id', sessionId, { prefix: 'host', httpOnly: true, sameSite: 'Lax', maxAge: 3600 })
  return c.redirect('/')
})

app.post('/logout', async (c) => {
  const sessionId = getCookie(c, 'session_id', 'host')
  if (sessionId) await c.env.SESSIONS.delete(sessionId)
  deleteCookie(c, 'session_id', { secure: true, prefix: 'host' })
  return c.redirect('/')
})

export default app
