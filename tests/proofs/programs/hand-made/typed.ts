import { randomUUID } from 'node:crypto'
import Koa, { type Context } from 'koa'

interface Session {
  readonly name: string
}

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map<string, Session>()
const COOKIE = 'session'

const login = async (ctx: Context): Promise<void> => {
  const chunks: Buffer[] = []
  for await (const chunk of ctx.req) chunks.push(chunk)
  const { name = '', password }: Partial<Record<string, string>> = JSON.parse(Buffer.concat(chunks).toString())
  if (passwords[name] !== password) ctx.throw(401, 'Wrong password')
  const id = randomUUID()
  sessions.set(id, { name })
  ctx.cookies.set(COOKIE, id, { sameSite: 'lax', maxAge: 12 * 60 * 60 * 1000 })
  ctx.body = { name }
}

const account = (ctx: Context): void => {
  const id = ctx.cookies.get(COOKIE)
  const session = id === undefined ? undefined : sessions.get(id)
  ctx.status = session ? 200 : 401
  ctx.body = { hello: session?.name }
}

const logout = (context: Context): void => {
  context.cookies.set(COOKIE, null)
  context.body = { ok: true }
}

const routes = new Map([['/login', login], ['/account', account], ['/logout', logout]])

const app = new Koa()
app.silent = true
app.use(async (ctx: Context) => {
  const route = routes.get(ctx.path)
  if (route) await route(ctx)
  else ctx.body = 'Welcome'
})

app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
