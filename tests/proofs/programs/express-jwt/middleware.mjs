import { randomUUID } from 'node:crypto'
import cookieParser from 'cookie-parser'
import express from 'express'
import { expressjwt } from 'express-jwt'
import jwt from 'jsonwebtoken'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const devices = new Map()

const jwtSecret = process.env.JWT_SECRET
if (!jwtSecret) throw new Error('JWT_SECRET is not set')

function giveAccess(res, name) {
  const access = jwt.sign({ sub: name }, jwtSecret, { expiresIn: '15m' })
  res.cookie('access', access, { httpOnly: true, maxAge: 15 * 60 * 1000 })
  return access
}

function renew(req, res, next) {
  const known = devices.get(req.cookies.device)
  if (known && !req.cookies.access) req.cookies.access = giveAccess(res, known)
  next()
}

const app = express()
app.use(express.json(), cookieParser())

app.get('/', (req, res) => res.send('Welcome'))

app.post('/login', (req, res) => {
  const { name, password } = req.body
  if (passwords[name] !== password) return res.sendStatus(401)
  const device = randomUUID()
  devices.set(device, name)
  res.cookie('device', device, { httpOnly: true })
  giveAccess(res, name)
  res.redirect('/account')
})

const authenticated = expressjwt({
  secret: jwtSecret,
  algorithms: ['HS256'],
  getToken: (req) => req.cookies.access,
})

app.get('/account', renew, authenticated, (req, res) => res.send(`Hello ${req.auth.sub}`))

app.post('/logout', (req, res) => {
  devices.delete(req.cookies.device)
  res.clearCookie('access').clearCookie('device').redirect('/')
})

app.use((err, req, res, next) => {
  res.status(err.status ?? 500).send(err.message)
})

app.listen(process.env.PORT, '127.0.0.1')
