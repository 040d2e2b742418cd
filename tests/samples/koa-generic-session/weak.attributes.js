const Koa = require('koa')
const mount = require('koa-mount')
const redisStore = require('koa-redis')
const session = require('koa-generic-session')

const app = new Koa()
const admin = new Koa()
const store = redisStore({ url: process.env.REDIS_URL })

admin.use(session({ key: 'admin', store, cookie: { secure: true, sameSite: 'strict', maxAge: 30 * 60 * 1000 } }))

app.use(mount('/admin', admin))
app.use(
  session({
    key: 'shop',
    store,
    secure: false,
    cookie: { secure: false, sameSite: 'lax', domain: '.example.com', maxAge: 30 * 24 * 60 * 60 * 1000 },
  }),
)
