import { serve } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import { deleteCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { MemoryStore, sessionMiddleware, type Session } from 'hono-sessions'

interface Data {
  user: string
  lastSeen: number
}

type Env = {
  Variables: {
    session: Session<Data>
  }
}

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

const app = new Hono<Env>()

app.use(
  sessionMiddleware({
    store: new MemoryStore(),
    encryptionKey: 'a key that is long enough for the encryption of cookies',
    cookieOptions: {
      sameSite: 'Lax',
      path: '/',
    },
  }),
)

const requireUser = createMiddleware<Env>(async (c, next) => {
  if (c.get('session').get('user') === null) return c.json({ error: 'Please log in' }, 401)
  await next()
})

class Accounts {
  static async login(c: Context<Env>) {
    const { name = '', password } = await c.req.json<Partial<Record<string, string>>>()
    if (passwords[name] !== password) return c.json({ error: 'Wrong password' }, 401)
    const session = c.get('session')
    session.set('user', name)
    session.set('lastSeen', Date.now())
    return c.json({ name })
  }

  static account(c: Context<Env>) {
    return c.json({ hello: c.var.session.get('user') })
  }
}

app.get('/', (c) => c.text('Welcome'))
app.post('/login', Accounts.login)
app.get('/account', requireUser, Accounts.account)
app.post('/logout', (c) => {
  deleteCookie(c, 'session')
  return c.json({ ok: true })
})

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
