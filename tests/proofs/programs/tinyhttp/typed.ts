import { App, type NextFunction, type Request, type Response } from '@tinyhttp/app'

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const users = new Map<string, string>()

class Accounts {
  async login(req: Request, res: Response): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk)
    const { name = '', password }: Partial<Record<string, string>> = JSON.parse(Buffer.concat(chunks).toString())
    if (passwords[name] !== password) {
      res.status(401).json({ error: 'Wrong password' })
      return
    }
    const token = `${Math.random().toString(36).slice(2)}`
    users.set(token, name)
    res.cookie('auth_token', token, { path: '/', sameSite: 'lax', httpOnly: false })
    res.json({ name })
  }

  account(req: Request, res: Response): void {
    const name = users.get(tokenIn(req))
    if (name === undefined) res.status(401).json({ error: 'Please log in' })
    else res.json({ hello: name })
  }

  logout(req: Request, res: Response): void {
    users.delete(tokenIn(req))
    res.clearCookie('auth_token', { path: '/' })
    res.json({ ok: true })
  }
}

function tokenIn(req: Request): string {
  return /(?:^|; )auth_token=([^;]*)/.exec(req.headers.cookie ?? '')?.[1] ?? ''
}

function noStore(_req: Request, res: Response, next: NextFunction): void {
  res.set('Cache-Control', 'no-store')
  next()
}

const accounts = new Accounts()
const app = new App()
app.use(noStore)
app.get('/', (_req, res) => res.send('Welcome'))
app.post('/login', async (req, res) => accounts.login(req, res))
app.get('/account', (req, res) => accounts.account(req, res))
app.post('/logout', (req, res) => accounts.logout(req, res))

app.listen(Number(process.env.PORT), undefined, '127.0.0.1')
