import { randomBytes } from 'node:crypto'
import express from 'express'

const app = express()

app.post('/login', (req, res) => {
  const id = randomBytes(32).toString('base64url')
  res.cookie('sid', id, { httpOnly: true, secure: true, domain: '.example.com', maxAge: 90 * 24 * 60 * 60 * 1000 })
  res.redirect('/')
})

app.post('/admin/login', (req, res) => {
  const id = randomBytes(32).toString('base64url')
  res.cookie('admin_session', id, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 30 * 60 * 1000 })
  res.redirect('/admin')
})

app.post('/api/login', (req, res) => {
  const sessionId = randomBytes(32).toString('base64url')
  res.cookie('__Host-session', sessionId, { httpOnly: true, sameSite: 'lax', maxAge: 30 * 60 * 1000 })
  res.json({ ok: true })
})

app.get('/api/me', (req, res) => {
  res.json({ user: req.session.user, sessionId: req.sessionID })
})
