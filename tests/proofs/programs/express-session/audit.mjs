import { setImmediate as soon } from 'node:timers/promises'
import express from 'express'
import session from 'express-session'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const logins = []

async function audit(event) {
  await soon()
  logins.push(event)
}

const app = express()
app.use(express.json(), session({ secret: 'keyboard cat', resave: false, saveUninitialized: true }))

app.get('/', (req, res) => res.send('Welcome'))

app.post('/login', async (req, res) => {
  const { name, password } = req.body
  if (passwords[name] !== password) return res.sendStatus(401)
  req.session.user = name
  await audit({ name, at: Date.now() })
  res.redirect('/account')
})

app.get('/account', (req, res) => {
  if (!req.session.user) return res.sendStatus(401)
  res.json({ user: req.session.user })
})

app.post('/logout', async (req, res) => {
  delete req.session.user
  await audit({ at: Date.now() })
  res.redirect('/')
})

app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
