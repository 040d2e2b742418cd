'use strict'

const { serve } = require('@hono/node-server')
const { Hono } = require('hono')
const { deleteCookie } = require('hono/cookie')
const { MemoryStore, sessionMiddleware } = require('hono-sessions')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const app = new Hono()

app.use(
  '*',
  sessionMiddleware({
    store: new MemoryStore(),
    sessionCookieName: 'shop',
    cookieOptions: { path: '/', sameSite: 'Lax', httpOnly: false },
  }),
)

app.get('/', (c) => {
  c.get('session').set('visits', (c.get('session').get('visits') ?? 0) + 1)
  return c.text('Welcome')
})

app.post('/login', async (c) => {
  const { name, password } = await c.req.json()
  if (passwords[name] !== password) return c.text('Wrong password', 401)
  c.get('session').set('user', name)
  return c.redirect('/account')
})

app.get('/account', (c) => {
  const user = c.get('session').get('user')
  return user ? c.text(`Hello ${user}`) : c.text('Please log in', 401)
})

app.post('/logout', (c) => {
  deleteCookie(c, 'shop')
  return c.redirect('/')
})

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
