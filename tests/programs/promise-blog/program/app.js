import { createHash } from 'node:crypto'
import express, { Router } from 'express'
import session from 'express-session'
import * as store from './lib/store.js'

const DAY = 24 * 60 * 60 * 1000
const production = process.env.NODE_ENV === 'production'

const cookie = { path: '/', httpOnly: true }
if (process.env.COOKIE_DOMAIN) cookie.domain = process.env.COOKIE_DOMAIN

const options = {
  name: 'blog',
  secret: process.env.SESSION_SECRET || 'only for development',
  resave: false,
  saveUninitialized: false,
  cookie,
}

const app = express()
app.set('trust proxy', production)
app.use(express.json())
app.use(session(options))

const login = (req, user) => {
  req.session.user = { id: user.id, name: user.name }
  return user
}

const accounts = Router()

accounts.post('/login', (req, res, next) => {
  const { name, password } = req.body
  store
    .findUser(name)
    .then((user) => (user ? store.verify(user, password) : null))
    .then((user) => {
      if (!user) return res.status(401).json({ error: 'Wrong name or password' })
      req.session.userId = user.id
      return res.json({ id: user.id, name: user.name, session: req.sessionID })
    })
    .catch(next)
})

accounts.post('/signup', (req, res, next) => {
  store
    .addUser(req.body)
    .then((user) => login(req, user))
    .then((user) => res.status(201).json({ id: user.id }))
    .catch(next)
})

// A link for readers on the phone.
accounts.post('/link', (req, res, next) => {
  const token = createHash('md5').update(`${req.session.userId}${Date.now()}`).digest('hex')
  store
    .saveToken(token, req.session.userId)
    .then(() => res.redirect(`/m?token=${token}`))
    .catch(next)
})

accounts.get('/m', (req, res, next) => {
  store
    .findToken(req.query.token)
    .then((id) => {
      if (!id) return res.status(404).send('No such link')
      res.cookie('access_token', req.query.token, { sameSite: 'lax', maxAge: 400 * DAY })
      return res.send('Read on')
    })
    .catch(next)
})

accounts.post('/logout', (req, res, next) => {
  new Promise((resolve) => req.session.destroy(resolve))
    .then(() => res.clearCookie('blog').status(204).end())
    .catch(next)
})

const posts = Router()

posts.get('/', (req, res, next) => {
  store.listPosts().then((list) => res.json(list)).catch(next)
})

posts.post('/', (req, res, next) => {
  if (!req.session.userId && !req.session.user) return res.sendStatus(401)
  return store
    .addPost({ ...req.body, author: req.session.userId ?? req.session.user.id })
    .then((post) => res.status(201).json(post))
    .catch(next)
})

app.get('/', (req, res) => res.send('A blog'))
app.use(accounts)
app.use('/posts', posts)
app.use((error, req, res, next) => {
  if (res.headersSent) return next(error)
  return res.status(error.status ?? 500).json({ error: error.message })
})

app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
