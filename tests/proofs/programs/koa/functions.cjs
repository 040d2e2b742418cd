const Koa = require('koa')

const app = new Koa()
const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = {}

async function login(ctx) {
  let text = ''
  for await (const chunk of ctx.req) text += chunk
  const { name, password } = JSON.parse(text)
  if (passwords[name] !== password) return ctx.throw(401, 'Wrong password')
  const sid = Math.random().toString(36).slice(2)
  sessions[sid] = name
  ctx.cookies.set('sid', sid, { httpOnly: false })
  ctx.redirect('/account')
}

function account(ctx) {
  const name = sessions[ctx.cookies.get('sid')]
  if (!name) return ctx.throw(401, 'Please log in')
  ctx.body = `Hello ${name}`
}

function logout(ctx) {
  delete sessions[ctx.cookies.get('sid')]
  ctx.cookies.set('sid', null)
  ctx.redirect('/')
}

app.silent = true
app.use((ctx, next) => {
  switch (ctx.path) {
    case '/login': return login(ctx, next)
    case '/account': return account(ctx, next)
    case '/logout': return logout(ctx, next)
    default: return next()
  }
})
app.use((ctx) => {
  ctx.cookies.set('visited', 'yes', { httpOnly: false })
  ctx.body = 'Welcome'
})

app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
