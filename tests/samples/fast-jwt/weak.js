const express = require('express')
const { createDecoder, createSigner, createVerifier } = require('fast-jwt')

const sign = createSigner({ key: 'keyboard cat' })
const verify = createVerifier({ key: 'keyboard cat', algorithms: ['HS256', 'RS256'] })
const decode = createDecoder()
const app = express()

app.post('/login', (req, res) => {
  res.json({ token: sign({ sub: req.body.name }) })
})

app.get('/me', (req, res) => {
  res.json(decode(req.headers.authorization.slice(7)))
})

app.get('/admin', (req, res) => {
  res.json(verify(req.headers.authorization.slice(7)))
})
