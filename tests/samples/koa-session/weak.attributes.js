import Koa from 'koa'
import mount from 'koa-mount'
import session from 'koa-session'

const app = new Koa()
const shop = new Koa()
const admin = new Koa()

shop.use(session({ key: 'shop', secure: false, sameSite: 'lax', domain: '.example.com', maxAge: 14 * 24 * 60 * 60 * 1000 }, shop))
admin.use(session({ key: 'admin', secure: true, sameSite: 'lax', maxAge: 30 * 60 * 1000, httponly: true }, admin))

app.use(mount('/admin', admin))
app.use(mount(shop))
