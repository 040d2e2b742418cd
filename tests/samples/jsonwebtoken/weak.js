const express = require('express')
const jwt = require('jsonwebtoken')

const app = express()

app.post('/login', (req, res) => {
  res.json({ token: jwt.sign({ sub: req.body.name }, 'keyboard cat') })
})

app.get('/me', (req, res) => {
  res.json(jwt.decode(req.headers.authorization.slice(7)))
})

app.get('/admin', (req, res) => {
  res.json(jwt.verify(req.headers.authorization.slice(7), 'keyboard cat', { algorithms: ['HS256', 'none'] }))
})
