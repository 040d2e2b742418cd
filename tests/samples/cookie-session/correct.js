import cookieSession from 'cookie-session'
import express from 'express'

const app = express()

app.use(cookieSession({ keys: [process.env.SESSION_KEY], sameSite: 'lax', maxAge: 12 * 60 * 60 * 1000 }))

app.post('/login', (req, res) => {
  req.session.userId = req.body.id
  res.redirect('/')
})

app.post('/logout', (req, res) => {
  req.session = null
  res.redirect('/')
})
