import express from 'express'
import { Lucia, TimeSpan, generateIdFromEntropySize } from 'lucia'
import { adapter, findUser } from './database.js'

const lucia = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(30, 'm'),
  sessionCookie: { name: 'session', attributes: { secure: process.env.NODE_ENV === 'production', sameSite: 'strict' } },
})
const app = express()

app.use(async (req, res, next) => {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '')
  const { session, user } = id ? await lucia.validateSession(id) : { session: null, user: null }
  if (session?.fresh) res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize())
  if (!session) res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize())
  res.locals.session = session
  res.locals.user = user
  next()
})

app.post('/login', async (req, res) => {
  const user = await findUser(req.body)
  const session = await lucia.createSession(user.id, {}, { sessionId: generateIdFromEntropySize(32) })
  res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).redirect('/')
})

app.post('/logout', async (req, res) => {
  if (!res.locals.session) return res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize()).redirect('/login')
  await lucia.invalidateSession(res.locals.session.id)
  res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize()).redirect('/login')
})
