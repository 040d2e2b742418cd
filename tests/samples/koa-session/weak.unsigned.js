import Koa from 'koa'
import session from 'koa-session'

const app = new Koa()

app.use(session({ key: 'id', signed: false, sameSite: 'lax', maxAge: 30 * 60 * 1000 }, app))
