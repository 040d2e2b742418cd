import cookieParser from 'cookie-parser'
import cors from 'cors'
import express from 'express'
import { accounts } from './routes/accounts.js'
import { tasks } from './routes/tasks.js'
import { loadUser } from './sessions.js'

const app = express()

app.use(cors({ origin: true, credentials: true }))
app.use(express.json())
app.use(cookieParser())
app.use(loadUser)

app.get('/', (req, res) => {
  res.json({ api: 'tasks', version: 2 })
})
app.use('/accounts', accounts)
app.use('/tasks', tasks)

app.use((error, req, res, next) => {
  if (res.headersSent) return next(error)
  console.error(error)
  res.status(error.status ?? 500).json({ error: error.message })
})

const server = app.listen(Number(process.env.PORT), '127.0.0.1', () => {
  console.log(`Listening on port ${server.address().port}`)
})
