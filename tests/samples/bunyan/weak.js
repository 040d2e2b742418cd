import bunyan from 'bunyan'
import express from 'express'

const logger = bunyan.createLogger({ name: 'shop' })

const app = express()

app.post('/login', (req, res) => {
  logger.info({ session: req.sessionID, cookies: req.headers.cookie })
  res.redirect('/')
})
