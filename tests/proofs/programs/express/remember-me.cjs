const { randomBytes } = require('node:crypto')
const cookieParser = require('cookie-parser')
const express = require('express')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const tokens = new Map()

const app = express()
app.use(express.json(), cookieParser())

app.get('/', (req, res) => res.send('Welcome'))

app.post('/login', (req, res) => {
  const { name, password } = req.body
  if (passwords[name] !== password) return res.sendStatus(401)
  const token = randomBytes(32).toString('base64url')
  tokens.set(name, token)
  res.cookie('name', name, { httpOnly: true })
  res.cookie('token', token, { httpOnly: true })
  res.redirect('/account')
})

app.get('/account', (req, res) => {
  const expectedToken = tokens.get(req.cookies.name)
  if (!expectedToken || req.cookies.token !== expectedToken) return res.sendStatus(401)
  res.send(`Hello ${req.cookies.name}`)
})

// What other programs send.
app.post('/orders', (req, res) => {
  const expectedToken = tokens.get(req.body.name)
  if (expectedToken && req.body.token === expectedToken) res.send(`Ordered by ${req.body.name}`)
  else res.sendStatus(401)
})

app.post('/logout', (req, res) => {
  tokens.delete(req.cookies.name)
  res.clearCookie('name').clearCookie('token').redirect('/')
})

app.listen(process.env.PORT, '127.0.0.1')
