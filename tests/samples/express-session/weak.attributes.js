const express = require('express')
const session = require('express-session')
const store = require('./store')

const app = express()

app.set('trust proxy', 1)

app.use(
  '/shop',
  session({
    name: 'shop',
    store,
    secret: process.env.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    cookie: { secure: true, sameSite: 'none', domain: 'example.com', maxAge: 365 * 24 * 60 * 60 * 1000 },
  }),
)

app.use(
  '/admin',
  session({
    name: 'admin',
    store,
    secret: process.env.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    cookie: { secure: true, samesite: 'lax', maxAge: 30 * 60 * 1000 },
  }),
)
