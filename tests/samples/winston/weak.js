import express from 'express'
import winston from 'winston'

const logger = winston.createLogger({ transports: [new winston.transports.Console()] })

const app = express()

app.post('/login', (req, res) => {
  logger.info({ session: req.sessionID, cookies: req.headers.cookie })
  res.redirect('/')
})
