import { randomUUID } from 'node:crypto'
import { serve } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { jwt, sign, type JwtVariables } from 'hono/jwt'

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const devices = new Map<string, string>()

const jwtSecret = process.env.JWT_SECRET
if (!jwtSecret) throw new Error('JWT_SECRET is not set')
const secret: string = jwtSecret

async function giveAccess(c: Context, name: string): Promise<void> {
  const access = await sign({ sub: name, exp: Math.floor(Date.now() / 1000) + 15 * 60 }, secret)
  setCookie(c, 'access', access, { httpOnly: true, maxAge: 15 * 60 })
}

const app = new Hono<{ Variables: JwtVariables }>()

app.get('/', (c) => c.text('Welcome'))

app.post('/login', async (c) => {
  const { name, password } = await c.req.json<Record<string, string>>()
  if (name === undefined || passwords[name] !== password) return c.text('Wrong password', 401)
  const device = randomUUID()
  devices.set(device, name)
  setCookie(c, 'device', device, { httpOnly: true })
  await giveAccess(c, name)
  return c.redirect('/account')
})

/** A browser without a token gets a new one, and asks again. */
app.use('/account', async (c, next) => {
  const known = devices.get(getCookie(c, 'device') ?? '')
  if (known === undefined || getCookie(c, 'access')) return next()
  await giveAccess(c, known)
  const token = /access=([^;]*)/.exec(c.res.headers.get('set-cookie') ?? '')?.[1]
  c.req.raw.headers.set('cookie', `access=${token}`)
  return next()
})

app.use('/account', jwt({ secret, alg: 'HS256', cookie: 'access', verification: { iat: true } }))

app.get('/account', (c) => c.text(`Hello ${c.get('jwtPayload').sub}`))

app.post('/logout', (c) => {
  devices.delete(getCookie(c, 'device') ?? '')
  deleteCookie(c, 'access')
  deleteCookie(c, 'device')
  return c.redirect('/')
})

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
