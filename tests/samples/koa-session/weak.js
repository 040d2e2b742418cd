import Koa from 'koa'
import session from 'koa-session'
import { store } from './store.js'

const app = new Koa()

app.use(session({ store, maxAge: 'session', httpOnly: false, genid: () => `s${Date.now()}` }, app))

async function login(ctx) {
  ctx.session.userId = ctx.request.body.id
  ctx.redirect('/')
}

async function logout(ctx) {
  ctx.session.userId = null
  ctx.redirect('/')
}

app.use(login)
app.use(logout)
