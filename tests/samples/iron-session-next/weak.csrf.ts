import express from 'express'
import { ironSession } from 'iron-session/express'

const app = express()

app.use(express.urlencoded({ extended: false }))
app.use(
  ironSession({
    cookieName: '__Host-id',
    password: process.env.SESSION_PASSWORD,
    ttl: 60 * 60,
    cookieOptions: { sameSite: 'none' },
  }),
)

app.post('/transfer', async (req, res) => {
  await transfer(req.session.userId, req.body.to, req.body.amount)
  res.redirect('/')
})
