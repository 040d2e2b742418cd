const Koa = require('koa')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

async function login(ctx) {
  let text = ''
  for await (const chunk of ctx.req) text += chunk
  const { name, password } = JSON.parse(text)
  if (passwords[name] !== password) return ctx.throw(401, 'Wrong password')
  ctx.cookies.set('user', name, { signed: true })
  ctx.redirect('/account')
}

function account(ctx) {
  const name = ctx.cookies.get('user', { signed: true })
  if (!name) return ctx.throw(401, 'Please log in')
  ctx.body = `Hello ${name}`
}

function logout(ctx) {
  ctx.cookies.set('user', null)
  ctx.redirect('/')
}

const routes = { '/login': login, '/account': account, '/logout': logout }

const app = new Koa()
app.silent = true
app.keys = [process.env.COOKIE_KEY || 'only us']
app.use((ctx) => {
  if (routes[ctx.path]) return routes[ctx.path](ctx)
  ctx.body = 'Welcome'
})

app.listen(process.env.PORT, '127.0.0.1')
