const Koa = require('koa')
const session = require('koa-generic-session')

const app = new Koa()

app.use(session({ cookie: { httpOnly: false, maxAge: null }, genSid: () => Math.random().toString(36) }))

app.use(async function login(ctx) {
  ctx.session.user = ctx.request.body
})

app.use(async function logout(ctx) {
  ctx.cookies.set('koa.sid', null)
})
