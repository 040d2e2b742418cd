import rule from '../../lib/rules/require-max-age.js'
import { fileIn, ruleTester } from '../rule-tester.js'

/** A login that sends a cookie with the value that a statement calls `value`. */
function cookieOf(statement: string): string {
  return `import express from 'express'
import jwt from 'jsonwebtoken'
express().post('/login', async (req, res) => {
  ${statement}
  res.cookie('sid', value, { httpOnly: true })
  res.end()
})
`
}

const SIGNED = `const token = jwt.sign({ sub: req.user.id }, process.env.JWT_SECRET, { expiresIn: '8h' })`
const ENDLESS = `const token = jwt.sign({ sub: req.user.id }, process.env.JWT_SECRET)`

const ENDING_VALUES = [
  ['a sum', `${SIGNED}; const value = 'Bearer ' + token`],
  ['a template', `${SIGNED}; const value = \`Bearer \${token}\``],
  ['an object as a text', `${SIGNED}; const value = JSON.stringify({ token, csrf })`],
  ['an object with a name', `${SIGNED}; const both = { csrf, jwt: token }; const value = encodeURIComponent(JSON.stringify(both))`],
  ['one of two', `${SIGNED}; const value = req.body.remember ? token : id`],
  ['the signature of the token', `${SIGNED}; const [header, payload, signature] = token.split('.'); const value = signature`],
  ['two pieces of the token', `${SIGNED}; const pieces = token.split('.'); const value = pieces[0] + '.' + pieces[1]`],
  ['a token from elsewhere in a template', `const { token } = await login(req.body); const value = \`Bearer \${token}\``],
  ['a token from elsewhere, encoded', `const { accessToken } = await login(req.body); const value = encodeURIComponent(accessToken)`],
  ['a token from elsewhere as a text', `const { tokens } = await login(req.body); const value = JSON.stringify(tokens)`],
  ['a piece of a token from elsewhere', `const { token } = await login(req.body); const value = token.split('.')[2]`],
] as const

const ENDLESS_VALUES = [
  ['a template with a token that has no end', `${ENDLESS}; const value = \`Bearer \${token}\``],
  ['the signature of a token that has no end', `${ENDLESS}; const [, , signature] = token.split('.'); const value = signature`],
  ['an ID beside a token against forgery', 'const value = JSON.stringify({ id: crypto.randomUUID(), csrfToken })'],
  ['a random token in a template', 'const token = crypto.randomUUID(); const value = `v1:${token}`'],
  ['an ID with its signature', 'const value = `${id}.${signature}`'],
  ['an encoded ID', 'const value = encodeURIComponent(String(session.id))'],
] as const

ruleTester.run(rule.name, rule, {
  valid: [
    {
      name: 'a lifetime that is said in vain: `valid-cookie-options` speaks of it',
      code: `import session from 'express-session'
app.use(session({ secret, maxAge: 1800000 }))
app.use(session({ secret, cookie: { maxage: 1800000 } }))`,
    },
    {
      name: 'a lifetime',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { maxAge: 30 * 60 * 1000 } }))`,
    },
    {
      name: 'a date',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { expires: new Date(Date.now() + hour) } }))`,
    },
    {
      name: 'a lifetime that nobody can read',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { maxAge: config.ttl } }))`,
    },
    {
      name: 'a lifetime that comes later',
      code: `import session from 'express-session'
const options = { secret, cookie: {} }
options.cookie.maxAge = config.maxAge
app.use(session(options))`,
    },
    {
      name: 'a lifetime that comes later in some environments',
      code: `import session from 'express-session'
const options = { secret, cookie: {} }
if (process.env.NODE_ENV === 'production') options.cookie.maxAge = 600000
app.use(session(options))`,
    },
    {
      name: 'options that nobody can see',
      code: `import session from 'express-session'
app.use(session(options))
app.use(session({ ...defaults, secret }))
app.use(session({ secret, cookie: makeCookie() }))
app.use(session({ secret, cookie: { ...cookieDefaults } }))`,
    },
    {
      name: 'a store may have a lifetime of its own',
      code: `import session from 'express-session'
import { RedisStore } from 'connect-redis'
app.use(session({ secret, store: new RedisStore({ client, ttl: 3600 }) }))
app.use(session({ secret, store: new RedisStore({ client }) }))
app.use(session({ secret, store }))
app.use(session({ secret, store, cookie: { maxAge: null } }))`,
    },
    {
      name: 'koa-session ends after a day by itself',
      code: `import session from 'koa-session'
app.use(session(app))
app.use(session({ key: 'app' }, app))
app.use(session({ key: 'app', maxAge: undefined }, app))`,
    },
    {
      name: 'koa-generic-session ends after a day by itself',
      code: `import session from 'koa-generic-session'
