import { randomUUID } from 'node:crypto'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { jwtVerify, SignJWT } from 'jose'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const devices = new Map()

const jwtSecret = process.env.JWT_SECRET
if (!jwtSecret) throw new Error('JWT_SECRET is not set')
const secretKey = new TextEncoder().encode(jwtSecret)

async function giveAccess(c, name) {
  const access = await new SignJWT({ sub: name })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime('15m')
    .sign(secretKey)
  setCookie(c, 'access', access, { httpOnly: true, maxAge: 15 * 60 })
  return access
}

async function nameIn(token) {
  try {
    const { payload } = await jwtVerify(token, secretKey, { algorithms: ['HS256'] })
    return payload.sub
  } catch {
    return undefined
  }
}

const app = new Hono()
  .get('/', (c) => c.text('Welcome'))
  .post('/login', async (c) => {
    const { name, password } = await c.req.json()
    if (passwords[name] !== password) return c.text('Wrong password', 401)
    const device = randomUUID()
    devices.set(device, name)
    setCookie(c, 'device', device, { httpOnly: true })
    await giveAccess(c, name)
    return c.redirect('/account')
  })
  .get('/account', async (c) => {
    const known = devices.get(getCookie(c, 'device'))
    const token = getCookie(c, 'access') ?? (known && (await giveAccess(c, known)))
    const name = token && (await nameIn(token))
    return name ? c.text(`Hello ${name}`) : c.text('Please log in', 401)
  })
  .post('/logout', (c) => {
    devices.delete(getCookie(c, 'device'))
    deleteCookie(c, 'access')
    deleteCookie(c, 'device')
    return c.redirect('/')
  })

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
