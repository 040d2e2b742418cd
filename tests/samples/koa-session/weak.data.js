import Koa from 'koa'
import session from 'koa-session'

const app = new Koa()

app.keys = process.env.SESSION_KEYS.split(',')
app.use(session({ key: 'id', sameSite: 'lax', maxAge: 30 * 60 * 1000 }, app))
app.use(async (ctx) => {
  ctx.session.password = ctx.request.body.password
})
