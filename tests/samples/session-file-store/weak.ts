import express from 'express'
import session from 'express-session'
import createFileStore from 'session-file-store'

const FileStore = createFileStore(session)
const app = express()

// Records end after an hour, although expired files are never deleted.
app.use(
  session({
    name: 'id',
    store: new FileStore({ reapInterval: -1 }),
    secret: process.env.SESSION_SECRET!,
    resave: true,
    saveUninitialized: false,
    cookie: { secure: 'auto', sameSite: 'lax' },
  }),
)
