import { createHash } from 'node:crypto'
import express from 'express'

const app = express()
const digest = (text) => createHash('sha256').update(text).digest('hex').slice(0, 8)

app.use((req, res, next) => {
  console.log(req.method, req.path, digest(req.sessionID))
  next()
})
