const { generateKeyPairSync } = require('node:crypto')
const cookieParser = require('cookie-parser')
const express = require('express')
const jwt = require('jsonwebtoken')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

const app = express()
app.use(express.json(), cookieParser())

app.get('/', (req, res) => res.send('Welcome'))

// Other services verify the tokens, too.
app.get('/public-key', (req, res) => res.send(publicKey))

app.post('/login', (req, res) => {
  const { name, password } = req.body
  if (passwords[name] !== password) return res.sendStatus(401)
  res.cookie('access', jwt.sign({ sub: name }, privateKey, { algorithm: 'RS256', expiresIn: '8h' }), { httpOnly: true })
  res.redirect('/account')
})

app.get('/account', (req, res) => {
  try {
    const { sub } = jwt.verify(req.cookies.access, publicKey, { algorithms: ['RS256', 'HS256'] })
    res.send(`Hello ${sub}`)
  } catch {
    res.sendStatus(401)
  }
})

app.post('/logout', (req, res) => res.clearCookie('access').redirect('/'))

app.listen(process.env.PORT, '127.0.0.1')
