import cookieSession from 'cookie-session'
import express from 'express'

const app = express()

app.use(express.urlencoded({ extended: false }))
app.use(cookieSession({ name: 'id', keys: process.env.SESSION_KEYS.split(','), maxAge: 60 * 60 * 1000 }))

app.post('/transfer', async (req, res) => {
  await transfer(req.session.userId, req.body.to, req.body.amount)
  res.redirect('/')
})
