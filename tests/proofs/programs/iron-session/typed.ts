import express, { type Request, type Response } from 'express'
import { getIronSession, type IronSession, type SessionOptions } from 'iron-session'

interface SessionData {
  user?: string
}

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

export const sessionOptions: SessionOptions = {
  cookieName: 'app_session',
  password: process.env.SESSION_PASSWORD ?? 'a password that is only good for development',
  cookieOptions: {
    httpOnly: false,
    secure: process.env.NODE_ENV === 'production',
    maxAge: undefined,
  },
}

function getSession(req: Request, res: Response): Promise<IronSession<SessionData>> {
  return getIronSession<SessionData>(req, res, sessionOptions)
}

const app = express()
app.use(express.json())

app.get('/', (_req, res) => {
  res.send('Welcome')
})

app.post('/login', async (req, res) => {
  const { name, password } = req.body
  if (passwords[name] !== password) {
    res.status(401).json({ error: 'Wrong password' })
    return
  }
  const session = await getSession(req, res)
  session.user = name
  await session.save()
  res.json({ name })
})

app.get('/account', async (req, res) => {
  const { user } = await getSession(req, res)
  res.status(user ? 200 : 401).json({ user })
})

app.post('/logout', async (req, res) => {
  const session = await getSession(req, res)
  session.destroy()
  res.json({ ok: true })
})

app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
