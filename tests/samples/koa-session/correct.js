import Koa from 'koa'
import session from 'koa-session'
import { store } from './store.js'

const app = new Koa()

app.use(session({ key: 'id', store, maxAge: 30 * 60 * 1000, rolling: true, sameSite: 'lax' }, app))

async function endOld(ctx, next) {
  if (!(ctx.session.loggedInAt < Date.now() - 12 * 60 * 60 * 1000)) return next()
  ctx.session = null
  ctx.redirect('/login')
}

async function login(ctx) {
  await ctx.session.regenerate()
  ctx.session.userId = ctx.request.body.id
  ctx.session.loggedInAt = Date.now()
  ctx.redirect('/')
}

async function logout(ctx) {
  ctx.session = null
  ctx.redirect('/')
}

app.use(endOld)
app.use(login)
app.use(logout)
