import express from 'express'
import pino from 'pino'

const logger = pino()

const app = express()

app.post('/login', (req, res) => {
  logger.info({ session: req.sessionID, cookies: req.headers.cookie })
  res.redirect('/')
})
