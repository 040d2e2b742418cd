import Koa from 'koa'
import session from 'koa-session'
import { store } from './store.js'

const app = new Koa()

app.use(session({ store, renew: true, maxAge: 30 * 60 * 1000, genid: (ctx) => ctx.query.sid }, app))

app.use(async function login(ctx) {
  ctx.session.userId = ctx.request.body.id
  ctx.session.manuallyCommit()
  ctx.redirect('/')
})