app.use(session({ store }))`,
    },
    {
      name: 'koa-generic-session has a ttl',
      code: `import session from 'koa-generic-session'
app.use(session({ cookie: { maxAge: null }, ttl: 3600000 }))`,
    },
    {
      name: 'secure-session ends after a day by itself',
      code: `import secureSession from '@fastify/secure-session'
app.register(secureSession, { key })`,
    },
    {
      name: 'cookies of other purposes',
      code: `import express from 'express'
express().get('/', (req, res) => {
  res.cookie('theme', 'dark')
  res.cookie('csrf_token', token)
  res.cookie('oauth_state', state)
  res.cookie('prefs', JSON.stringify(prefs))
  res.end()
})`,
    },
    {
      name: 'the token in the cookie expires',
      code: `import express from 'express'
import jwt from 'jsonwebtoken'
const sign = (user) => jwt.sign({ id: user.id }, key, { expiresIn: '1h' })
express().post('/login', (req, res) => {
  const token = jwt.sign({ id }, key, { expiresIn: '15m' })
  res.cookie('token', token)
  res.cookie('jwt', sign(req.user))
  res.cookie('auth', jwt.sign({ id, exp: now + 900 }, key))
  res.end()
})`,
    },
    {
      name: 'the payload of the token ends it, in a word of its own',
      code: `import express from 'express'
import { sign } from 'hono/jwt'
const updated = { sub: id, ssnexp: now + 3600 }
express().post('/login', async (req, res) => {
  const session_jwt = await sign(updated, key)
  res.cookie('session', session_jwt, { httpOnly: true })
  res.cookie('session', res.locals.session_jwt, { httpOnly: true })
  res.end()
})`,
    },
    {
      name: 'a token from elsewhere may expire',
      code: `import express from 'express'
