import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'

const app = new Hono()

app.post('/login', (c) => {
  const id = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
  setCookie(c, 'sid', id, { httpOnly: true, secure: false, domain: '.example.com', maxAge: 90 * 24 * 60 * 60 })
  return c.redirect('/')
})

app.post('/admin/login', (c) => {
  const id = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
  setCookie(c, 'admin_session', id, { httpOnly: true, secure: true, sameSite: 'Strict', maxAge: 30 * 60 })
  setCookie(c, '__Host-session', id, { httpOnly: true, sameSite: 'Lax', maxAge: 30 * 60 })
  return c.redirect('/admin')
})

export default app
