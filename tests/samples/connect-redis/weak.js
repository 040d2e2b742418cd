const express = require('express')
const session = require('express-session')
const { RedisStore } = require('connect-redis')
const { createClient } = require('redis')

const client = createClient({ url: process.env.REDIS_URL })
const store = new RedisStore({ client, disableTTL: true })
const app = express()

app.use(
  session({
    name: 'id',
    store,
    secret: process.env.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    cookie: { secure: 'auto', sameSite: 'lax' },
  }),
)
