import Koa from 'koa'
import session from 'koa-generic-session'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const records = new Map()
const locks = new Set()

/** Records that are being exported can't be changed. */
const store = {
  get: async (id) => records.get(id),
  async set(id, record) {
    if (locks.has(id)) throw new Error('The record is locked')
    records.set(id, structuredClone(record))
  },
  destroy: async (id) => records.delete(id),
}

async function login(ctx) {
  let text = ''
  for await (const chunk of ctx.req) text += chunk
  const { name, password } = JSON.parse(text)
  if (passwords[name] !== password) return ctx.throw(401, 'Wrong password')
  await ctx.regenerateSession()
  ctx.session.user = name
  ctx.redirect('/account')
}

function account(ctx) {
  if (!ctx.session.user) return ctx.throw(401, 'Please log in')
  ctx.body = `Hello ${ctx.session.user}`
}

function exportRecord(ctx) {
  const { sessionId } = ctx
  locks.add(sessionId)
  ctx.req.on('close', () => locks.delete(sessionId))
  ctx.respond = false
  ctx.res.writeHead(200).write('One record:')
}

async function logout(ctx) {
  delete ctx.session.user
  await ctx.saveSession()
  ctx.redirect('/')
}

const routes = { '/login': login, '/account': account, '/export': exportRecord, '/logout': logout }

const app = new Koa()
app.silent = true
app.keys = ['keyboard cat']
app.use(session({ store }))
app.use((ctx) => {
  if (routes[ctx.path]) return routes[ctx.path](ctx)
  ctx.body = 'Welcome'
})

app.listen(process.env.PORT, '127.0.0.1')
