import Koa from 'koa'
import session from 'koa-session'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const records = new Map()
const store = {
  get: async (key) => records.get(key),
  set: async (key, value) => void records.set(key, value),
  destroy: async (key) => void records.delete(key),
}

const app = new Koa()
app.keys = ['keyboard cat']
app.use(session({ store }, app))

const routes = {
  async '/login'(ctx) {
    let text = ''
    for await (const chunk of ctx.req) text += chunk
    const { name, password } = JSON.parse(text)
    if (passwords[name] !== password) return ctx.throw(401)
    const { session } = ctx
    session.user = name
    ctx.body = 'Hello'
  },
  '/account'(ctx) {
    ctx.status = ctx.session.user ? 200 : 401
    ctx.body = ctx.session.user ?? 'Please log in'
  },
  '/logout'(ctx) {
    ctx.session.user = null
    ctx.body = 'Bye'
  },
}

app.silent = true
app.use(async (ctx, next) => {
  await (routes[ctx.path] ?? next)(ctx)
})
app.use((ctx) => {
  ctx.body = 'Welcome'
})

app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
