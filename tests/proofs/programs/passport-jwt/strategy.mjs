import { randomUUID } from 'node:crypto'
import cookieParser from 'cookie-parser'
import express from 'express'
import jwt from 'jsonwebtoken'
import { Passport } from 'passport'
import { Strategy as JwtStrategy } from 'passport-jwt'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const devices = new Map()

const jwtSecret = process.env.JWT_SECRET
if (!jwtSecret) throw new Error('JWT_SECRET is not set')

const giveAccess = (res, name) => {
  const access = jwt.sign({ sub: name }, jwtSecret, { expiresIn: '15m' })
  res.cookie('access', access, { httpOnly: true, maxAge: 15 * 60 * 1000 })
  return access
}

const passport = new Passport()
passport.use(
  new JwtStrategy(
    {
      jwtFromRequest: (req) => req.cookies.access,
      secretOrKey: jwtSecret,
      algorithms: ['HS256'],
    },
    (claims, done) => done(null, { name: claims.sub }),
  ),
)

const app = express()
app.use(express.json(), cookieParser(), passport.initialize())

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

const renew = (req, res, next) => {
  const known = devices.get(req.cookies.device)
  if (known && !req.cookies.access) req.cookies.access = giveAccess(res, known)
  next()
}

app.get('/account', renew, passport.authenticate('jwt', { session: false }), (req, res) => {
  res.send(`Hello ${req.user.name}`)
})

app.post('/logout', (req, res) => {
  devices.delete(req.cookies.device)
  res.clearCookie('access').clearCookie('device').redirect('/')
})

app.listen(process.env.PORT, '127.0.0.1')
