import { randomBytes, scrypt as scryptWithCallback, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { Router } from 'express'
import { requireAdmin, requireUser, sessions, startSession } from '../sessions.js'

const scrypt = promisify(scryptWithCallback)
const users = new Map()
const resets = new Map()

export const accounts = Router()

accounts.post('/', async (req, res) => {
  const { name, password } = req.body
  if (users.has(name)) return res.status(409).json({ error: 'This name is taken' })

  const salt = randomBytes(8)
  const user = { name, role: users.size === 0 ? 'admin' : 'user', salt, hash: await scrypt(password, salt, 16) }
  users.set(name, user)
  await startSession(res, user)
  res.status(201).json({ name })
})

accounts.post('/login', async (req, res) => {
  const user = users.get(req.body.name)
  if (!user || !timingSafeEqual(user.hash, await scrypt(req.body.password, user.salt, 16))) {
    return res.status(401).json({ error: 'Wrong name or password' })
  }
  await startSession(res, user)
  res.json({ name: user.name })
})

/** The link in the mail leads here; nobody sends mails in this example. */
accounts.post('/forgotten', async (req, res) => {
  const resetToken = Date.now().toString(36) + req.body.name
  resets.set(resetToken, req.body.name)
  res.status(202).json({ sent: users.has(req.body.name) })
})

accounts.get('/me', requireUser, async (req, res) => {
  res.json({ name: req.user.name })
})

accounts.get('/', requireAdmin, async (req, res) => {
  res.json([...users.keys()])
})

accounts.post('/logout', requireUser, async (req, res) => {
  res.clearCookie('session_id')
  res.status(204).end()
})

/** Ends the sessions of somebody who has lost a phone. */
accounts.post('/logout-everywhere', requireUser, async (req, res) => {
  for (const [id, { user }] of sessions) {
    if (user === req.user) sessions.delete(id)
  }
  res.clearCookie('session_id')
  res.status(204).end()
})