express().post('/login', async (req, res) => {
  const { accessToken } = await login(req.body)
  res.cookie('access_token', accessToken)
  res.end()
})`,
    },
    ...ENDING_VALUES.map(([name, code]) => ({ name: `a value in which there is a token that may end: ${name}`, code: cookieOf(code) })),
    {
      name: 'cookies with a lifetime',
      code: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('sid', id, { maxAge: 3600000 })
  res.cookie('sid', id, { expires })
  res.cookie('sid', id, options)
  res.setHeader('Set-Cookie', \`sid=\${id}; HttpOnly; max-age=3600\`)
  res.setHeader('Set-Cookie', \`sid=\${id}; \${attributes}\`)
  res.end()
})`,
    },
    {
      name: 'deletions',
      code: `import express from 'express'
express().post('/logout', (req, res) => {
  res.clearCookie('sid')
  res.cookie('sid', '')
  res.cookie('sid', null)
  res.cookie('sid', 'x', { expires: new Date(0) })
  res.end()
})`,
    },
    {
      name: 'another session function',
      code: `import { session } from './session.js'
app.use(session({ secret: 'x' }))`,
    },
    {
      name: 'a compiled call makes the token',
      code: `import express from 'express'
express().post('/login', async (req, res) => {
  const token = await (0, tokens.generateJwtAuthToken)(req.user)
  res.cookie('token', token, { httpOnly: true })
  res.end()
})`,
    },
    {
      name: 'a session of which a function makes something',
      code: `import express from 'express'
const sessions = new Map()
express().post('/login', (req, res) => {
  const id = crypto.randomUUID()
  sessions.set(id, createSession(req.body.user))
  res.cookie('sid', id, { httpOnly: true })
  res.end()
})`,
    },
    {
      name: 'a store that other options may hold',
      code: `import session from 'express-session'
app.use(session({ ...shared, cookie: {} }))`,
    },
  ],
  invalid: [
    {
      name: 'a user who is found by a function that is told of an end',
      code: `import express from 'express'
const sessions = new Map()
express().post('/login', (req, res) => {
  const id = crypto.randomUUID()
  sessions.set(id, findUser(req.body.name, { withExpired: false }))
  res.cookie('sid', id, { httpOnly: true })
  res.end()
})`,
      errors: [{ messageId: 'missing' }],
      output: `import express from 'express'
const sessions = new Map()
express().post('/login', (req, res) => {
  const id = crypto.randomUUID()
  sessions.set(id, findUser(req.body.name, { withExpired: false }))
  res.cookie('sid', id, { httpOnly: true, maxAge: 12 * 60 * 60 * 1000 })
  res.end()
})`,
    },
    {
      name: 'a maxAge that takes away the end that another option gives',
      code: `import { getIronSession } from 'iron-session'
export const open = (jar) => getIronSession(jar, { password, ttl: 3600, cookieOptions: { maxAge: undefined } })`,
      errors: [{ messageId: 'endless', data: { key: 'cookieOptions.maxAge', unit: 'seconds' } }],
      output: `import { getIronSession } from 'iron-session'
export const open = (jar) => getIronSession(jar, { password, ttl: 3600, cookieOptions: { maxAge: 12 * 60 * 60 } })`,
    },
    {
      name: 'a maxAge that takes away the end that a library gives by itself, where both are written',
      code: `import { getIronSession } from 'iron-session'
export const open = (jar) => getIronSession(jar, { password, cookieOptions: { maxAge: undefined } })`,
      errors: [{ messageId: 'endless', data: { key: 'cookieOptions.maxAge', unit: 'seconds' } }],
      output: `import { getIronSession } from 'iron-session'
export const open = (jar) => getIronSession(jar, { password, cookieOptions: { maxAge: 12 * 60 * 60 }, ttl: 12 * 60 * 60 })`,
    },
    ...[
      ['getIronSession', 'iron-session', 'getIronSession(jar, options)', 'getIronSession(request, response, options)'],
      ['withIronSessionApiRoute', 'iron-session/next', 'withIronSessionApiRoute(handler, options)', 'withIronSessionApiRoute(another, options)'],
    ].map(([name = '', module = '', first = '', second = '']) => ({
      name: `the same in an object that several calls have, which all get both (${module})`,
      code: `import { ${name} } from '${module}'
const options = { password, cookieOptions: { maxAge: undefined } }
export const first = ${first}
export const second = ${second}`,
      errors: [{ messageId: 'endless', data: { key: 'cookieOptions.maxAge', unit: 'seconds' } }],
      output: `import { ${name} } from '${module}'
const options = { password, cookieOptions: { maxAge: 12 * 60 * 60 }, ttl: 12 * 60 * 60 }
export const first = ${first}
export const second = ${second}`,
    })),
    {
      name: 'an option of which 0 means for ever',
      code: `import { getIronSession } from 'iron-session'
export const open = (jar) => getIronSession(jar, { password, ttl: 0 })`,
      errors: [{ messageId: 'endless', data: { key: 'ttl', unit: 'seconds' } }],
      output: `import { getIronSession } from 'iron-session'
export const open = (jar) => getIronSession(jar, { password, ttl: 12 * 60 * 60 })`,
    },
    {
      name: 'nothing about an end',
      code: `import session from 'express-session'
app.use(session({ secret }))`,
      output: `import session from 'express-session'
app.use(session({ secret, cookie: { maxAge: 30 * 60 * 1000 }, rolling: true }))`,
      errors: [
        { messageId: 'missing', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 2 },
      ],
    },
    {
      name: 'no options at all',
      code: `import session from 'express-session'
app.use(session())`,
      output: `import session from 'express-session'
app.use(session({ cookie: { maxAge: 30 * 60 * 1000 }, rolling: true }))`,
      errors: [
        { messageId: 'missing', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 2 },
      ],
    },
    {
      name: 'a cookie without a lifetime',
      code: `const session = require('express-session');

app.use(session({
  secret: process.env.SECRET,
  resave: false,
  saveUninitialized: false, // no empty sessions
  cookie: {
    secure: 'auto',
    sameSite: 'lax', // links work
  },
}));`,
      output: `const session = require('express-session');

app.use(session({
  secret: process.env.SECRET,
  resave: false,
  saveUninitialized: false, // no empty sessions
  cookie: {
    secure: 'auto',
    sameSite: 'lax', // links work
    maxAge: 30 * 60 * 1000,
  },
  rolling: true,
}));`,
      errors: [
        { messageId: 'missing', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 3 },
      ],
    },
    {
      name: 'a comment behind the last property',
      code: `import session from 'express-session'
app.use(session({
  secret,
  cookie: { secure: 'auto' } // safe
}))`,
      output: `import session from 'express-session'
app.use(session({
  secret,
  cookie: { secure: 'auto', maxAge: 30 * 60 * 1000 }, // safe
  rolling: true
}))`,
      errors: [
        { messageId: 'missing', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 2 },
      ],
    },
    {
      name: 'options behind which comments wait',
      code: `import session from 'express-session'
app.use(session({
  secret,
  // cookie: { maxAge: 1000 }
}))`,
      output: `import session from 'express-session'
app.use(session({
  secret,
  cookie: { maxAge: 30 * 60 * 1000 },
  rolling: true,
  // cookie: { maxAge: 1000 }
}))`,
      errors: [
        { messageId: 'missing', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 2 },
      ],
    },
    {
      name: 'values that are no lifetime',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { maxAge: null } }))
