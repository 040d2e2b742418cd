const Koa = require('koa')
const session = require('koa-generic-session')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const app = new Koa()

app.keys = ['keyboard cat']
app.use(session())

async function login(ctx) {
  let text = ''
  for await (const chunk of ctx.req) text += chunk
  const { name, password } = JSON.parse(text)
  if (passwords[name] !== password) return ctx.throw(401)
  const before = ctx.session.visits
  ctx.session.user = name
  ctx.session.visits = (before || 0) + 1
  ctx.body = 'Hello'
}

async function account(ctx) {
  ctx.session.visits = (ctx.session.visits || 0) + 1
  ctx.status = ctx.session.user ? 200 : 401
  ctx.body = `Hello ${ctx.session.user}`
}

async function logout(ctx) {
  delete ctx.session.user
  ctx.body = 'Bye'
}

const routes = new Map([['/login', login], ['/account', account], ['/logout', logout]])

app.silent = true
app.use(async (ctx, next) => {
  const route = routes.get(ctx.path)
  await (route ? route(ctx) : next())
})
app.use((ctx) => {
  ctx.body = 'Welcome'
})

app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
