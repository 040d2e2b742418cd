import express from 'express'
import session from 'express-session'
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
    cookie: { secure: 'auto', sameSite: 'none', maxAge: 30 * 60 * 1000 },
  }),
)

app.post('/transfer', async (req, res) => {
  await transfer(req.session.userId, req.body.to, req.body.amount)
  res.redirect('/')
})
