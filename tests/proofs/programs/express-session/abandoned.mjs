import express, { Router } from 'express'
import session from 'express-session'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const router = Router()

router.get('/', (req, res) => res.send('Welcome'))

router.post('/login', (req, res) => {
  const { name, password } = req.body
  if (passwords[name] !== password) return res.sendStatus(401)
  req.session.user = name
  res.redirect('/account')
})

router.get('/account', (req, res) => {
  if (!req.session.user) return res.sendStatus(401)
  res.send(`Hello ${req.session.user}`)
})

router.post('/logout', (req, res) => {
  delete req.session
  res.clearCookie('sid')
  res.redirect('/')
})

const app = express()
app.use(express.json())
app.use(session({ name: 'app', secret: 'keyboard cat', resave: false, saveUninitialized: true }))
app.use(router)
app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