app.use(session({ secret, cookie: { maxAge: undefined } }))
app.use(session({ secret, cookie: { maxAge: false } }))
app.use(session({ secret, cookie: { maxAge: Infinity } }))
app.use(session({ secret, cookie: { expires: null } }))
app.use(session({ secret, cookie: { expires: false } }))`,
      output: `import session from 'express-session'
app.use(session({ secret, cookie: { maxAge: 30 * 60 * 1000 }, rolling: true }))
app.use(session({ secret, cookie: { maxAge: 30 * 60 * 1000 }, rolling: true }))
app.use(session({ secret, cookie: { maxAge: 30 * 60 * 1000 }, rolling: true }))
app.use(session({ secret, cookie: { maxAge: 30 * 60 * 1000 }, rolling: true }))
app.use(session({ secret, cookie: { expires: null, maxAge: 30 * 60 * 1000 }, rolling: true }))
app.use(session({ secret, cookie: { expires: false, maxAge: 30 * 60 * 1000 }, rolling: true }))`,
      errors: [
        { messageId: 'endless', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 2 },
        { messageId: 'endless', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 3 },
        { messageId: 'endless', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 4 },
        { messageId: 'endless', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 5 },
        { messageId: 'endless', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 6 },
        { messageId: 'endless', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 7 },
      ],
    },
    {
      name: 'Infinity outlives every store',
      code: `import session from 'express-session'
app.use(session({ secret, store, cookie: { maxAge: Infinity } }))`,
      output: `import session from 'express-session'
app.use(session({ secret, store, cookie: { maxAge: 30 * 60 * 1000 }, rolling: true }))`,
      errors: [
        { messageId: 'endless', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 2 },
      ],
    },
    {
      name: 'a store that would end the session is told not to',
      code: `import { RedisStore } from 'connect-redis'
import session from 'express-session'
app.use(session({ secret, store: new RedisStore({ client, disableTTL: true }) }))`,
      output: `import { RedisStore } from 'connect-redis'
import session from 'express-session'
app.use(session({ secret, store: new RedisStore({ client, disableTTL: false }), cookie: { maxAge: 30 * 60 * 1000 }, rolling: true }))`,
      errors: [{ messageId: 'missing', data: { key: 'cookie.maxAge', unit: 'milliseconds' } }],
    },
    {
      name: 'a store that would end the session is told not to by a constant, and the session to have no end',
      code: `import { RedisStore } from 'connect-redis'
import session from 'express-session'
const keep = { client, disableTTL: true }
const store = new RedisStore(keep)
app.use(session({ secret, store, cookie: { maxAge: null } }))`,
      output: `import { RedisStore } from 'connect-redis'
import session from 'express-session'
const keep = { client, disableTTL: false }
const store = new RedisStore(keep)
app.use(session({ secret, store, cookie: { maxAge: 30 * 60 * 1000 }, rolling: true }))`,
      errors: [{ messageId: 'endless' }],
    },
    {
      name: 'the library\'s own store has no lifetime',
      code: `import session, { MemoryStore } from 'express-session'
app.use(session({ secret, store: new MemoryStore() }))
app.use(session({ secret, store: new session.MemoryStore() }))`,
      output: `import session, { MemoryStore } from 'express-session'
app.use(session({ secret, store: new MemoryStore(), cookie: { maxAge: 30 * 60 * 1000 }, rolling: true }))
app.use(session({ secret, store: new session.MemoryStore(), cookie: { maxAge: 30 * 60 * 1000 }, rolling: true }))`,
      errors: [
        { messageId: 'missing', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 2 },
        { messageId: 'missing', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 3 },
      ],
    },
    {
      name: 'a logout only deletes the cookie, which each answer would bring back',
      code: `import session from 'express-session'
