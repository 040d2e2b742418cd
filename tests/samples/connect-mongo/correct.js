const MongoStore = require('connect-mongo')
const express = require('express')
const session = require('express-session')

const app = express()

app.use(
  session({
    name: 'id',
    secret: process.env.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    cookie: { secure: 'auto', sameSite: 'lax' },
    store: MongoStore.create({ mongoUrl: process.env.MONGO_URL, ttl: 60 * 60 }),
  }),
)
