import express from 'express'
import session from 'express-session'

const app = express()

app.use(
  session({
    secret: process.env.SESSION_SECRET,
    genid: (req) => req.get('x-session-id'),
    rolling: true,
    cookie: { maxAge: 30 * 60 * 1000 },
  }),
)

app.post('/login', (req, res, next) => {
  req.session.regenerate((err) => {
    if (err) return next(err)
    req.session.userId = req.body.id
    res.redirect('/')
  })
})

app.post('/logout', (req, res) => {
  req.session.destroy(() => res.redirect('/'))
})
