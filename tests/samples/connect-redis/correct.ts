import { RedisStore } from 'connect-redis'
import express from 'express'
import session from 'express-session'
import { createClient } from 'redis'

const client = createClient({ url: process.env.REDIS_URL })
const app = express()

app.use(
  session({
    name: 'id',
    store: new RedisStore({ client, prefix: 'shop:', ttl: 30 * 60 }),
    secret: process.env.SESSION_SECRET!,
    resave: false,
    saveUninitialized: false,
    cookie: { secure: 'auto', sameSite: 'lax' },
  }),
)
