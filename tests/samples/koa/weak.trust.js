import Koa from 'koa'

const app = new Koa()

app.use(async (ctx, next) => {
  if (ctx.cookies.get('isAdmin', { signed: false }) !== 'true') ctx.throw(403)
  await next()
})
