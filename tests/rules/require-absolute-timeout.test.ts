import rule from '../../lib/rules/require-absolute-timeout.js'
import { ruleTester } from '../rule-tester.js'

const HEAD = `import express from 'express'
import session from 'express-session'
const app = express()
`
const ROLLING = `${HEAD}app.use(session({ secret, rolling: true, cookie: { maxAge: 1800000 } }))
`
const LOGIN = `app.post('/login', (req, res, next) => { req.session.regenerate((err) => { if (err) return next(err); req.session.userId = req.body.id; res.end() }) })
`

ruleTester.run(rule.name, rule, {
  valid: [
    {
      name: 'a time is kept in an odd spelling',
      code: `${ROLLING}app.post('/login', (req, res) => { req.session.userId = req.body.id; req.session.since = new /* a */ (Date)(); res.end() })`,
    },
    { name: 'a file that does not show the login', code: ROLLING },
    { name: 'a file that does not show the session', code: `${HEAD}${LOGIN}` },
    { name: 'sessions that visits do not prolong', code: `${HEAD}app.use(session({ secret, rolling: false, cookie: { maxAge } }))\n${LOGIN}` },
    { name: 'an option from elsewhere', code: `${HEAD}app.use(session({ secret, rolling: config.rolling, cookie: { maxAge } }))\n${LOGIN}` },
    { name: 'options from elsewhere', code: `${HEAD}app.use(session({ ...options }))\n${LOGIN}` },
    { name: 'a session without any end, which require-max-age reports', code: `${HEAD}app.use(session({ secret, rolling: true }))\n${LOGIN}` },
    {
      name: 'the time of the login is kept',
      code: `${ROLLING}app.post('/login', (req, res) => { req.session.userId = req.body.id; req.session.loggedInAt = Date.now(); res.end() })`,
    },
    {
      name: 'a time is kept under any name',
      code: `${ROLLING}app.post('/login', (req, res) => { req.session.userId = req.body.id; req.session.since = new Date(); res.end() })`,
    },
    {
      name: 'the age of the session is asked for',
      code: `${ROLLING}${LOGIN}app.use((req, res, next) => { if (tooOld(req.session.createdAt)) return req.session.destroy(next); next() })`,
    },
    { name: 'a deadline', code: `${ROLLING}${LOGIN}app.use(absoluteTimeout({ hours: 12 }))` },
    {
      name: 'a login of another library, which may keep the time',
      code: `${ROLLING}import passport from 'passport'
app.post('/login', passport.authenticate('local'), (req, res) => res.redirect('/'))`,
    },
    {
      name: 'what the library does by itself',
      code: `import Fastify from 'fastify'
import session from '@fastify/session'
const app = Fastify()
app.register(session, { secret, cookie: { maxAge: 1800000 } })
app.post('/login', async (request) => { await request.session.regenerate(); request.session.user = request.body; return {} })`,
    },
  ],
  invalid: [
    {
      name: 'a session that each visit prolongs',
      code: `${ROLLING}${LOGIN}`,
      output: null,
      errors: [{ messageId: 'rolling', data: { hours: 12 }, line: 4, column: 36, endColumn: 40 }],
    },
    {
      name: 'the limit of another profile',
      code: `${ROLLING}${LOGIN}`,
      settings: { 'session-security': { profile: 'owasp-low-risk' } },
      output: null,
      errors: [{ messageId: 'rolling', data: { hours: 8 } }],
    },
    {
      name: 'a library that would do it by itself, and is told to',
      code: `import Fastify from 'fastify'
import session from '@fastify/session'
const app = Fastify()
app.register(session, { secret, rolling: true, cookie: { maxAge: 1800000 } })
app.post('/login', async (request) => { await request.session.regenerate(); request.session.user = request.body; return {} })`,
      output: null,
      errors: [{ messageId: 'rolling', line: 4 }],
    },
    {
      name: 'a session that is renewed before it ends',
      code: `import Koa from 'koa'
import session from 'koa-session'
const app = new Koa()
app.use(session({ renew: true, maxAge: 1800000 }, app))
app.use(async (ctx) => { ctx.session.user = ctx.request.body.user })`,
      output: null,
      errors: [{ messageId: 'rolling', line: 4, column: 26, endColumn: 30 }],
    },
    {
      name: 'a program that prolongs the session itself',
      code: `${HEAD}app.use((req, res, next) => { req.session.touch(); next() })
${LOGIN}`,
      output: null,
      errors: [{ messageId: 'rolling', line: 4, column: 43, endColumn: 48 }],
    },
  ],
})
