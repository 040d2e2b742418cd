const express = require('express')
const session = require('express-session')

const app = express()

// Records end after a day, unless they are used.
app.use(
  session({
    name: 'id',
    store: new (require('connect-pg-simple')(session))({ pruneSessionInterval: false }),
    secret: process.env.SESSION_SECRET,
    resave: true,
    saveUninitialized: false,
    cookie: { secure: 'auto', sameSite: 'lax' },
  }),
)
