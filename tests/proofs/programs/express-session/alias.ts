import express, { type NextFunction, type Request, type Response } from 'express'
import session from 'express-session'

declare module 'express-session' {
  interface SessionData {
    userId?: string
  }
}

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

async function findUser(name: string, password: string): Promise<{ readonly id: string } | undefined> {
  return passwords[name] === password ? { id: name } : undefined
}

async function login(req: Request, res: Response, next: NextFunction): Promise<void> {
  try {
    const { session } = req
    const user = await findUser(req.body.name, req.body.password)
    if (!user) {
      res.status(401).send('Wrong password')
      return
    }
    session.userId = user.id
    res.redirect('/account')
  } catch (error) {
    next(error)
  }
}

const account = (req: Request, res: Response): void => {
  res.status(req.session.userId ? 200 : 401).send(req.session.userId ?? 'Please log in')
}

const logout = (req: Request, res: Response): void => res.clearCookie('connect.sid').redirect('/')

const app = express()
app.use(express.json())
app.use(session({ secret: 'keyboard cat', resave: false, saveUninitialized: true, cookie: { maxAge: 12 * 60 * 60 * 1000 } }))
app.get('/', (_req, res) => {
  res.send('Welcome')
})
app.post('/login', login)
app.get('/account', account)
app.post('/logout', logout)
app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
