import express from 'express'
import { expressjwt } from 'express-jwt'

const app = express()

app.use(expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] }))
app.get('/me', (req, res) => {
  res.json({ name: req.auth.name })
})
