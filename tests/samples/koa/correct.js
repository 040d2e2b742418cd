import { randomBytes } from 'node:crypto'
import Koa from 'koa'

const app = new Koa()
app.keys = [process.env.COOKIE_SECRET, process.env.OLD_COOKIE_SECRET]

app.use(async (ctx) => {
  ctx.cookies.set('sid', randomBytes(32).toString('base64url'), { sameSite: 'lax', maxAge: 30 * 60 * 1000 })
  ctx.cookies.set('old_sid', null)
  ctx.body = 'hello'
})
