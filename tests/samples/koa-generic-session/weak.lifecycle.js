const Koa = require('koa')
const session = require('koa-generic-session')

const app = new Koa()

app.use(session({ rolling: true, cookie: { maxAge: 30 * 60 * 1000 } }))

app.use(async function login(ctx) {
  ctx.session.user = ctx.request.body
  ctx.saveSession()
})
