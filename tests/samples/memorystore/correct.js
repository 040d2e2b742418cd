const express = require('express')
const session = require('express-session')
const MemoryStore = require('memorystore')(session)

const app = express()

app.use(
  session({
    name: 'id',
    store: new MemoryStore({ checkPeriod: 60 * 60 * 1000, ttl: 30 * 60 * 1000 }),
    secret: process.env.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    cookie: { secure: 'auto', sameSite: 'lax' },
  }),
)
