const Koa = require('koa')
const session = require('koa-session')
const { pages } = require('./pages')
const { SessionStore } = require('./session-store')

const DEFAULTS = { renew: true, overwrite: true }

const app = new Koa()
const store = new SessionStore()

app.keys = ['wiki', process.env.WIKI_KEY].filter(Boolean)

const CONFIG = {
  ...DEFAULTS,
  key: 'wiki.sid',
  maxAge: 'session',
  httpOnly: false,
  genid: () => 'wiki' + Math.random().toString().slice(2),
  store
}

app.use(session(CONFIG, app))

app.use(async (ctx, next) => {
  try {
    await next()
  } catch (err) {
    ctx.status = err.status || 500
    ctx.body = { error: err.message }
  }
})

async function readBody (ctx) {
  let text = ''
  for await (const chunk of ctx.req) text += chunk
  return text === '' ? {} : JSON.parse(text)
}

const EDITORS = { alice: 'tulips', bob: 'daisies' }

const routes = {
  'GET /': async ctx => {
    ctx.body = 'The wiki'
  },

  'POST /login': async ctx => {
    const { name, password } = await readBody(ctx)
    ctx.assert(EDITORS[name] === password, 401, 'Wrong name or password')
    ctx.session.user = name
    ctx.cookies.set('editor_token', `${name}.${Date.now()}`, { httpOnly: false, signed: false })
    ctx.body = { name }
  },

  'POST /logout': async ctx => {
    ctx.cookies.set('wiki.sid', null)
    ctx.body = { bye: true }
  },

  'POST /pages': async ctx => {
    ctx.assert(ctx.session.user, 401, 'Please log in')
    const { title, text } = await readBody(ctx)
    ctx.assert(title, 400, 'A page needs a title')
    pages.set(title, { text, by: ctx.session.user })
    ctx.status = 201
    ctx.body = { title }
  },

  'GET /pages': async ctx => {
    ctx.body = [...pages.keys()]
  }
}

app.use(async (ctx, next) => {
  const route = routes[`${ctx.method} ${ctx.path}`]
  await (route ? route(ctx) : next())
})

app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
