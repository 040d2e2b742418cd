const express = require('express')
const sessions = require('./sessions')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const app = express()
app.use(express.json())

app.get('/', (req, res) => res.send('Welcome'))

app.post('/login', (req, res) => {
  const { name, password } = req.body
  if (passwords[name] !== password) return res.sendStatus(401)
  sessions.start(req, res)
  res.redirect('/account')
})

app.get('/account', (req, res) => {
  const name = sessions.userOf(req)
  if (!name) return res.sendStatus(401)
  res.send(`Hello ${name}`)
})

app.post('/logout', (req, res) => {
  sessions.end(req, res)
  res.redirect('/')
})

app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
