import { randomUUID } from 'node:crypto'
import cookieParser from 'cookie-parser'
import express, { type Response } from 'express'
import jwt from 'jsonwebtoken'

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const devices = new Map<string, string>()

function jwtSecret(): string {
  const secret = process.env.JWT_SECRET
  if (!secret) throw new Error('JWT_SECRET is not set')
  return secret
}

const key = jwtSecret()

class Tokens {
  sign(name: string): string {
    return jwt.sign({ sub: name }, key, { expiresIn: '15m' })
  }

  read(token: string): string | undefined {
    try {
      const claims = jwt.verify(token, key, { algorithms: ['HS256'] })
      return typeof claims === 'object' && claims !== null ? claims.sub : undefined
    } catch {
      return undefined
    }
  }
}

const tokens = new Tokens()

function giveAccess(response: Response, name: string): string {
  const access = tokens.sign(name)
  response.cookie('access', access, { httpOnly: true, maxAge: 15 * 60 * 1000 })
  return access
}

const app = express()
app.use(express.json(), cookieParser())

app.get('/', (_request, response) => {
  response.send('Welcome')
})

app.post('/login', (request, response) => {
  const { name, password } = request.body
  if (passwords[name] !== password) {
    response.status(401).send('Wrong password')
    return
  }
  const device = randomUUID()
  devices.set(device, name)
  response.cookie('device', device, { httpOnly: true })
  giveAccess(response, name)
  response.redirect('/account')
})

app.get('/account', (request, response) => {
  const known = devices.get(request.cookies.device)
  const token: string | undefined = request.cookies.access ?? (known && giveAccess(response, known))
  const name = token && tokens.read(token)
  if (name) response.send(`Hello ${name}`)
  else response.status(401).send('Please log in')
})

app.post('/logout', (request, response) => {
  devices.delete(request.cookies.device)
  response.clearCookie('access').clearCookie('device').redirect('/')
})

app.listen(Number(process.env.PORT), '127.0.0.1')
