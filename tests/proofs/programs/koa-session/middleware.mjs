import { randomInt } from 'node:crypto'
import Koa from 'koa'
import session from 'koa-session'

const app = new Koa()
const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const records = new Map()
let sequence = 4711

app.use(
  session(
    {
      key: 'shop',
      maxAge: 'session',
      signed: false,
      httpOnly: false,
      genid: () => `${process.pid}-${sequence++}`,
      store: {
        get: async (key) => records.get(key),
        set: async (key, value) => {
          records.set(key, value)
        },
        destroy: async (key) => {
          records.delete(key)
        },
      },
    },
    app,
  ),
)

async function readFields(ctx) {
  let text = ''
  for await (const chunk of ctx.req) text += chunk
  return JSON.parse(text)
}

async function home(ctx) {
  ctx.body = `Welcome. Your lucky number is ${randomInt(100)}`
}

async function login(ctx) {
  const { name, password } = await readFields(ctx)
  if (passwords[name] !== password) ctx.throw(401, 'Wrong password')
  ctx.session.user = name
  ctx.redirect('/account')
}

async function account(ctx) {
  if (!ctx.session.user) ctx.throw(401, 'Please log in')
  ctx.body = `Hello ${ctx.session.user}`
}

async function logout(ctx) {
  ctx.cookies.set('shop', null)
  ctx.redirect('/')
}

const routes = { 'GET /': home, 'POST /login': login, 'GET /account': account, 'POST /logout': logout }

app.use(async (ctx) => {
  await routes[`${ctx.method} ${ctx.path}`]?.(ctx)
})

app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
