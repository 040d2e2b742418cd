import connectPg from 'connect-pg-simple'
import express from 'express'
import session from 'express-session'

const PgStore = connectPg(session)
const app = express()

app.use(
  session({
    name: 'id',
    store: new PgStore({ conString: process.env.DATABASE_URL, createTableIfMissing: true, ttl: 30 * 60 }),
    secret: process.env.SESSION_SECRET!,
    resave: false,
    saveUninitialized: false,
    cookie: { secure: 'auto', sameSite: 'lax' },
  }),
)
