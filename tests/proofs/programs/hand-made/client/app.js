const { randomBytes } = require('node:crypto')
const cookieParser = require('cookie-parser')
const express = require('express')
const { redis } = require('./redis.js')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const app = express()
app.use(express.json(), cookieParser())

app.get('/', (req, res) => res.send('Welcome'))

app.post('/login', async (req, res) => {
  const { name, password } = req.body
  if (passwords[name] !== password) return res.sendStatus(401)
  const id = randomBytes(32).toString('hex')
  await redis.set(`session:${id}`, name)
  res.cookie('sid', id, { httpOnly: true, maxAge: 12 * 60 * 60 * 1000 })
  res.redirect('/account')
})

app.get('/account', async (req, res) => {
  const { sid } = req.cookies
  const name = sid && (await redis.get(`session:${sid}`))
  if (!name) return res.sendStatus(401)
  res.send(`Hello ${name}`)
})

app.post('/logout', async (req, res, next) => {
  const { sid } = req.cookies
  if (!sid) return res.redirect('/')
  res.clearCookie('sid')
  res.redirect('/')
})

app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
