const Koa = require('koa')
const redisStore = require('koa-redis')
const session = require('koa-generic-session')

const app = new Koa()

app.use(session({ key: 'id', store: redisStore(), rolling: true, cookie: { maxAge: 30 * 60 * 1000, sameSite: 'lax' } }))

app.use(async function endOld(ctx, next) {
  if (!(ctx.session.loggedInAt < Date.now() - 12 * 60 * 60 * 1000)) return next()
  ctx.session = null
  ctx.redirect('/login')
})

app.use(async function login(ctx) {
  await ctx.regenerateSession()
  ctx.session.user = ctx.request.body
  ctx.session.loggedInAt = Date.now()
})

app.use(async function logout(ctx) {
  ctx.session = null
})
