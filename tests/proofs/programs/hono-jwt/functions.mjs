import { randomUUID } from 'node:crypto'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { sign, verify } from 'hono/jwt'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const devices = new Map()

const jwtSecret = process.env.JWT_SECRET
if (!jwtSecret) throw new Error('JWT_SECRET is not set')

async function giveAccess(c, name) {
  const access = await sign({ sub: name, exp: Math.floor(Date.now() / 1000) + 15 * 60 }, jwtSecret)
  setCookie(c, 'access', access, { httpOnly: true, maxAge: 15 * 60 })
  return access
}

async function nameIn(token) {
  try {
    return (await verify(token, jwtSecret, { alg: 'HS256' })).sub
  } catch {
    return undefined
  }
}

const app = new Hono()

app.get('/', (c) => c.text('Welcome'))

app.post('/login', async (c) => {
  const { name, password } = await c.req.json()
  if (passwords[name] !== password) return c.text('Wrong password', 401)
  const device = randomUUID()
  devices.set(device, name)
  setCookie(c, 'device', device, { httpOnly: true })
  await giveAccess(c, name)
  return c.redirect('/account')
})

app.get('/account', async (c) => {
  const known = devices.get(getCookie(c, 'device'))
  const token = getCookie(c, 'access') ?? (known && (await giveAccess(c, known)))
  const name = token && (await nameIn(token))
  return name ? c.text(`Hello ${name}`) : c.text('Please log in', 401)
})

app.post('/logout', (c) => {
  devices.delete(getCookie(c, 'device'))
  deleteCookie(c, 'access')
  deleteCookie(c, 'device')
  return c.redirect('/')
})

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
