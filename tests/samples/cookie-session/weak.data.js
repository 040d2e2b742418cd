import cookieSession from 'cookie-session'
import express from 'express'

const app = express()

app.use(cookieSession({ name: 'id', keys: process.env.SESSION_KEYS.split(','), sameSite: 'lax', maxAge: 60 * 60 * 1000 }))

app.post('/enrol', (req, res) => {
  req.session.totpSecret = makeTotpSecret()
  res.sendStatus(204)
})
