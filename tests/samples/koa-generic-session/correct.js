const Koa = require('koa')
const redisStore = require('koa-redis')
const session = require('koa-generic-session')

const app = new Koa()

app.use(session({ key: 'id', store: redisStore(), rolling: true, cookie: { maxAge: 30 * 60 * 1000, sameSite: 'lax' } }))

app.use(async function login(ctx) {
  await ctx.regenerateSession()
  ctx.session.user = ctx.request.body
})

app.use(async function logout(ctx) {
  ctx.session = null
})
