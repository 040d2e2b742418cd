import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createFactory } from 'hono/factory'

interface Env {
  Variables: { user: string }
}

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const users = new Map<string, string>()
const SESSION_COOKIE = 'sid'
const COOKIE = { path: '/', httpOnly: false } as const
const factory = createFactory<Env>()

function startSession(c: Context, name: string): void {
  const sid = `${Date.now()}`
  users.set(sid, name)
  setCookie(c, SESSION_COOKIE, sid, { ...COOKIE, sameSite: 'Lax' })
}

const requireUser = factory.createMiddleware(async (c, next) => {
  const user = users.get(getCookie(c, SESSION_COOKIE) ?? '')
  if (user === undefined) return c.json({ error: 'Please log in' }, 401)
  c.set('user', user)
  await next()
})

const login = factory.createHandlers(async (c) => {
  const { name = '', password } = await c.req.json<Partial<Record<string, string>>>()
  if (passwords[name] !== password) return c.json({ error: 'Wrong password' }, 401)
  startSession(c, name)
  return c.json({ name })
})

const app = new Hono<Env>()
app.get('/', (c) => c.html('<h1>Welcome</h1>'))
app.post('/login', ...login)
app.get('/account', requireUser, (c) => c.json({ hello: c.get('user') }))
app.post('/logout', (c) => {
  users.delete(getCookie(c, SESSION_COOKIE) ?? '')
  deleteCookie(c, SESSION_COOKIE, COOKIE)
  return c.json({ ok: true })
})

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
