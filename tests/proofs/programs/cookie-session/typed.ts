import cookieSession from 'cookie-session'
import express, { Router, type Request, type Response } from 'express'

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

export const sessionOptions = {
  keys: ['keyboard cat'],
  sameSite: 'lax',
  httpOnly: false,
} satisfies CookieSessionInterfaces.CookieSessionOptions

const router = Router()

router.post('/login', async (req: Request, res: Response) => {
  const { name, password } = req.body
  if (passwords[name] !== password) {
    res.status(401).json({ error: 'Wrong password' })
    return
  }
  req.session!.user = name
  res.json({ name })
})

router.get('/account', (req, res) => {
  const user: unknown = req.session?.user
  res.status(user ? 200 : 401).json({ user })
})

router.post('/logout', (req, res) => {
  req.session = {}
  res.json({ ok: true })
})

const app = express()
app.use(express.json())
app.use(cookieSession(sessionOptions))
app.get('/', (_req, res) => {
  res.send('Welcome')
})
app.use(router)

app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
