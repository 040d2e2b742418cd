import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

const cookieSecret = 'the same for all who have the source'

const app = new Hono()

app.get('/', (c) => c.text('Welcome'))

app.post('/login', async (c) => {
  const { name, password } = await c.req.json()
  if (passwords[name] !== password) return c.text('Wrong password', 401)
  await setSignedCookie(c, 'user', name, cookieSecret, { httpOnly: true })
  return c.redirect('/account')
})

app.get('/account', async (c) => {
  const name = await getSignedCookie(c, cookieSecret, 'user')
  return name ? c.text(`Hello ${name}`) : c.text('Please log in', 401)
})

app.post('/logout', (c) => {
  deleteCookie(c, 'user')
  return c.redirect('/')
})

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
