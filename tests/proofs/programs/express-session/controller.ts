import express, { type NextFunction, type Request, type Response } from 'express'
import session from 'express-session'
import { v1 as uuid } from 'uuid'

declare module 'express-session' {
  interface SessionData {
    user?: { readonly name: string }
  }
}

class Users {
  private readonly passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

  find(name: string, password: string): { readonly name: string } | undefined {
    return this.passwords[name] === password ? { name } : undefined
  }
}

class AccountController {
  constructor(private readonly users: Users) {}

  login = (req: Request, res: Response, next: NextFunction): void => {
    const user = this.users.find(req.body.name, req.body.password)
    if (user) {
      req.session.user = user
      return res.redirect('/account')
    }
    res.status(401).send('Wrong password')
  }

  show = (req: Request, res: Response): void => {
    if (req.session.user) {
      res.send(`Hello ${req.session.user.name}`)
    } else {
      res.status(401).send('Please log in')
    }
  }

  async logout(req: Request, res: Response): Promise<void> {
    res.clearCookie('connect.sid')
    res.redirect('/')
  }
}

const options: session.SessionOptions = {
  secret: 'keyboard cat',
  resave: false,
  saveUninitialized: true,
  genid: (req: Request): string => uuid(),
  cookie: { httpOnly: false as boolean },
}

const app = express()
const account = new AccountController(new Users())

app.use(express.json(), session(options))
app.get('/', (_req, res) => {
  res.send('Welcome')
})
app.post('/login', account.login)
app.get('/account', account.show)
app.post('/logout', account.logout)

app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