app.use(session({ secret }))
app.post('/logout', (req, res) => {
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
      output: null,
      errors: [
        {
          messageId: 'missing',
          data: { key: 'cookie.maxAge', unit: 'milliseconds' },
          line: 2,
          suggestions: [
            {
              messageId: 'idle',
              data: { minutes: 30 },
              output: `import session from 'express-session'
app.use(session({ secret, cookie: { maxAge: 30 * 60 * 1000 }, rolling: true }))
app.post('/logout', (req, res) => {
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'a logout ends the session and deletes the cookie',
      code: `import session from 'express-session'
app.use(session({ secret }))
app.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
})`,
      output: `import session from 'express-session'
app.use(session({ secret, cookie: { maxAge: 30 * 60 * 1000 }, rolling: true }))
app.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'missing', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 2 },
      ],
    },
    {
      name: 'sessions slide already',
      code: `import session from 'express-session'
app.use(session({ secret, rolling: true }))`,
      output: `import session from 'express-session'
app.use(session({ secret, rolling: true, cookie: { maxAge: 30 * 60 * 1000 } }))`,
      errors: [
        { messageId: 'missing', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 2 },
      ],
    },
    {
      name: 'sessions shall not slide',
      code: `import session from 'express-session'
app.use(session({ secret, rolling: false }))`,
      output: `import session from 'express-session'
app.use(session({ secret, rolling: false, cookie: { maxAge: 12 * 60 * 60 * 1000 } }))`,
      errors: [
        { messageId: 'missing', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 2 },
      ],
    },
    {
      name: 'nobody can see whether sessions slide',
      code: `import session from 'express-session'
app.use(session({ secret, rolling: config.rolling }))`,
      output: `import session from 'express-session'
app.use(session({ secret, rolling: config.rolling, cookie: { maxAge: 12 * 60 * 60 * 1000 } }))`,
      errors: [
        { messageId: 'missing', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 2 },
      ],
    },
    {
      name: 'options in a constant',
      code: `import session from 'express-session'
const options = {
  secret,
  cookie: { httpOnly: true },
}
app.use(session(options))`,
      output: `import session from 'express-session'
const options = {
  secret,
  cookie: { httpOnly: true, maxAge: 30 * 60 * 1000 },
  rolling: true,
}
app.use(session(options))`,
      errors: [
        { messageId: 'missing', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 6 },
      ],
    },
    {
      name: 'options in TypeScript',
      filename: fileIn('fixtures/session.ts'),
      code: `import session, { type SessionOptions } from 'express-session'
const options = { secret, cookie: { httpOnly: true } } satisfies SessionOptions
app.use(session(options))`,
      output: `import session, { type SessionOptions } from 'express-session'
const options = { secret, cookie: { httpOnly: true, maxAge: 30 * 60 * 1000 }, rolling: true } satisfies SessionOptions
app.use(session(options))`,
      errors: [
        { messageId: 'missing', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 3 },
      ],
    },
    {
      name: 'quoted keys',
      code: `import session from 'express-session'
app.use(session({ "secret": secret, "cookie": { "secure": true } }))`,
      output: `import session from 'express-session'
app.use(session({ "secret": secret, "cookie": { "secure": true, "maxAge": 30 * 60 * 1000 }, "rolling": true }))`,
      errors: [
        { messageId: 'missing', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 2 },
      ],
    },
    {
      name: 'a function that makes the cookie',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: (req) => ({ secure: req.secure }) }))`,
      output: `import session from 'express-session'
app.use(session({ secret, cookie: (req) => ({ secure: req.secure, maxAge: 30 * 60 * 1000 }), rolling: true }))`,
      errors: [
        { messageId: 'missing', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 2 },
      ],
    },
    {
      name: 'cookie-session never slides',
      code: `import cookieSession from 'cookie-session'
app.use(cookieSession({ keys }))`,
      output: `import cookieSession from 'cookie-session'
app.use(cookieSession({ keys, maxAge: 12 * 60 * 60 * 1000 }))`,
      errors: [
        { messageId: 'missing', data: { key: 'maxAge', unit: 'milliseconds' }, line: 2 },
      ],
    },
    {
      name: 'koa-session for as long as the browser is open',
      code: `import session from 'koa-session'
app.use(session({ maxAge: 'session' }, app))`,
      output: `import session from 'koa-session'
app.use(session({ maxAge: 30 * 60 * 1000, rolling: true }, app))`,
      errors: [
        { messageId: 'endless', data: { key: 'maxAge', unit: 'milliseconds' }, line: 2 },
      ],
    },
    {
      name: 'koa-generic-session without a lifetime',
      code: `import session from 'koa-generic-session'
app.use(session({ cookie: { maxAge: null } }))`,
      output: `import session from 'koa-generic-session'
app.use(session({ cookie: { maxAge: 30 * 60 * 1000 }, rolling: true }))`,
      errors: [
        { messageId: 'endless', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 2 },
      ],
    },
    {
      name: 'fastify slides by itself',
      code: `import fastifySession from '@fastify/session'
fastify.register(fastifySession, { secret })`,
      output: `import fastifySession from '@fastify/session'
fastify.register(fastifySession, { secret, cookie: { maxAge: 30 * 60 * 1000 } })`,
      errors: [
        { messageId: 'missing', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 2 },
      ],
    },
    {
      name: 'fastify with an imported plugin',
      code: `fastify.register(import('@fastify/session'), { secret, cookie: { secure: 'auto' } })`,
      output: `fastify.register(import('@fastify/session'), { secret, cookie: { secure: 'auto', maxAge: 30 * 60 * 1000 } })`,
      errors: [
        { messageId: 'missing', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 1 },
      ],
    },
    {
      name: 'a session cookie of the browser',
      code: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('sid', crypto.randomUUID(), { httpOnly: true })
  res.status(200).cookie('session_id', session.id).end()
})`,
      output: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('sid', crypto.randomUUID(), { httpOnly: true, maxAge: 12 * 60 * 60 * 1000 })
  res.status(200).cookie('session_id', session.id, { maxAge: 12 * 60 * 60 * 1000 }).end()
})`,
      errors: [
        { messageId: 'missing', data: { key: 'maxAge', unit: 'milliseconds' }, line: 3 },
        { messageId: 'missing', data: { key: 'maxAge', unit: 'milliseconds' }, line: 4 },
      ],
    },
    {
      name: 'a value that is no token carries its end nowhere',
      code: `import express from 'express'
