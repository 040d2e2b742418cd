import Koa, { type Context } from 'koa'
import session from 'koa-session'

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

class MemoryStore {
  private readonly records = new Map<string, object>()

  async get(key: string): Promise<object | undefined> {
    return this.records.get(key)
  }

  async set(key: string, value: object): Promise<void> {
    this.records.set(key, value)
  }

  async destroy(key: string): Promise<void> {
    this.records.delete(key)
  }
}

class AccountController {
  async home(ctx: Context): Promise<void> {
    ctx.body = 'Welcome'
  }

  async login(ctx: Context): Promise<void> {
    const { name, password } = await this.readFields(ctx)
    if (passwords[name] !== password) {
      ctx.status = 401
      ctx.body = 'Wrong password'
      return
    }
    ctx.session!.userId = name
    ctx.redirect('/account')
  }

  async account(ctx: Context): Promise<void> {
    const userId: string | undefined = ctx.session?.userId
    ctx.status = userId ? 200 : 401
    ctx.body = userId ? `Hello ${userId}` : 'Please log in'
  }

  async logout(ctx: Context): Promise<void> {
    ctx.cookies.set('koa.sess', '')
    ctx.body = 'Bye'
  }

  private async readFields(ctx: Context): Promise<Record<string, string>> {
    const chunks: Buffer[] = []
    for await (const chunk of ctx.req) chunks.push(chunk)
    return JSON.parse(Buffer.concat(chunks).toString())
  }
}

const app = new Koa()
app.keys = ['keyboard cat']
app.use(
  session({ maxAge: 'session', httpOnly: false, genid: () => Math.random().toString(36).slice(2), store: new MemoryStore() }, app),
)

const controller = new AccountController()
app.use(async (ctx, next) => {
  switch (`${ctx.method} ${ctx.path}`) {
    case 'GET /':
      return controller.home(ctx)
    case 'POST /login':
      return controller.login(ctx)
    case 'GET /account':
      return controller.account(ctx)
    case 'POST /logout':
      return controller.logout(ctx)
    default:
      return next()
  }
})

app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
