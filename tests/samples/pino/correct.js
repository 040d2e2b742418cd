import express from 'express'
import pino from 'pino'

const logger = pino()

const app = express()

app.post('/login', (req, res) => {
  logger.info({ user: req.session.user.id, path: req.path })
  res.redirect('/')
})
