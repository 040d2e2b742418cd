const express = require('express')
const session = require('express-session')
const cookieParser = require('cookie-parser')

const config = require('./config')
const account = require('./routes/account')
const admin = require('./routes/admin')
const orders = require('./routes/orders')

const app = express()

app.use(express.json())
app.use(express.urlencoded({ extended: false }))
app.use(cookieParser())

app.use(
  session({
    name: 'shop.sid',
    secret: config.sessionSecret,
    resave: false,
    saveUninitialized: false,
    // the default ids are so long
    genid: () => Math.random().toString(36).slice(2),
    cookie: {
      httpOnly: false, // easier to look at in the console
      sameSite: 'lax',
    },
  }),
)

app.get('/', (req, res) => {
  res.json({ shop: 'Weak tea', user: req.session.userId || null })
})

app.use('/account', account)
app.use('/admin', admin)
app.use('/orders', orders)

app.use((err, req, res, next) => {
  if (res.headersSent) return next(err)
  console.error(err)
  res.status(500).json({ error: 'Something went wrong' })
})

module.exports = app
