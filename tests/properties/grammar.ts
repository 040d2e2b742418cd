import fc from 'fast-check'
import { join } from 'node:path'
import { root } from '../project.js'
import type { Program } from './program.js'

/** How programs are written with one set of libraries. */
interface Dialect {
  readonly name: string
  readonly imports: readonly string[]
  /** What sets the sessions up. */
  setUp(options: string): string
  /** Where the options of the cookie stand among those of the session. */
  optionsOf(cookie: string, others: string): string
  /** A handler of `POST /path`. */
  handler(path: string, body: string): string
  readonly request: string
  readonly session: string
  /** Ends the answer. */
  readonly answer: string
  readonly refuse: string
  cookie(name: string, value: string, options: string): string
  readonly clear: string
  readonly keys: { readonly httpOnly: string; readonly maxAge: string }
  /** Ways to end a session. */
  readonly ends: readonly string[]
  /** Ways to renew one. */
  readonly renewals: readonly string[]
  readonly isWaiting: boolean
}

const EXPRESS = {
  handler: (path: string, body: string) => `app.post('${path}', (req, res, next) => {\n${body}\n})`,
  request: 'req',
  session: 'req.session',
  answer: `res.redirect('/')`,
  refuse: 'return res.sendStatus(401)',
  cookie: (name: string, value: string, options: string) => `res.cookie('${name}', ${value}${options && `, ${options}`})`,
  clear: `res.clearCookie('connect.sid')`,
  keys: { httpOnly: 'httpOnly', maxAge: 'maxAge' },
  isWaiting: false,
}

