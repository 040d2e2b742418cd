import express from 'express'
import { decodeJwt, jwtVerify, SignJWT } from 'jose'

const key = new TextEncoder().encode('keyboard cat')
const app = express()

app.post('/login', async (req, res) => {
  const token = await new SignJWT({ sub: req.body.name }).setProtectedHeader({ alg: 'HS256' }).sign(key)
  res.json({ token })
})

app.get('/me', (req, res) => {
  res.json(decodeJwt(req.headers.authorization.slice(7)))
})

app.get('/admin', async (req, res) => {
  const { payload } = await jwtVerify(req.headers.authorization.slice(7), key, { algorithms: ['HS256', 'RS256'] })
  res.json(payload)
})
