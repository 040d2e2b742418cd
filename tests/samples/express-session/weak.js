import express from 'express'
import session from 'express-session'

const app = express()

app.use(
  session({
    secret: process.env.SESSION_SECRET,
    genid: () => String(Date.now()),
    cookie: { httpOnly: false },
  }),
)

app.post('/login', (req, res) => {
  req.session.userId = req.body.id
  res.redirect('/')
})

app.post('/logout', (req, res) => {
  req.session = null
  res.redirect('/')
})
