import rule from '../../lib/rules/no-auth-from-unsigned-cookie.js'
import { ruleTester } from '../rule-tester.js'

const inExpress = (...lines: readonly string[]) => `import express from 'express'
import cookieParser from 'cookie-parser'
const app = express()
app.use(cookieParser())
app.get('/account', async (req, res, next) => {
  ${lines.join('\n  ')}
  res.end()
})`
const told = (messageId: string, name: string) => ({ messageId, data: { name } })
const permission = (name: string) => told('permission', name)
const login = (name: string) => told('login', name)
const identity = (name: string) => told('identity', name)

ruleTester.run(rule.name, rule, {
  valid: [
    { name: 'signed cookies', code: inExpress(`if (req.signedCookies.isAdmin) return next()`, `const user = await User.findById(req.signedCookies.userId)`) },
    { name: 'the session', code: inExpress(`if (req.session.isAdmin) return next()`, `const user = await User.findById(req.session.userId)`) },
    { name: 'preferences', code: inExpress(`if (req.cookies.theme === 'dark') return next()`, `const texts = await Texts.find(req.cookies.locale)`, `if (!req.cookies.consent) return res.redirect('/consent')`) },
    { name: 'a token that is verified', code: inExpress(`if (!req.cookies.auth) return res.redirect('/login')`, `const user = jwt.verify(req.cookies.auth, key)`) },
    { name: 'a token that somebody else verifies', code: inExpress(`if (!req.cookies.auth) return res.redirect('/login')`, `return next()`) },
    { name: 'a session that is looked up', code: inExpress(`const session = await Session.findOne({ id: req.cookies.sid })`, `if (!req.cookies.token) return res.sendStatus(401)`) },
    { name: 'what is verified somewhere in the file', code: inExpress(`if (req.cookies.isAdmin === 'true') return next()`) + `\nfunction check(req) { return verifySignature(req.cookies.isAdmin) }` },
    { name: 'an ID with a signature of its own', code: inExpress(`if (hmac(req.cookies.userId) !== req.cookies.proof) return res.sendStatus(401)`, `const user = await User.findById(req.cookies.userId)`) },
    { name: 'an ID that is decrypted', code: inExpress(`const userId = decrypt(req.cookies.userId)`, `const user = await User.findById(userId)`) },
    { name: 'a hint where to go', code: inExpress(`if (req.cookies.loggedIn) return res.redirect('/app')`, `const isKnown = Boolean(req.cookies.loggedIn)`) },
    { name: 'what a page shows', code: inExpress(`res.render('home', { isAdmin: req.cookies.isAdmin, name: req.cookies.username })`) },
    { name: 'whether there is a role at all', code: inExpress(`if (!req.cookies.role) return res.redirect('/choose')`, `if (req.cookies.role === undefined) return next()`, `if (typeof req.cookies.role === 'string') return next()`) },
    { name: 'the name of a user to greet', code: inExpress(`const greeting = await texts.get(req.cookies.user)`, `if (req.cookies.user) return res.send(req.cookies.user)`) },
    { name: 'what is kept for whoever it was', code: inExpress(`const texts = cache.get(req.cookies.userId)`, `analytics.identify(req.cookies.userId)`, `log.info('asked', req.cookies.userId)`) },
    { name: 'a visitor', code: inExpress(`analytics.find(req.cookies.uid)`, `if (req.cookies.uid === lastVisitor) return next()`) },
    { name: 'a middleware that verifies', code: `import express from 'express'
express().get('/account', verifyCookies, async (req, res) => { if (req.cookies.isAdmin) return res.json(await all()) })` },
    { name: 'a middleware that verifies before what is done for each of a list', code: `import express from 'express'
express().get('/account', verifyCookies, (req, res) => { list.forEach(() => { if (req.cookies.isAdmin) res.json(all()) }) })` },
    { name: 'the cookies of somebody else', code: `const jar = await browser.cookies(); if (jar.cookies.isAdmin) open()
if (config.cookies.isAdmin === 'true') start()
function show(page) { if (page.cookies.isAdmin) open() }` },
    { name: 'a cookie that the settings call another one', code: inExpress(`if (req.cookies.admin === 'open') return next()`), settings: { 'session-security': { cookies: { other: ['^admin$'] } } } },
    {
      name: 'Koa with options, by which signatures are looked at where there are keys',
      code: `import Koa from 'koa'
const app = new Koa()
app.use(async (ctx, next) => { if (ctx.cookies.get('isAdmin', { signed: true }) === 'true') await next() })
app.use(async (ctx, next) => { if (ctx.cookies.get('isAdmin', options) === 'true') await next() })`,
    },
    { name: 'Hono, signed', code: `import { getSignedCookie } from 'hono/cookie'; app.get('/admin', async (c) => { if ((await getSignedCookie(c, secret, 'role')) === 'admin') return c.text('hello') })` },
    { name: 'a cookie of a page', code: `'use client'
import Cookies from 'js-cookie'
if (Cookies.get('isAdmin') === 'true') document.body.append(menu)` },
    { name: 'sessions that are signed', code: `import cookieSession from 'cookie-session'; app.use(cookieSession({ keys })); app.use(cookieSession({ keys, signed: true })); app.use(cookieSession({ keys, signed }))` },
    { name: 'sessions that the program verifies by itself', code: `import cookieSession from 'cookie-session'; app.use(cookieSession({ signed: false })); app.use((req, res, next) => (verifySessionHash(req.session.salt, req.session.hash) ? next() : res.sendStatus(403)))` },
    { name: 'sessions in a store', code: `import session from 'koa-session'; app.use(session({ store, signed: false }, app))` },
    { name: 'sessions with options out of sight', code: `import session from 'koa-session'; app.use(session({ ...options, signed: false }, app))` },
    { name: 'sessions of React Router with secrets', code: `import { createCookieSessionStorage } from 'react-router'; createCookieSessionStorage({ cookie: { secrets: [process.env.SECRET] } }); createCookieSessionStorage({ cookie }); createCookieSessionStorage({ cookie: { ...options } })` },
    { name: 'the rest of a request that is called cookies', code: inExpress(`const { session, ...cookies } = req; if (cookies.role === 'admin') next()`) },
  ],
  invalid: [
    { name: 'the jar by its name in quotes', code: inExpress(`if (req['cookies']['role'] === 'admin') return next()`), output: null, errors: [permission('role')] },
    { name: 'a login that lets somebody in, in an odd spelling', code: inExpress(`if (!req.cookies.loggedIn) return (res.redirect) /* away */ ('/login')`), output: null, errors: [login('loggedIn')] },
    {
      name: 'a flag that lets somebody in',
      code: inExpress(`if (req.cookies.isAdmin) return next()`),
      output: null,
      errors: [{ ...permission('isAdmin'), line: 6, column: 7, endColumn: 26 }],
    },
    { name: 'a flag as a text', code: inExpress(`if (req.cookies.isAdmin !== 'true') return res.sendStatus(403)`), output: null, errors: [permission('isAdmin')] },
    { name: 'a role', code: inExpress(`const isAllowed = req.cookies['role'] === 'admin'`), output: null, errors: [permission('role')] },
    { name: 'one of several roles', code: inExpress(`if (!['admin', 'editor'].includes(req.cookies.role)) return res.sendStatus(403)`), output: null, errors: [permission('role')] },
    { name: 'a role in a switch', code: inExpress(`switch (req.cookies.role) { case 'admin': return next() }`), output: null, errors: [permission('role')] },
    { name: 'a role through names', code: inExpress(`const { role } = req.cookies`, `if (role === 'admin') return next()`), output: null, errors: [{ ...permission('role'), line: 7, column: 7, endColumn: 11 }] },
    { name: 'a role through all cookies', code: inExpress(`const { cookies } = req`, `const jar = req.cookies`, `if (cookies.role === 'admin' || jar.isAdmin) return next()`), output: null, errors: [permission('role'), permission('isAdmin')] },
    { name: 'a role in what is handed in', code: `import express from 'express'; express().get('/', ({ cookies: { role } }, res) => { if (role === 'admin') res.json(all()) })`, output: null, errors: [permission('role')] },
    { name: 'a login that lets somebody in', code: inExpress(`if (!req.cookies.loggedIn) return res.redirect('/login')`), output: null, errors: [login('loggedIn')] },
    { name: 'a login that is passed on', code: inExpress(`if (req.cookies.authenticated === 'true') return next()`, `res.status(401)`), output: null, errors: [login('authenticated')] },
    { name: 'a login in a condition', code: inExpress(`req.cookies.auth === 'yes' ? next() : res.sendStatus(401)`), output: null, errors: [login('auth')] },
    { name: 'a login of a function that is called so', code: `import express from 'express'; const isLoggedIn = (req) => req.cookies.logged_in === '1'; express().get('/', (req, res) => { if (isLoggedIn(req)) res.end() })`, output: null, errors: [login('logged_in')] },
    { name: 'a user who is looked up', code: inExpress(`req.user = await User.findById(req.cookies.userId)`), output: null, errors: [{ ...identity('userId'), line: 6, column: 34, endColumn: 52 }] },
    { name: 'a user in a query', code: inExpress(`const user = await db.user.findUnique({ where: { id: Number(req.cookies.user_id) } })`), output: null, errors: [identity('user_id')] },
    { name: 'a user in SQL', code: inExpress(`const id = req.cookies.userId`, `const [user] = await db.query('SELECT * FROM users WHERE id = ?', [id])`), output: null, errors: [identity('userId')] },
    { name: 'a user in a list', code: inExpress(`const user = users[req.cookies.uid]`), output: null, errors: [identity('uid')] },
    { name: 'a user by name', code: inExpress(`const user = await Users.findOne({ name: req.cookies.username })`), output: null, errors: [identity('username')] },
    { name: 'a user who becomes the one of the request', code: inExpress(`req.session.userId = req.cookies.userId`, `res.locals.user = JSON.parse(req.cookies.user)`), output: null, errors: [identity('userId'), identity('user')] },
    { name: 'the owner of something', code: inExpress(`if (post.authorId !== req.cookies.userId) return res.sendStatus(403)`), output: null, errors: [identity('userId')] },
    { name: 'what is inside an object in a cookie', code: inExpress(`const user = JSON.parse(req.cookies.user)`, `if (user.role === 'admin') return next()`), output: null, errors: [permission('user')] },
    {
      name: 'once for each cookie and function',
      code: inExpress(`if (req.cookies.isAdmin) log()`, `if (req.cookies.isAdmin === 'true') return next()`),
      output: null,
      errors: [permission('isAdmin')],
    },
    {
      name: 'with all of its life in one file',
      code: `const express = require('express')
const cookieParser = require('cookie-parser')
const app = express()
app.use(cookieParser(process.env.COOKIE_SECRET))
app.post('/login', (req, res) => {
  res.cookie('userId', user.id, { httpOnly: true })
  res.end()
})
app.get('/account', async (req, res) => {
  const user = await User.findById(req.cookies.userId)
  res.json({ user, id: req.cookies.userId })
})`,
      output: null,
      errors: [
        {
          ...identity('userId'),
          suggestions: [
            {
              messageId: 'sign',
              data: { name: 'userId', member: 'signedCookies' },
              output: `const express = require('express')
const cookieParser = require('cookie-parser')
const app = express()
app.use(cookieParser(process.env.COOKIE_SECRET))
app.post('/login', (req, res) => {
  res.cookie('userId', user.id, { httpOnly: true, signed: true })
  res.end()
})
app.get('/account', async (req, res) => {
  const user = await User.findById(req.signedCookies.userId)
  res.json({ user, id: req.signedCookies.userId })
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'without options where it is written, or without a secret, or read in a pattern with others: only with all of it is there an edit',
      code: `const express = require('express')
const app = express()
app.use(require('cookie-parser')(secret))
app.post('/login', (req, res) => { res.cookie('isAdmin', 'false'); res.cookie('role', 'guest', options) })
app.get('/a', (req, res) => { if (req.cookies.isAdmin) res.end() })
app.get('/b', (req, res) => { const { role } = req.cookies; if (role === 'admin') res.end() })`,
      output: null,
      errors: [
        {
          ...permission('isAdmin'),
          suggestions: [
            {
              messageId: 'sign',
              output: `const express = require('express')
const app = express()
app.use(require('cookie-parser')(secret))
app.post('/login', (req, res) => { res.cookie('isAdmin', 'false', { signed: true }); res.cookie('role', 'guest', options) })
app.get('/a', (req, res) => { if (req.signedCookies.isAdmin) res.end() })
app.get('/b', (req, res) => { const { role } = req.cookies; if (role === 'admin') res.end() })`,
            },
          ],
        },
        permission('role'),
      ],
    },
    {
      name: 'read in a pattern that takes nothing else out of the cookies: the edit is made once, wherever the name stands',
      code: `const express = require('express')
const app = express()
app.use(require('cookie-parser')(secret))
app.post('/login', (req, res) => { res.cookie('role', 'guest', { httpOnly: true }) })
app.get('/b', (req, res) => { const { role } = req.cookies; if (role === 'admin' || role === 'owner') res.end() })`,
      output: null,
      errors: [
        {
          ...permission('role'),
          suggestions: [
            {
              messageId: 'sign',
              output: `const express = require('express')
const app = express()
app.use(require('cookie-parser')(secret))
app.post('/login', (req, res) => { res.cookie('role', 'guest', { httpOnly: true, signed: true }) })
app.get('/b', (req, res) => { const { role } = req.signedCookies; if (role === 'admin' || role === 'owner') res.end() })`,
            },
          ],
        },
      ],
    },
    { name: 'of several in a pattern none is signed', code: inExpress(`res.cookie('role', 'guest', { httpOnly: true })`, `const { role, theme } = req.cookies`, `if (role === 'admin') return next()`).replace('cookieParser()', 'cookieParser(secret)'), output: null, errors: [permission('role')] },
    { name: 'Fastify', code: `import Fastify from 'fastify'; Fastify().get('/', async (request, reply) => { if (request.cookies.role === 'admin') return all() })`, output: null, errors: [permission('role')] },
    { name: 'Koa with keys, and a reading that looks at no signature', code: `import Koa from 'koa'; const app = new Koa(); app.keys = keys; app.use(async (ctx, next) => { if (ctx.cookies.get('isAdmin')) await next() })`, output: null, errors: [permission('isAdmin')] },
    { name: 'Koa without a signature', code: `import Koa from 'koa'; new Koa().use(async (ctx, next) => { if (ctx.cookies.get('isAdmin', { signed: false })) await next() })`, output: null, errors: [permission('isAdmin')] },
    { name: 'Hono', code: `import { Hono } from 'hono'; import { getCookie } from 'hono/cookie'; new Hono().get('/', async (c) => { const role = getCookie(c, 'role'); if (role !== 'admin') return c.text('no', 403) })`, output: null, errors: [permission('role')] },
    {
      name: 'Next',
      code: `import { cookies } from 'next/headers'
export async function GET() {
  const store = await cookies()
  if (store.get('role')?.value === 'admin') return Response.json(await all())
}
export async function POST() {
  const userId = (await cookies()).get('userId')?.value
  return Response.json(await db.user.findUnique({ where: { id: userId } }))
}`,
      filename: '/nowhere/app/api/route.ts',
      output: null,
      errors: [permission('role'), identity('userId')],
    },
    {
      name: 'Astro, whose cookies have a value and readers of their own',
      code: `export const GET = async ({ cookies, redirect }) => {
  if (cookies.get('isAdmin')?.value === 'true') return Response.json(await all())
  return redirect('/')
}
export const POST = async (context) => {
  if (context.cookies.get('isAdmin')?.boolean()) return Response.json(await all())
}`,
      filename: '/nowhere/src/pages/api/all.js',
      settings: { 'session-security': { libraries: ['astro'] } },
      output: null,
      errors: [permission('isAdmin'), permission('isAdmin')],
    },
    {
      name: 'sessions without a signature',
      code: `import cookieSession from 'cookie-session'
app.use(cookieSession({ name: 'id', keys: process.env.KEYS.split(','), signed: false }))`,
      output: null,
      errors: [
        {
          messageId: 'unsigned',
          data: { option: 'signed' },
          line: 2,
          column: 80,
          endColumn: 85,
          suggestions: [{ messageId: 'turnOn', output: `import cookieSession from 'cookie-session'
app.use(cookieSession({ name: 'id', keys: process.env.KEYS.split(',') }))` }],
        },
      ],
    },
    { name: 'sessions without a signature and a key', code: `import cookieSession from 'cookie-session'; app.use(cookieSession({ name: 'id', signed: false }))`, output: null, errors: [{ messageId: 'unsigned', suggestions: [] }] },
    {
      name: 'sessions of Koa without a signature and a store',
      code: `import Koa from 'koa'
import session from 'koa-session'
const app = new Koa()
app.keys = process.env.KEYS.split(',')
app.use(session({ signed: false, maxAge: 1000 }, app))`,
      output: null,
      errors: [
        {
          messageId: 'unsigned',
          suggestions: [{ messageId: 'turnOn', output: `import Koa from 'koa'
import session from 'koa-session'
const app = new Koa()
app.keys = process.env.KEYS.split(',')
app.use(session({ maxAge: 1000 }, app))` }],
        },
      ],
    },
    { name: 'sessions of React Router without secrets', code: `import { createCookieSessionStorage } from 'react-router'; export const storage = createCookieSessionStorage({ cookie: { name: '__session', httpOnly: true } })`, output: null, errors: [{ messageId: 'missing', data: { option: 'cookie.secrets' } }] },
  ],
})
