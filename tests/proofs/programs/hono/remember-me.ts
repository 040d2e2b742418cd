import { createHmac } from 'node:crypto'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

const key = process.env.TOKEN_KEY
if (!key) throw new Error('TOKEN_KEY is not set')

const signatureOf = (name: string): string => createHmac('sha256', key).update(name).digest('base64url')

const app = new Hono()

app.get('/', (c) => c.text('Welcome'))

app.post('/login', async (c) => {
  const { name, password } = await c.req.json<Record<string, string>>()
  if (name === undefined || passwords[name] !== password) return c.text('Wrong password', 401)
  setCookie(c, 'name', name)
  setCookie(c, 'token', signatureOf(name), { httpOnly: true })
  return c.redirect('/account')
})

app.get('/account', (c) => {
  const name = getCookie(c, 'name') ?? ''
  const token = getCookie(c, 'token')
  if (token !== signatureOf(name)) return c.text('Please log in', 401)
  return c.text(`Hello ${name}`)
})

app.post('/orders', async (c) => {
  const body = await c.req.json<Record<string, unknown>>()
  const expectedToken = signatureOf(String(body.name))
  return expectedToken === body.token ? c.text(`Ordered by ${body.name}`) : c.text('No', 401)
})

app.post('/logout', (c) => {
  deleteCookie(c, 'name')
  deleteCookie(c, 'token')
  return c.redirect('/')
})

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
