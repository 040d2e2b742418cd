import express from 'express'
import session from 'express-session'
import createMemoryStore from 'memorystore'

const MemoryStore = createMemoryStore(session)
const app = express()

// Records end after a day, although nothing deletes those that have expired.
app.use(
  session({
    name: 'id',
    store: new MemoryStore(),
    secret: process.env.SESSION_SECRET!,
    resave: true,
    saveUninitialized: false,
    cookie: { secure: 'auto', sameSite: 'lax' },
  }),
)
