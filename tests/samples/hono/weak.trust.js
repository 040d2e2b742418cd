import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'

const app = new Hono()

app.get('/admin', async (c) => {
  if (getCookie(c, 'role') !== 'admin') return c.text('Forbidden', 403)
  return c.json(await listUsers())
})
