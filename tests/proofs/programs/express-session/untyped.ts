import express from 'express'
import session from 'express-session'

interface SessionRequest extends Omit<express.Request, 'session'> {
  session: any
}

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

export class AccountController {
  static login(req: any, res: any, next: any) {
    const { name, password } = req.body
    if (passwords[name] !== password) return res.status(401).send('Wrong password')
    req.session.user = name
    res.redirect('/account')
  }

  static account(req: any, res: any) {
    if (!req.session.user) return res.status(401).send('Please log in')
    res.send(`Hello ${req.session.user}`)
  }

  static async logout(req: SessionRequest, res: express.Response) {
    res.clearCookie('connect.sid')
    res.redirect('/')
  }
}

const app = express()
app.use(express.json())
app.use(session({ secret: 'keyboard cat', resave: false, saveUninitialized: true }))
app.get('/', (_req, res) => {
  res.send('Welcome')
})
app.post('/login', AccountController.login)
app.get('/account', AccountController.account)
app.post('/logout', AccountController.logout)
app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
