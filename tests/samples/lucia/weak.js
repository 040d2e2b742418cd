import express from 'express'
import { Lucia, generateId } from 'lucia'
import { adapter, findUser } from './database.js'

const lucia = new Lucia(adapter, { sessionCookie: { attributes: { httpOnly: false } } })
const app = express()

app.post('/login', async (req, res) => {
  const user = await findUser(req.body)
  const session = await lucia.createSession(user.id, {}, { sessionId: generateId(15) })
  res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).redirect('/')
})

app.post('/logout', async (req, res) => {
  res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize()).redirect('/login')
})
