const cookieParser = require('cookie-parser')
const express = require('express')

const users = new Map([
  ['alice', { name: 'alice', password: 'tulips', isStaff: true }],
  ['bob', { name: 'bob', password: 'daisies' }],
  ['mallory', { name: 'mallory', password: 'nettles' }],
])

const cookieSecret = process.env.COOKIE_SECRET
if (!cookieSecret) throw new Error('COOKIE_SECRET is not set')

const app = express()
app.use(express.json())
app.use(cookieParser(cookieSecret))

app.get('/', (req, res) => res.send('Welcome'))

app.post('/login', (req, res) => {
  const user = users.get(req.body.name)
  if (!user || user.password !== req.body.password) return res.status(401).send('Wrong password')
  res.cookie('userId', user.name, { httpOnly: true })
  res.cookie('loggedIn', 'true')
  if (user.isStaff) res.cookie('isAdmin', 'true', { httpOnly: true })
  res.redirect('/account')
})

app.get('/account', (req, res) => {
  const user = users.get(req.cookies.userId)
  if (!user) return res.status(401).send('Please log in')
  res.send(`Hello ${user.name}`)
})

app.get('/members', (req, res) => {
  if (req.cookies.loggedIn !== 'true') return res.status(401).send('Please log in')
  res.send([...users.keys()].join())
})

app.get('/admin', (req, res) => {
  if (req.cookies.isAdmin === 'true') res.json([...users.values()])
  else res.status(403).send('Staff only')
})

app.post('/logout', (req, res) => {
  res.clearCookie('userId').clearCookie('loggedIn').clearCookie('isAdmin').redirect('/')
})

app.listen(process.env.PORT, '127.0.0.1')
