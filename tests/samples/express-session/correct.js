import { randomBytes } from 'node:crypto'
import { RedisStore } from 'connect-redis'
import express from 'express'
import session from 'express-session'
import { client } from './redis.js'

const LONGEST = 12 * 60 * 60 * 1000
const app = express()

app.use(
  session({
    name: 'id',
    store: new RedisStore({ client }),
    secret: process.env.SESSION_SECRET,
    genid: () => randomBytes(32).toString('base64url'),
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { secure: 'auto', sameSite: 'lax', maxAge: 30 * 60 * 1000 },
  }),
)

app.use((req, res, next) => {
  if (!(req.session.loggedInAt < Date.now() - LONGEST)) return next()
  req.session.destroy(next)
})

app.post('/login', (req, res, next) => {
  req.session.regenerate((err) => {
    if (err) return next(err)
    req.session.userId = req.body.id
    req.session.loggedInAt = Date.now()
    res.redirect('/')
  })
})

app.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('id')
    res.redirect('/')
  })
})
