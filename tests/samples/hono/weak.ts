import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'

const app = new Hono()

app.post('/login', async (c) => {
  setCookie(c, 'session_id', Math.random().toString(36).slice(2), { secure: true, sameSite: 'Lax' })
  return c.redirect('/')
})

export default app
