import cookieParser from 'cookie-parser'
import express from 'express'
import { customAlphabet } from 'nanoid'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map()

const app = express()
app.use(express.json(), cookieParser())

app.get('/', (req, res) => res.send('Welcome'))

app.post('/login', async (req, res) => {
  const { name, password } = req.body
  if (passwords[name] !== password) return res.sendStatus(401)
  const sessionId = customAlphabet('0123456789', 4)()
  sessions.set(sessionId, name)
  res.cookie('sessionId', sessionId, { httpOnly: true, maxAge: 43_200_000 })
  res.redirect('/account')
})

app.get('/account', (req, res) => {
  const name = sessions.get(req.cookies.sessionId)
  if (!name) return res.sendStatus(401)
  res.send(`Hello ${name}`)
})

app.post('/logout', (req, res) => {
  sessions.delete(req.cookies.sessionId)
  res.clearCookie('sessionId').redirect('/')
})

app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