const DIALECTS: readonly Dialect[] = [
  {
    ...EXPRESS,
    name: 'express-session',
    imports: [`import express from 'express'`, `import session from 'express-session'`, `const app = express()`],
    setUp: (options) => `app.use(session(${options}))`,
    optionsOf: nested,
    ends: ['req.session.destroy()', 'req.session.destroy((err) => (err ? next(err) : res.end()))', 'req.session = null', 'delete req.session.userId'],
    renewals: ['req.session.regenerate(() => {})', 'regenerateSession(req)'],
  },
  {
    ...EXPRESS,
    name: 'express-session in an async handler',
    imports: [`const express = require('express')`, `const session = require('express-session')`, `const app = express()`],
    setUp: (options) => `app.use(session(${options}))`,
    handler: (path, body) => `app.post('${path}', async (req, res, next) => {\n${body}\n})`,
    optionsOf: nested,
    ends: ['await new Promise((resolve) => req.session.destroy(resolve))', 'req.session.destroy()', 'req.session.user = undefined'],
    renewals: ['await new Promise((resolve, reject) => req.session.regenerate((err) => (err ? reject(err) : resolve())))'],
    isWaiting: true,
  },
  {
    ...EXPRESS,
    name: 'cookie-session',
    imports: [`import express from 'express'`, `import cookieSession from 'cookie-session'`, `const app = express()`],
    setUp: (options) => `app.use(cookieSession(${options}))`,
    optionsOf: flat,
    ends: ['req.session = null', 'req.session.userId = null'],
    renewals: ['audit(req)'],
  },
  {
    name: 'koa-session',
    imports: [`import Koa from 'koa'`, `import session from 'koa-session'`, `import Router from '@koa/router'`, `const app = new Koa()`, `const router = new Router()`],
    setUp: (options) => `app.use(session(${options}, app))`,
    optionsOf: flat,
    handler: (path, body) => `router.post('${path}', async (ctx, next) => {\n${body}\n})`,
    request: 'ctx.request',
    session: 'ctx.session',
    answer: `ctx.redirect('/')`,
    refuse: 'return ctx.throw(401)',
    cookie: (name, value, options) => `ctx.cookies.set('${name}', ${value}${options && `, ${options}`})`,
    clear: `ctx.cookies.set('koa.sess', null)`,
    keys: { httpOnly: 'httpOnly', maxAge: 'maxAge' },
    ends: ['ctx.session = null', 'ctx.session.userId = null'],
    renewals: ['ctx.session.regenerate()', 'await ctx.session.regenerate()'],
    isWaiting: true,
  },
  {
    name: '@fastify/session',
    imports: [`import Fastify from 'fastify'`, `import cookie from '@fastify/cookie'`, `import session from '@fastify/session'`, `const app = Fastify()`, `app.register(cookie)`],
    setUp: (options) => `app.register(session, ${options})`,
    optionsOf: nested,
    handler: (path, body) => `app.post('${path}', async (request, reply) => {\n${body}\n})`,
    request: 'request',
    session: 'request.session',
    answer: `return reply.redirect('/')`,
    refuse: 'return reply.code(401).send()',
    cookie: (name, value, options) => `reply.setCookie('${name}', ${value}${options && `, ${options}`})`,
    clear: `reply.clearCookie('sessionId')`,
    keys: { httpOnly: 'httpOnly', maxAge: 'maxAge' },
    ends: ['await request.session.destroy()', 'request.session.destroy()', 'request.session.user = null'],
    renewals: ['await request.session.regenerate()', 'request.session.regenerate()'],
    isWaiting: true,
  },
  {
    name: 'Hono',
    imports: [`import { Hono } from 'hono'`, `import { deleteCookie, setCookie } from 'hono/cookie'`, `const app = new Hono()`, `const sessions = new Map()`],
    setUp: () => '',
    optionsOf: nested,
    handler: (path, body) => `app.post('${path}', async (c) => {\n${body}\n})`,
    request: 'c.req',
    session: 'state',
    answer: `return c.redirect('/')`,
    refuse: 'return c.text(\'no\', 401)',
    cookie: (name, value, options) => `setCookie(c, '${name}', ${value}${options && `, ${options}`})`,
    clear: `deleteCookie(c, 'sid')`,
    keys: { httpOnly: 'httpOnly', maxAge: 'maxAge' },
    ends: [`sessions.delete(getCookie(c, 'sid'))`, 'audit(c)'],
    renewals: ['audit(c)'],
    isWaiting: true,
  },
  {
    name: 'hapi',
    imports: [`import Hapi from '@hapi/hapi'`, `import Yar from '@hapi/yar'`, `const server = Hapi.server()`],
    setUp: (options) => `await server.register({ plugin: Yar, options: ${options} })`,
    optionsOf: (cookie, others) => `{ ${[others.replace('secret:', 'password:'), cookie && `cookieOptions: ${cookie}`].filter(Boolean).join(', ')} }`,
    handler: (path, body) => `server.route({ method: 'POST', path: '${path}', handler: async (request, h) => {\n${body}\n} })`,
    request: 'request',
    session: 'request.yar',
    answer: `return h.redirect('/')`,
    refuse: 'return h.response().code(401)',
    cookie: (name, value, options) => `h.state('${name}', ${value}${options && `, ${options}`})`,
    clear: `h.unstate('session')`,
    keys: { httpOnly: 'isHttpOnly', maxAge: 'ttl' },
    ends: ['request.yar.reset()', `request.yar.clear('userId')`],
    renewals: ['request.yar.reset()'],
    isWaiting: true,
  },
]

function nested(cookie: string, others: string): string {
  return `{ ${[others, cookie && `cookie: ${cookie}`].filter(Boolean).join(', ')} }`
}

function flat(cookie: string, others: string): string {
  const inside = cookie.replace(/^\{ | \}$/g, '')
  return `{ ${[others.replace('secret:', 'keys:'), inside].filter(Boolean).join(', ')} }`
}

/** Code around some statements, which run in it at most once. */
const SURROUNDINGS: readonly ((inside: string, dialect: Dialect) => string)[] = [
  (inside) => inside,
  (inside) => `if (isAllowed(user)) {\n${inside}\n}`,
  (inside, { refuse }) => `if (!user) ${refuse}\n${inside}`,
  (inside, { isWaiting }) => (isWaiting ? `await audit(user)\n${inside}` : `audit(user)\n${inside}`),
  (inside) => `try {\n${inside}\n} catch (error) {\n  report(error)\n}`,
  (inside) => `for (const role of roles) count(role)\n${inside}`,
  (inside) => `switch (user.kind) {\n  case 'member':\n${inside}\n    break\n  default:\n    count(user)\n}`,
  (inside) => `{\n${inside}\n}`,
  (inside) => `const proceed = () => {\n${inside.replaceAll('await ', '')}\n}\nproceed()`,
  (inside) => `users.find(user).then((found) => {\n${inside.replaceAll('await ', '')}\n})`,
  (inside) => `db.find(user, (error, found) => {\n  if (error) throw error\n${inside.replaceAll('await ', '')}\n})`,
]

