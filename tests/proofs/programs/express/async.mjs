import cookieParser from 'cookie-parser'
import express, { Router } from 'express'

const passwords = new Map([['alice', 'tulips'], ['bob', 'daisies'], ['mallory', 'nettles']])
const users = new Map()

const COOKIE = 'auth_token'
const cookieOptions = { path: '/', sameSite: 'lax' }

const router = Router()

router.get('/', (req, res) => res.cookie('lang', 'en', cookieOptions).send('Welcome'))

router.post('/login', async (req, res) => {
  const { name, password } = req.body
  if (passwords.get(name) !== password) return res.status(401).json({ error: 'Wrong password' })
  const token = Math.random().toString(36).slice(2)
  users.set(token, name)
  res.cookie(COOKIE, token, cookieOptions)
  res.json({ ok: true })
})

router.get('/account', async (req, res) => {
  const name = users.get(req.cookies[COOKIE])
  if (!name) return res.status(401).json({ error: 'Please log in' })
  res.json({ hello: name })
})

router.post('/logout', async (req, res) => {
  users.delete(req.cookies[COOKIE])
  res.clearCookie(COOKIE, cookieOptions)
  res.json({ ok: true })
})

const app = express()
app.use(express.json(), cookieParser(), router)
app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
