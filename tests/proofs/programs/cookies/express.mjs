import Cookies from 'cookies'
import express from 'express'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = {}
let lastId = 500

const app = express()
app.use(express.json())

app.get('/', (req, res) => {
  res.send('Welcome')
})

app.post('/login', (req, res) => {
  const { name, password } = req.body
  if (passwords[name] !== password) return res.status(401).end()
  const sessionId = `session-${++lastId}`
  sessions[sessionId] = name
  const cookies = new Cookies(req, res)
  cookies.set('sid', sessionId, {
    httpOnly: false,
    sameSite: 'lax',
  })
  res.json({ name })
})

app.get('/account', (req, res) => {
  const name = sessions[new Cookies(req, res).get('sid')]
  if (!name) return res.status(401).end()
  res.json({ name })
})

app.post('/logout', (req, res) => {
  const cookies = new Cookies(req, res)
  delete sessions[cookies.get('sid')]
  cookies.set('sid')
  res.json({})
})

app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