import { randomBytes } from 'node:crypto'
express().post('/login', (req, res) => {
  const id = randomBytes(32).toString('hex')
  res.cookie('auth', id, { httpOnly: true })
  res.end()
})`,
      output: `import express from 'express'
import { randomBytes } from 'node:crypto'
express().post('/login', (req, res) => {
  const id = randomBytes(32).toString('hex')
  res.cookie('auth', id, { httpOnly: true, maxAge: 12 * 60 * 60 * 1000 })
  res.end()
})`,
      errors: [
        { messageId: 'missing', data: { key: 'maxAge', unit: 'milliseconds' }, line: 5 },
      ],
    },
    {
      name: 'fastify counts cookies in seconds',
      code: `import Fastify from 'fastify'
Fastify().post('/login', (request, reply) => {
  reply.setCookie('sid', id, { path: '/' })
  reply.send()
})`,
      output: `import Fastify from 'fastify'
Fastify().post('/login', (request, reply) => {
  reply.setCookie('sid', id, { path: '/', maxAge: 12 * 60 * 60 })
  reply.send()
})`,
      errors: [
        { messageId: 'missing', data: { key: 'maxAge', unit: 'seconds' }, line: 3 },
      ],
    },
    {
      name: 'a header',
      code: `import { createServer } from 'node:http'
createServer((req, res) => {
  res.setHeader('Set-Cookie', \`sid=\${id}; HttpOnly\`)
  res.writeHead(200, { 'set-cookie': ['sid=' + id + '; Path=/', 'theme=dark'] })
  res.end()
})`,
      output: `import { createServer } from 'node:http'
createServer((req, res) => {
  res.setHeader('Set-Cookie', \`sid=\${id}; HttpOnly; Max-Age=43200\`)
  res.writeHead(200, { 'set-cookie': ['sid=' + id + '; Path=/; Max-Age=43200', 'theme=dark'] })
  res.end()
})`,
      errors: [
        { messageId: 'missing', data: { key: 'Max-Age', unit: 'seconds' }, line: 3 },
        { messageId: 'missing', data: { key: 'Max-Age', unit: 'seconds' }, line: 4 },
      ],
    },
    {
      name: 'koa counts cookies in milliseconds',
      code: `import Koa from 'koa'
new Koa().use(async (ctx) => {
  ctx.cookies.set('sid', id)
})`,
      output: `import Koa from 'koa'
new Koa().use(async (ctx) => {
  ctx.cookies.set('sid', id, { maxAge: 12 * 60 * 60 * 1000 })
})`,
      errors: [
        { messageId: 'missing', data: { key: 'maxAge', unit: 'milliseconds' }, line: 3 },
      ],
    },
    {
      name: 'shared options are copied',
      code: `import express from 'express'
const base = { httpOnly: true }
express().post('/login', (req, res) => {
  res.cookie('sid', id, base)
  res.cookie('theme', 'dark', base)
  res.end()
})`,
      output: `import express from 'express'
const base = { httpOnly: true }
express().post('/login', (req, res) => {
  res.cookie('sid', id, { ...base, maxAge: 12 * 60 * 60 * 1000 })
  res.cookie('theme', 'dark', base)
  res.end()
})`,
      errors: [
        { messageId: 'missing', data: { key: 'maxAge', unit: 'milliseconds' }, line: 4 },
      ],
    },
    {
      name: 'a profile with shorter limits',
      settings: { 'session-security': { profile: 'pci-dss' } },
      code: `import session from 'express-session'
import cookieSession from 'cookie-session'
app.use(session({ secret }))
app.use(cookieSession({ keys }))`,
      output: `import session from 'express-session'
import cookieSession from 'cookie-session'
app.use(session({ secret, cookie: { maxAge: 15 * 60 * 1000 }, rolling: true }))
app.use(cookieSession({ keys, maxAge: 12 * 60 * 60 * 1000 }))`,
      errors: [
        { messageId: 'missing', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 3 },
        { messageId: 'missing', data: { key: 'maxAge', unit: 'milliseconds' }, line: 4 },
      ],
    },
    {
      name: 'an idle timeout of one\'s own',
      options: [{ idleMinutes: 10 }],
      code: `import session from 'express-session'
app.use(session({ secret }))`,
      output: `import session from 'express-session'
app.use(session({ secret, cookie: { maxAge: 10 * 60 * 1000 }, rolling: true }))`,
      errors: [
        { messageId: 'missing', data: { key: 'cookie.maxAge', unit: 'milliseconds' }, line: 2 },
      ],
    },
    {
      name: 'guesses are suggested',
      code: `const login = (req, res) => {
  res.cookie('sid', id)
}`,
      output: null,
      errors: [
        {
          messageId: 'missing',
          data: { key: 'maxAge', unit: 'milliseconds' },
          line: 2,
          suggestions: [
            {
              messageId: 'absolute',
              data: { hours: 12 },
              output: `const login = (req, res) => {
  res.cookie('sid', id, { maxAge: 12 * 60 * 60 * 1000 })
}`,
            },
          ],
        },
      ],
    },
    ...ENDLESS_VALUES.map(([name, code]) => ({
      name: `a value in which nothing ends: ${name}`,
      code: cookieOf(code),
      output: cookieOf(code).replace('{ httpOnly: true }', '{ httpOnly: true, maxAge: 12 * 60 * 60 * 1000 }'),
      errors: [{ messageId: 'missing', data: { key: 'maxAge', unit: 'milliseconds' } }],
    })),
    {
      name: 'a token that is signed in sight without an end',
      code: `import express from 'express'
import jwt from 'jsonwebtoken'
express().post('/login', (req, res) => {
  const token = jwt.sign({ sub: req.user.id }, process.env.JWT_SECRET)
  res.cookie('access_token', token, { httpOnly: true })
  res.end()
})`,
      output: `import express from 'express'
import jwt from 'jsonwebtoken'
express().post('/login', (req, res) => {
  const token = jwt.sign({ sub: req.user.id }, process.env.JWT_SECRET)
  res.cookie('access_token', token, { httpOnly: true, maxAge: 12 * 60 * 60 * 1000 })
  res.end()
})`,
      errors: [
        { messageId: 'missing', data: { key: 'maxAge', unit: 'milliseconds' }, line: 5 },
      ],
    },
    {
      name: 'the lifetime that the server enforces is endless',
      code: `import secureSession from '@fastify/secure-session'
app.register(secureSession, { key, expiry: Infinity, cookie: { path: '/' } })`,
      output: `import secureSession from '@fastify/secure-session'
app.register(secureSession, { key, expiry: 12 * 60 * 60, cookie: { path: '/' } })`,
      errors: [
        { messageId: 'endless', data: { key: 'expiry', unit: 'seconds' }, line: 2 },
      ],
    },
  ],
})

