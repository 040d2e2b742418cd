const express = require('express')
const session = require('express-session')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const store = new session.MemoryStore()
const app = express()

app.use(express.json())
app.use(
  session({
    secret: 'keyboard cat',
    resave: false,
    store,
    cookie: {},
  }),
)

app.get('/', (req, res) => {
  res.send('Welcome')
})

app.get('/status', (req, res, next) => {
  store.length((err, sessions) => (err ? next(err) : res.json({ sessions })))
})

app.post('/login', (req, res, next) => {
  const { name, password } = req.body
  if (passwords[name] !== password) return res.status(401).send('Wrong password')
  req.session.regenerate((err) => {
    if (err) return next(err)
    req.session.user = name
    res.redirect('/account')
  })
})

app.get('/account', (req, res) => {
  if (!req.session.user) return res.status(401).send('Please log in')
  res.send(`Hello ${req.session.user}`)
})

app.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.redirect('/')
  })
})

app.listen(process.env.PORT, '127.0.0.1')
