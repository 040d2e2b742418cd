import Koa, { type Context, type Middleware, type Next } from 'koa'
import session from 'koa-generic-session'

declare module 'koa-generic-session' {
  interface Session {
    userId?: string
  }
}

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
let lastId = 1000

const fieldsOf = async (ctx: Context): Promise<Partial<Record<string, string>>> => {
  const chunks: Buffer[] = []
  for await (const chunk of ctx.req) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString())
}

const login: Middleware = async (ctx: Context, next: Next) => {
  if (ctx.path !== '/login') return next()
  const { name = '', password } = await fieldsOf(ctx)
  if (passwords[name] !== password) return ctx.throw(401, 'Wrong password')
  ctx.session!.userId = name
  ctx.redirect('/account')
}

const account: Middleware = async (ctx: Context, next: Next) => {
  if (ctx.path !== '/account') return next()
  ctx.assert(ctx.session?.userId, 401, 'Please log in')
  ctx.body = { hello: ctx.session.userId }
}

const logout: Middleware = async (ctx: Context, next: Next) => {
  if (ctx.path !== '/logout') return next()
  ctx.cookies.set('koa.sid')
  ctx.body = 'Bye'
}

const app = new Koa()
app.keys = ['keyboard cat']
app.silent = true
app.use(
  session({
    genSid: () => String(++lastId),
    cookie: {
      maxAge: 0,
      httpOnly: false,
      signed: false,
    },
  }),
)
app.use(login).use(account).use(logout)
app.use((ctx) => {
  ctx.body = 'Welcome'
})

app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
