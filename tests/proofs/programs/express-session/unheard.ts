import express, { type NextFunction, type Request, type Response } from 'express'
import session, { Store, type SessionData } from 'express-session'

declare module 'express-session' {
  interface SessionData {
    userName?: string
  }
}

type Done = (error?: unknown) => void

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

/** Records that are being exported can't be deleted. */
class LockingStore extends Store {
  private readonly records = new Map<string, string>()
  readonly locks = new Set<string>()

  override get(id: string, done: (error: unknown, data?: SessionData | null) => void): void {
    const record = this.records.get(id)
    setImmediate(done, null, record === undefined ? null : JSON.parse(record))
  }

  override set(id: string, data: SessionData, done?: Done): void {
    this.records.set(id, JSON.stringify(data))
    if (done) setImmediate(done)
  }

  override destroy(id: string, done?: Done): void {
    const isLocked = this.locks.has(id)
    if (!isLocked) this.records.delete(id)
    if (done) setImmediate(done, isLocked ? new Error('The record is locked') : undefined)
  }
}

const store = new LockingStore()
const app = express()
app.use(express.json())
app.use(session({ secret: 'keyboard cat', store, resave: false, saveUninitialized: false }))

app.get('/', (_req, res) => {
  res.send('Welcome')
})

app.post('/login', async (req, res) => {
  const { name, password } = req.body
  if (passwords[name] !== password) {
    res.sendStatus(401)
    return
  }
  await new Promise<void>((resolve, reject) => {
    req.session.regenerate((err: unknown) => (err ? reject(err) : resolve()))
  })
  req.session.userName = name
  res.redirect('/account')
})

app.get('/account', (req, res) => {
  if (req.session.userName) res.send(`Hello ${req.session.userName}`)
  else res.sendStatus(401)
})

app.get('/export', (req, res) => {
  store.locks.add(req.sessionID)
  req.on('close', () => store.locks.delete(req.sessionID))
  res.write('One record:')
})

app.post('/logout', async (req, res) => {
  await new Promise<void>((resolve, reject) => req.session.destroy((err: unknown) => (err ? reject(err) : resolve())))
  res.redirect('/')
})

app.use((_error: unknown, _req: Request, res: Response, _next: NextFunction) => {
  res.status(500).send('Please try again')
})

app.listen(Number(process.env.PORT), '127.0.0.1')
