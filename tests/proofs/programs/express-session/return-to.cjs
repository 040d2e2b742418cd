const express = require('express')
const session = require('express-session')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

const app = express()
app.use(express.json())
app.use(session({ secret: 'keyboard cat', resave: false, saveUninitialized: false }))

app.get('/', (req, res) => res.send('Welcome'))

app.get('/account', (req, res) => {
  if (!req.session.user) {
    req.session.returnTo = req.originalUrl
    return res.status(401).send('Please log in')
  }
  res.send('Hello ' + req.session.user)
})

app.post('/login', (req, res, next) => {
  const { name, password } = req.body
  if (passwords[name] !== password) return res.sendStatus(401)
  req.session.user = name
  res.redirect(req.session.returnTo || '/')
})

app.post('/logout', (req, res) => {
  req.session.user = null
  res.redirect('/')
})

app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
