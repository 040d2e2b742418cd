import { createHash } from 'node:crypto'
import Koa, { type Context, type Next } from 'koa'

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

class Sessions {
  private readonly users = new Map<string, string>()

  start(ctx: Context, username: string): void {
    const sessionId = createHash('sha1').update(`${Date.now()}`).digest('hex')
    this.users.set(sessionId, username)
    ctx.cookies.set('session', sessionId, { sameSite: 'lax', httpOnly: false })
  }

  user(ctx: Context): string | undefined {
    return this.users.get(ctx.cookies.get('session') ?? '')
  }

  end(ctx: Context): void {
    this.users.delete(ctx.cookies.get('session') ?? '')
    ctx.cookies.set('session', '')
  }
}

const sessions = new Sessions()

const login = async (ctx: Context): Promise<void> => {
  const chunks: Buffer[] = []
  for await (const chunk of ctx.req) chunks.push(chunk)
  const { name = '', password }: Partial<Record<string, string>> = JSON.parse(Buffer.concat(chunks).toString())
  if (passwords[name] !== password) ctx.throw(401, 'Wrong password')
  sessions.start(ctx, name)
  ctx.body = { name }
}

const account = (ctx: Context): void => {
  const name = sessions.user(ctx)
  ctx.status = name === undefined ? 401 : 200
  ctx.body = { hello: name }
}

const logout = (ctx: Context): void => {
  sessions.end(ctx)
  ctx.body = { ok: true }
}

const routes = new Map([['/login', login], ['/account', account], ['/logout', logout]])

const app = new Koa()
app.silent = true
app.use(async (ctx: Context, next: Next) => {
  await (routes.get(ctx.path) ?? next)(ctx)
})
app.use((ctx: Context) => {
  ctx.body = 'Welcome'
})

app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
