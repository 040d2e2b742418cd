import Koa from 'koa'
import session from 'koa-session'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

async function login(ctx) {
  let text = ''
  for await (const chunk of ctx.req) text += chunk
  const { name, password } = JSON.parse(text)
  if (passwords[name] !== password) return ctx.throw(401, 'Wrong password')
  ctx.session.user = name
  ctx.redirect('/account')
}

function account(ctx) {
  if (!ctx.session.user) return ctx.throw(401, 'Please log in')
  ctx.body = `Hello ${ctx.session.user}`
}

function logout(ctx) {
  ctx.session = null
  ctx.redirect('/')
}

const app = new Koa()
app.silent = true
app.keys = ['keyboard cat']
app.use(session({ key: 'shop', signed: true }, app))
app.use((ctx) => {
  switch (ctx.path) {
    case '/login': return login(ctx)
    case '/account': return account(ctx)
    case '/logout': return logout(ctx)
    default: ctx.body = 'Welcome'
  }
})

app.listen(process.env.PORT, '127.0.0.1')