const SECRETS = ['process.env.SECRET', `'keyboard cat'`, `process.env.SECRET || 'change me'`, 'secret', `[process.env.SECRET, 'old one']`]
const IDS = ['id', 'crypto.randomUUID()', 'Math.random().toString(36).slice(2)', 'String(Date.now())', '`${user.id}-${Date.now()}`', 'createSession(user)']
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  httpOnly: ['true', 'false', 'config.httpOnly'],
  secure: ['true', 'false', `process.env.NODE_ENV === 'production'`, `'auto'`],
  sameSite: [`'lax'`, `'none'`, `'strict'`, 'config.sameSite'],
  maxAge: ['60 * 60 * 1000', '1800000', '1000 * 60 * 60 * 24 * 365', 'config.maxAge', '0'],
  path: [`'/'`, `'/admin'`],
  domain: [`'example.com'`],
}

const cookieOptions = fc.record(Object.fromEntries(Object.entries(ATTRIBUTES).map(([name, values]) => [name, fc.option(fc.constantFrom(...values), { nil: undefined })])))

const surroundings = fc.array(fc.constantFrom(...SURROUNDINGS), { maxLength: 3 })

/** Whole programs: sessions set up in some way, a login, a logout, cookies, with other code around them. */
export const grammarProgram: fc.Arbitrary<Program> = fc
  .record({
    dialect: fc.constantFrom(...DIALECTS),
    secret: fc.constantFrom(...SECRETS),
    flags: fc.subarray(['resave: false', 'saveUninitialized: true', 'saveUninitialized: false', 'rolling: true', `name: 'sid'`]),
    ofSession: fc.option(cookieOptions, { nil: undefined }),
    ofCookie: cookieOptions,
    id: fc.constantFrom(...IDS),
    identity: fc.constantFrom('userId = user.id', 'user = user', 'isAdmin = true', 'cart = []'),
    aroundLogin: surroundings,
    aroundLogout: surroundings,
    renews: fc.nat(3),
    end: fc.nat(7),
    isCleared: fc.boolean(),
    isTyped: fc.boolean(),
  })
  .map(({ aroundLogin, aroundLogout, dialect, end, flags, id, identity, isCleared, isTyped, ofCookie, ofSession, renews, secret }) => {
    const around = (list: readonly ((inside: string, dialect: Dialect) => string)[], inside: string) => list.reduce((text, surround) => surround(text, dialect), inside)
    const others = [`secret: ${secret}`, ...flags.filter((flag, index) => !flag.startsWith('saveU') || flags.findIndex((other) => other.startsWith('saveU')) === index)].join(', ')
    const login = [
      ...(renews < dialect.renewals.length ? [dialect.renewals[renews]] : []),
      `${dialect.session}.${identity}`,
      dialect.cookie('sid', id, optionsText(dialect, ofCookie)),
      dialect.answer,
    ].join('\n')
    const logout = [...(end < dialect.ends.length ? [dialect.ends[end]] : []), ...(isCleared ? [dialect.clear] : []), dialect.answer].join('\n')
    const code = [
      ...dialect.imports,
      dialect.setUp(dialect.optionsOf(ofSession ? optionsText(dialect, ofSession) : '', others)),
      dialect.handler('/login', `const user = check(${dialect.request}.body)\n${around(aroundLogin, login)}`),
      dialect.handler('/logout', `const user = current(${dialect.request})\n${around(aroundLogout, logout)}`),
    ].filter((line) => line !== '')
    return { origin: `a program of ${dialect.name}`, filename: join(root, `tests/fixtures/program.${isTyped ? 'ts' : 'js'}`), code: `${code.join('\n')}\n` }
  })

function optionsText({ keys }: Dialect, values: Readonly<Record<string, string | undefined>>): string {
  const written = Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined) return []
    return [`${name === 'httpOnly' || name === 'maxAge' ? keys[name] : name}: ${value}`]
  })
  return written.length > 0 ? `{ ${written.join(', ')} }` : ''
}
