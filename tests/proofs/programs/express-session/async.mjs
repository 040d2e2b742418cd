import express from 'express'
import session from 'express-session'

const passwords = new Map([['alice', 'tulips'], ['bob', 'daisies'], ['mallory', 'nettles']])
const sessionOptions = {
  secret: 'keyboard cat',
  resave: false,
  saveUninitialized: true,
  genid: () => Math.random().toString(36).slice(2),
  cookie: {
    sameSite: 'lax',
    httpOnly: !1,
    maxAge: null, // until the browser is closed
  },
}

const app = express()
app.use(express.json())
app.use(session(sessionOptions))

const findUser = async (name, password) => (passwords.get(name) === password ? { id: name } : undefined)

app.get('/', (req, res) => res.send('Welcome'))

app.post('/login', async (req, res) => {
  const { name, password } = req.body
  const user = await findUser(name, password)
  if (!user) {
    res.status(401).send('Wrong password')
    return
  }
  req.session.userId = user.id
  res.redirect('/account')
})

app.get('/account', async (req, res) => {
  const { userId } = req.session
  if (!userId) return res.status(401).send('Please log in')
  res.send(`Hello ${userId}`)
})

app.post('/logout', async (req, res) => {
  res.clearCookie('connect.sid')
  res.redirect('/')
})

app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
