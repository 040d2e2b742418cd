import express, { Router } from 'express'
import session from 'express-session'
import passport from 'passport'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

passport.serializeUser((user, done) => done(null, user.name))
passport.deserializeUser((name, done) => done(null, { name }))

const router = Router()

router.post('/login', async (req, res, next) => {
  const { name, password } = req.body
  if (passwords[name] !== password) {
    return res.status(401).send('Wrong password')
  }
  req.login({ name }, function (error) {
    if (error) return next(error)
    res.redirect('/account')
  })
})

router.get('/account', (req, res) => {
  if (!req.user) return res.status(401).send('Please log in')
  res.send(`Hello ${req.user.name}`)
})

router.get('/', (req, res) => res.send('Welcome'))

router.post('/logout', (req, res) => {
  req.session.destroy(() => res.redirect('/'))
})

const app = express()
app.use(
  express.json(),
  session({ secret: 'keyboard cat', resave: false, saveUninitialized: true }),
  passport.initialize(),
  passport.session(),
  router,
)
app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
