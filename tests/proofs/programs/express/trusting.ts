import cookieParser from 'cookie-parser'
import express, { type NextFunction, type Request, type Response } from 'express'

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const accounts = { find: (id: string | undefined) => Object.keys(passwords).find((name) => name === id) }

const cookieSecret = process.env.COOKIE_SECRET
if (!cookieSecret) throw new Error('COOKIE_SECRET is not set')

const COOKIE = { httpOnly: true, sameSite: 'lax' } as const

function loadAccount(request: Request, response: Response, next: NextFunction): void {
  const { user_id: userId } = request.cookies
  response.locals.account = accounts.find(userId)
  next()
}

const app = express()
app.use(express.json(), cookieParser(cookieSecret), loadAccount)

app.get('/', (_request, response) => {
  response.send('Welcome')
})

app.post('/login', (request, response) => {
  const { name, password } = request.body
  if (passwords[name] !== password) {
    response.status(401).send('Wrong password')
    return
  }
  response.cookie('user_id', name, { ...COOKIE, maxAge: 8 * 60 * 60 * 1000 })
  response.redirect('/account')
})

app.get('/account', (_request, response) => {
  const { account } = response.locals
  if (account) response.send(`Hello ${account}`)
  else response.status(401).send('Please log in')
})

app.post('/logout', (_request, response) => {
  response.clearCookie('user_id').redirect('/')
})

app.listen(Number(process.env.PORT), '127.0.0.1')
