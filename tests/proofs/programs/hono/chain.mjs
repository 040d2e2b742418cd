import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map()

const app = new Hono()
  .get('/', (c) => c.text('Welcome'))
  .post('/login', async (c) => {
    const { name, password } = await c.req.json()
    if (passwords[name] !== password) return c.text('Wrong password', 401)
    const sessionId = Math.random().toString(36).slice(2)
    sessions.set(sessionId, name)
    setCookie(c, 'session_id', sessionId, { sameSite: 'Lax' })
    return c.redirect('/account')
  })
  .get('/account', (c) => {
    const name = sessions.get(getCookie(c, 'session_id') ?? '')
    return name ? c.text(`Hello ${name}`) : c.text('Please log in', 401)
  })
  .post('/logout', (c) => {
    sessions.delete(getCookie(c, 'session_id'))
    deleteCookie(c, 'session_id')
    return c.redirect('/')
  })

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
