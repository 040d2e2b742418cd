const express = require('express')
const session = require('express-session')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

const app = express()
app.use(express.json())
app.use(session({
  secret: 'keyboard cat',
  resave: false,
  saveUninitialized: false,
  cookie: (req) => ({ secure: req.secure, sameSite: 'lax', httpOnly: false }),
}))

app.get('/', (req, res) => res.send('Welcome'))

app.post('/login', (req, res, next) => {
  const { name, password } = req.body
  if (passwords[name] !== password) return res.sendStatus(401)
  req.session.regenerate((err) => {
    if (err) return next(err)
    req.session.user = name
    res.redirect('/account')
  })
})

app.get('/account', (req, res) => {
  if (!req.session.user) return res.sendStatus(401)
  res.send(`Hello ${req.session.user}`)
})

app.post('/logout', (req, res, next) => {
  req.session.destroy((err) => (err ? next(err) : res.clearCookie('connect.sid').redirect('/')))
})

app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
