const express = require('express')
const session = require('express-session')
const FileStore = require('session-file-store')(session)

const app = express()

app.use(
  session({
    name: 'id',
    store: new FileStore({ path: './sessions', ttl: 30 * 60 }),
    secret: process.env.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    cookie: { secure: 'auto', sameSite: 'lax' },
  }),
)
