const express = require('express')
const session = require('express-session')

const app = express()
const users = [
  { name: 'alice', password: 'tulips' },
  { name: 'bob', password: 'daisies' },
  { name: 'mallory', password: 'nettles' },
]

app.use(express.json())
app.use(session({ secret: 'keyboard cat', resave: false, saveUninitialized: true, name: 'connect.sid' }))

const find = (name) => users.find((user) => user.name === name)
const findLater = async (name) => find(name)

app.get('/', (req, res) => res.send('Welcome'))

app.post('/login', (req, res, next) => {
  const user = find(req.body.name)
  req.session.user = user.name
  res.redirect('/account')
})

app.post('/promise/login', (req, res, next) => {
  findLater(req.body.name)
    .then((user) => {
      req.session.user = user.name
      res.redirect('/account')
    })
    .catch(next)
})

app.get('/account', (req, res) => {
  if (!req.session.user) return res.status(401).send('Please log in')
  res.send(`Hello ${req.session.user}`)
})

app.listen(process.env.PORT, '127.0.0.1', function () {
  console.log(`Listening on port ${this.address().port}`)
})
