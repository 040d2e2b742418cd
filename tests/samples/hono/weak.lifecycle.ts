import { Hono } from 'hono'
import { deleteCookie } from 'hono/cookie'

const app = new Hono()

app.get('/logout', (c) => {
  deleteCookie(c, '__Host-session')
  return c.redirect('/')
})

export default app
