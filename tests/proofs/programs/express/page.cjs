const { randomBytes } = require('node:crypto')
const express = require('express')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map()
const app = express()

app.use(express.json())

const sessionIdOf = (req) => /(?:^|; )sid=([^;]*)/.exec(req.headers.cookie ?? '')?.[1]

app.get('/', (req, res) => {
  res.send(`<body><script>
    if (document.cookie.includes('theme=dark')) document.body.className = 'dark'
  </script>Welcome</body>`)
})

app.post('/login', (req, res) => {
  const { name, password } = req.body
  if (passwords[name] !== password) return res.sendStatus(401)
  const sessionId = randomBytes(32).toString('hex')
  sessions.set(sessionId, name)
  res.cookie('theme', 'dark')
  res.cookie('sid', sessionId, { maxAge: 12 * 60 * 60 * 1000 })
  res.redirect('/account')
})

app.get('/account', (req, res) => {
  const name = sessions.get(sessionIdOf(req))
  if (!name) return res.sendStatus(401)
  res.send(`Hello ${name}`)
})

app.post('/logout', (req, res) => {
  sessions.delete(sessionIdOf(req))
  res.clearCookie('sid').redirect('/')
})

app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
