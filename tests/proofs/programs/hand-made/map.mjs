import { randomBytes } from 'node:crypto'
import cookieParser from 'cookie-parser'
import express, { Router } from 'express'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map()
const TWELVE_HOURS = 12 * 60 * 60 * 1000

function openSession(user) {
  const id = randomBytes(32).toString('base64url')
  sessions.set(id, { user, expiresAt: Date.now() + TWELVE_HOURS })
  return id
}

function currentSession(req) {
  const session = sessions.get(req.cookies.sid)
  return session && session.expiresAt > Date.now() ? session : undefined
}

const router = Router()

router.get('/', (req, res) => res.send('Welcome'))

router.post('/login', async (req, res) => {
  const { name, password } = req.body
  if (passwords[name] !== password) return res.status(401).send('Wrong password')
  res.cookie('sid', openSession(name), { httpOnly: true, maxAge: TWELVE_HOURS })
  res.redirect('/account')
})

router.get('/account', (req, res) => {
  const session = currentSession(req)
  if (!session) return res.status(401).send('Please log in')
  res.send(`Hello ${session.user}`)
})

router.post('/logout', (req, res) => {
  if (currentSession(req)) console.log('Bye')
  res.clearCookie('sid')
  res.redirect('/')
})

setInterval(() => {
  for (const [id, session] of sessions) {
    if (session.expiresAt < Date.now()) sessions.delete(id)
  }
}, TWELVE_HOURS).unref()

const app = express()
app.use(express.json(), cookieParser(), router)
app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
