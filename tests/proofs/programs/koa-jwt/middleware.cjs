const { randomUUID } = require('node:crypto')
const Koa = require('koa')
const jwt = require('jsonwebtoken')
const koaJwt = require('koa-jwt')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const devices = new Map()

const jwtSecret = process.env.JWT_SECRET
if (!jwtSecret) throw new Error('JWT_SECRET is not set')

function giveAccess(ctx, name) {
  const access = jwt.sign({ sub: name }, jwtSecret, { expiresIn: '15m' })
  ctx.cookies.set('access', access, { httpOnly: true, maxAge: 15 * 60 * 1000 })
  return access
}

async function login(ctx) {
  let text = ''
  for await (const chunk of ctx.req) text += chunk
  const { name, password } = JSON.parse(text)
  if (passwords[name] !== password) return ctx.throw(401, 'Wrong password')
  const device = randomUUID()
  devices.set(device, name)
  ctx.cookies.set('device', device, { httpOnly: true })
  giveAccess(ctx, name)
  ctx.redirect('/account')
}

function logout(ctx) {
  devices.delete(ctx.cookies.get('device'))
  ctx.cookies.set('device', null)
  ctx.cookies.set('access', null)
  ctx.redirect('/')
}

const authenticated = koaJwt({
  secret: jwtSecret,
  algorithms: ['HS256'],
  getToken: (ctx) => ctx.cookies.get('access') || ctx.state.renewed,
})

const app = new Koa()
app.silent = true
app.use(async (ctx, next) => {
  if (ctx.path === '/login') return login(ctx)
  if (ctx.path === '/logout') return logout(ctx)
  if (ctx.path !== '/account') ctx.body = 'Welcome'
  else await next()
})
app.use(async (ctx, next) => {
  const known = devices.get(ctx.cookies.get('device'))
  if (known && !ctx.cookies.get('access')) ctx.state.renewed = giveAccess(ctx, known)
  await next()
})
app.use(authenticated)
app.use((ctx) => {
  ctx.body = `Hello ${ctx.state.user.sub}`
})

app.listen(process.env.PORT, '127.0.0.1')