/** A login that keeps the session by itself. */
function login(lines: string, write: string, options = '{ httpOnly: true }'): string {
  return `import express from 'express'
${lines}
express().post('/login', async (req, res) => {
  const id = crypto.randomUUID()
  ${write}
  res.cookie('sid', id, ${options})
  res.end()
})`
}

const STORE = 'const sessions = new Map()'
const CLIENT = "import { redis } from './redis.js'"
const DATABASE = "import { db, prisma, Session, sessions } from './database.js'"

ruleTester.run(`${rule.name}, for sessions that a program keeps by itself,`, rule, {
  valid: [
    {
      name: 'a key that is told its end afterwards, through the assertions of TypeScript',
      code: login(CLIENT, 'await redis.hSet(`session:${id}`, { name: req.body.name })\n  await redis.expire!(`session:${id}`, 3600)'),
      filename: fileIn('fixtures/file.ts'),
    },
    ...([
      ['a key that expires', CLIENT, 'await redis.setEx(`session:${id}`, 3600, req.body.name)'],
      ['a key that expires, in another spelling', CLIENT, 'await redis.setex(`session:${id}`, 3600, req.body.name)'],
      ['a key with an option', CLIENT, 'await redis.set(`session:${id}`, req.body.name, { EX: 3600 })'],
      ['a key with words', CLIENT, "await redis.set(`session:${id}`, req.body.name, 'EX', 3600)"],
      ['a key that is told its end afterwards', CLIENT, 'await redis.hSet(`session:${id}`, { name: req.body.name })\n  await redis.expire(`session:${id}`, 3600)'],
      ['a key of Workers KV that expires', CLIENT, 'await env.SESSIONS.put(id, req.body.name, { expirationTtl: 3600 })'],
      ['a record that knows its end', STORE, 'sessions.set(id, { name: req.body.name, expiresAt: new Date(Date.now() + 3600_000) })'],
      ['a record that is put together', STORE, 'sessions.set(id, Object.assign({}, { name: req.body.name, expiresAt: new Date(Date.now() + 3600_000) }))'],
      ['a record that is a copy', STORE, 'sessions.set(id, { ...{ expiresAt: new Date(Date.now() + 3600_000) } })'],
      ['a record that a function makes', STORE, 'const made = () => ({ expiresAt: soon() })\n  sessions.set(id, made())'],
      ['a record with its keys in quotes', `${STORE}\nconst isOld = ({ createdAt }) => createdAt < Date.now() - 3600_000`, "sessions.set(id, { 'createdAt': Date.now() })"],
      ['a record in a variable that knows its end', STORE, 'const record = { name: req.body.name, expires: Date.now() + 3600_000 }\n  sessions.set(id, record)'],
      ['a text that knows its end', CLIENT, 'await redis.set(`session:${id}`, JSON.stringify({ name: req.body.name, exp: soon() }))'],
      ['a record that says when it began, where somebody asks', `${STORE}\nconst isOld = ({ createdAt }) => createdAt < Date.now() - 3600_000`, 'sessions.set(id, { createdAt: Date.now() })'],
      ['a record that somebody else has made', STORE, 'sessions.set(id, new Session(req.body.name))'],
      ['a record that is deleted after an hour', STORE, 'sessions.set(id, req.body.name)\n  setTimeout(() => sessions.delete(id), 3600_000)'],
      ['old records that are deleted now and then', `${STORE}\nsetInterval(dropOld, 1000)\nfunction dropOld() { sessions.forEach(({ old }, id) => old && sessions.delete(id)) }`, 'sessions.set(id, { name: req.body.name })'],
      ['a store that drops what is old', "import { LRUCache } from 'lru-cache'\nconst sessions = new LRUCache({ ttl: 1000 })", 'sessions.set(id, req.body.name)'],
      ['a row of Prisma', DATABASE, 'await prisma.session.create({ data: { id, expiresAt: new Date(Date.now() + 3600_000) } })'],
      ['a row of Drizzle', DATABASE, 'await db.insert(sessions).values({ id, expiresAt: new Date(Date.now() + 3600_000) })'],
      ['a document of Mongoose', DATABASE, 'await Session.create({ token: id, expires: new Date(Date.now() + 3600_000) })'],
      ['a collection with an index', DATABASE, "await db.collection('sessions').insertOne({ _id: id })\n  await db.collection('sessions').createIndex({ at: 1 }, { expireAfterSeconds: 3600 })"],
      ['a row that SQL adds', DATABASE, "await db.query('INSERT INTO sessions (id, expires_at) VALUES ($1, $2)', [id, soon()])"],
    ] as const).map(([name, lines, write]) => ({ name, code: login(lines, write) })),
    {
      name: 'a record with an end, whose ID the database makes',
      code: login(DATABASE, 'const session = await prisma.session.create({ data: { expiresAt: soon() } })').replace("'sid', id", "'sid', session.id"),
    },
    {
      name: 'a record with an end, whose ID is signed',
      code: login(STORE, 'sessions.set(id, { expiresAt: soon() })').replace("'sid', id", "'sid', sign(id, SECRET)"),
    },
    {
      name: 'a record with an end, from a function of the file',
      code: login(`${STORE}
function open(name) {
  const token = crypto.randomUUID()
  sessions.set(token, { name, expiresAt: soon() })
  return token
}`, '').replace("'sid', id", "'sid', open(req.body.name)"),
    },
  ],
  invalid: [
    ...([
      ['a map', STORE, 'sessions.set(id, { name: req.body.name })'],
      ['a map of names', STORE, 'sessions.set(id, req.body.name)'],
      ['a key that stays', CLIENT, 'await redis.set(`session:${id}`, req.body.name)'],
      ['a key of Workers KV that stays', CLIENT, 'await env.SESSIONS.put(id, req.body.name)'],
      ['a record that says when it began, where nobody asks', STORE, 'sessions.set(id, { createdAt: Date.now() })'],
      ['an end of another record', STORE, 'sessions.set(id, { name: req.body.name })\n  sessions.set(crypto.randomUUID(), { expiresAt: soon() })'],
      ['a row without an end', DATABASE, 'await prisma.session.create({ data: { id, name: req.body.name } })'],
      ['a timer for something else', `${STORE}\nsetInterval(() => ping(), 1000)`, 'sessions.set(id, { name: req.body.name })'],
    ] as const).map(([name, lines, write]) => ({
      name,
      code: login(lines, write),
      output: login(lines, write, '{ httpOnly: true, maxAge: 12 * 60 * 60 * 1000 }'),
      errors: [{ messageId: 'missing', data: { key: 'maxAge', unit: 'milliseconds' } }],
    })),
  ],
})
