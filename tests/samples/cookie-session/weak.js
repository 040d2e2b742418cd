import cookieSession from 'cookie-session'
import express from 'express'

const app = express()

app.use(cookieSession({ keys: [process.env.SESSION_KEY], httpOnly: false }))

app.post('/login', (req, res) => {
  req.session.userId = req.body.id
  res.redirect('/')
})

app.post('/logout', (req, res) => {
  delete req.session
  res.redirect('/')
})
