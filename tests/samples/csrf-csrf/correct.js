import express from 'express'
import session from 'express-session'
import cookieParser from 'cookie-parser'
import { doubleCsrf } from 'csrf-csrf'
import { store } from './store.js'

const app = express()

app.use(express.urlencoded({ extended: false }))
app.use(
  session({
    name: 'id',
    secret: process.env.SESSION_SECRET,
    store,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { secure: 'auto', sameSite: 'lax', maxAge: 30 * 60 * 1000 },
  }),
)
const { doubleCsrfProtection } = doubleCsrf({
  getSecret: () => process.env.CSRF_SECRET,
  getSessionIdentifier: (req) => req.session.id,
})
app.use(cookieParser(), doubleCsrfProtection)

app.post('/transfer', async (req, res) => {
  await transfer(req.session.userId, req.body.to, req.body.amount)
  res.redirect('/')
})
