import { randomBytes } from 'node:crypto'
import Koa from 'koa'
import Router from '@koa/router'

const app = new Koa()
const router = new Router()

app.proxy = true

router.post('/login', (ctx) => {
  const id = randomBytes(32).toString('base64url')
  ctx.cookies.set('sid', id, { secure: false, sameSite: 'lax', domain: '.example.com', maxAge: 90 * 24 * 60 * 60 * 1000 })
  ctx.redirect('/')
})

router.post('/admin/login', (ctx) => {
  const id = randomBytes(32).toString('base64url')
  ctx.cookies.set('admin_session', id, { secure: true, sameSite: 'lax', maxAge: 30 * 60 * 1000 })
  ctx.redirect('/admin')
})

router.post('/api/login', (ctx) => {
  const sessionId = randomBytes(32).toString('base64url')
  ctx.cookies.set('__Host-session', sessionId, { secure: false, sameSite: 'lax', maxAge: 30 * 60 * 1000 })
  ctx.body = { ok: true }
})

router.get('/api/me', (ctx) => {
  ctx.body = { user: ctx.session.user, sessionId: ctx.session.id }
})

app.use(router.routes())
