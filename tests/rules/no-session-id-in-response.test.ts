import rule from '../../lib/rules/no-session-id-in-response.js'
import { ruleTester } from '../rule-tester.js'

const inExpress = (statement: string) => `import express from 'express'
express().post('/login', (req, res) => {
  ${statement}
})`

ruleTester.run(rule.name, rule, {
  valid: [
    { name: 'a body that others fill', code: inExpress(`const body = { sid: req.sessionID }\n  redact(body)\n  res.json(body)`) },
    { name: 'who it is', code: inExpress(`res.json({ user: req.session.user, id: req.user.id })`) },
    { name: 'a token for a client that has no cookies', code: inExpress(`res.json({ accessToken, refreshToken })`) },
    { name: 'something made of the ID', code: inExpress(`res.json({ session: hash(req.sessionID), known: Boolean(req.sessionID) })`) },
    { name: 'the header for cookies', code: inExpress(`res.set('Set-Cookie', req.sessionID)`) },
    { name: 'a server that has other sessions alone', code: `import { Server } from 'socket.io'\nimport express from 'express'\nexpress().get('/', (req, res) => res.json({ sid: req.sessionID }))` },
    { name: 'other cookies', code: inExpress(`res.json({ theme: req.cookies.theme, csrf: req.cookies['XSRF-TOKEN'], timeout: req.cookies.session_timeout, token: req.cookies.token, chat: req.cookies.chatSessionId })`) },
    { name: 'whether there is a session in a cookie', code: inExpress(`res.json({ known: Boolean(req.cookies.sid), length: req.cookies.sid.length, hash: hash(req.cookies.sid) })`) },
    { name: 'an ID of something else', code: inExpress(`res.json({ sessionId: checkout.id, id: room.session.id })`) },
  ],
  invalid: [
    {
      name: 'a server that has other sessions as well',
      code: `import { Server } from 'socket.io'
import session from 'express-session'
import express from 'express'
const app = express().use(session({ secret }))
new Server(app)
app.get('/debug', (req, res) => res.json({ sid: req.sessionID }))`,
      output: null,
      errors: [{ messageId: 'sent' }],
    },
    {
      name: 'a body that is made before',
      code: inExpress(`const body = { sid: req.sessionID }
  res.json(body)
  res.json(body)
  res.send(Object.assign({}, { id: req.session.id }))`),
      output: null,
      errors: Array(2).fill({ messageId: 'sent' }),
    },
    {
      name: 'a body with the ID of the session',
      code: inExpress(`res.json({ sid: req.sessionID })`),
      output: null,
      errors: [{ messageId: 'sent', line: 3, column: 19, endColumn: 32 }],
    },
    {
      name: 'an ID that is read from its cookie',
      code: inExpress(`const { session_id } = req.cookies
  res.json({ sid: req.cookies['connect.sid'] })
  res.json({ sid: req.signedCookies.sid, session_id })
  res.send(req.cookies.sessionId)`),
      output: null,
      errors: Array(4).fill({ messageId: 'sent' }),
    },
    {
      name: 'an ID that a function reads from its cookie',
      code: `import Koa from 'koa'
new Koa().use(async (ctx) => { const session = ctx.cookies.get('session_id'); ctx.body = { session } })`,
      output: null,
      errors: [{ messageId: 'sent' }],
    },
    {
      name: 'other ways to answer',
      code: inExpress(`res.send(req.session.id)
  res.status(200).json({ data: { session: req.sessionID } })
  res.send(\`<input value="\${req.sessionID}">\`)
  res.set('X-Session-Id', req.sessionID)
  res.setHeader('X-Session', req.session.id)`),
      output: null,
      errors: Array(5).fill({ messageId: 'sent' }),
    },
    {
      name: 'Koa, Fastify and Node',
      code: `import Koa from 'koa'
import fastify from 'fastify'
new Koa().use(async (ctx) => {
  ctx.body = { id: ctx.session.id }
})
fastify().get('/', async (request, reply) => {
  reply.send({ id: request.session.sessionId })
})`,
      output: null,
      errors: [{ messageId: 'sent' }, { messageId: 'sent' }],
    },
  ],
})
