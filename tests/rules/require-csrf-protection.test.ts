import rule from '../../lib/rules/require-csrf-protection.js'
import { ruleTester } from '../rule-tester.js'

interface Parts {
  readonly cookie?: string
  readonly head?: string
  readonly route?: string
}

const TRANSFER = `app.post('/transfer', (req, res) => {
  transfer(req.session.userId, req.body.to, req.body.amount)
  res.redirect('/')
})`

const program = ({ cookie = '', head = '', route = TRANSFER }: Parts = {}) => `import express from 'express'
import session from 'express-session'
const app = express()
app.use(express.urlencoded({ extended: false }))
app.use(session({ secret: process.env.SECRET, cookie: { ${cookie} } }))
${head}
${route}`

const forged = { messageId: 'forged', data: { key: 'cookie.sameSite', lax: "'lax'" } }

ruleTester.run(rule.name, rule, {
  valid: [
    { name: 'SameSite=Lax', code: program({ cookie: `sameSite: 'lax'` }) },
    { name: 'SameSite=Strict', code: program({ cookie: `sameSite: 'strict'` }) },
    { name: 'SameSite=Strict by another word', code: program({ cookie: `sameSite: true` }) },
    { name: 'a SameSite that nobody knows', code: program({ cookie: `sameSite: config.sameSite` }) },
    { name: 'attributes that nobody knows', code: program({ cookie: `...attributes` }) },
    { name: 'csurf', code: program({ head: `app.use(require('csurf')())` }) },
    { name: 'csrf-csrf', code: program({ head: `import { doubleCsrf } from 'csrf-csrf'\nconst { doubleCsrfProtection } = doubleCsrf({ getSecret, getSessionIdentifier })\napp.use(doubleCsrfProtection)` }) },
    { name: 'csrf-sync', code: program({ head: `import { csrfSync } from 'csrf-sync'\napp.use(csrfSync().csrfSynchronisedProtection)` }) },
    { name: 'lusca', code: program({ head: `import lusca from 'lusca'\napp.use(lusca({ csrf: true }))` }) },
    { name: 'an unknown package that says it', code: program({ head: `import { csrf } from 'a-new-package'\napp.use(csrf())` }) },
    { name: 'a token that is checked by hand', code: program({ head: `app.use((req, res, next) => (req.method === 'GET' || req.body._csrf === req.session.csrfToken ? next() : res.sendStatus(403)))` }) },
    { name: 'Sec-Fetch-Site', code: program({ head: `app.use((req, res, next) => (req.headers['sec-fetch-site'] === 'same-origin' ? next() : res.sendStatus(403)))` }) },
    { name: 'Origin', code: program({ head: `app.use((req, res, next) => (req.get('Origin') === 'https://app.example.com' ? next() : res.sendStatus(403)))` }) },
    { name: 'Origin, by a pattern', code: program({ head: `app.use((req, res, next) => { const { origin } = req.headers; return origin === OWN ? next() : res.sendStatus(403) })` }) },
    { name: 'Origin, by a constant', code: program({ head: `app.use((req, res, next) => { const origin = req.header('Origin'); return origin === OWN ? next() : res.sendStatus(403) })` }) },
    { name: 'CORS that refuses other origins with an error', code: program({ head: `import cors from 'cors'\napp.use(cors({ origin: (origin, done) => (origin === OWN ? done(null, true) : done(new Error('No.'))) }))` }) },
    { name: 'Referer', code: program({ head: `app.use((req, res, next) => (req.headers.referer?.startsWith(site) ? next() : res.sendStatus(403)))` }) },
    { name: 'a header that a form can not send', code: program({ head: `app.use((req, res, next) => (req.get('X-Requested-With') ? next() : res.sendStatus(403)))` }) },
    { name: 'a function by the option', code: program({ head: `import { guard } from '@our/guards'\napp.use(guard)` }), options: [{ middlewareNames: ['guard'] }] },
    { name: 'a middleware that a function is given among its arguments', code: program({ head: `function guard() { app.use(arguments[0]) }\nguard(security)` }) },
    { name: 'a middleware of another file', code: program({ head: `import security from './security.js'\napp.use(security)` }) },
    { name: 'a middleware that is required', code: program({ head: `app.use(require('./middleware')(app))` }) },
    { name: 'a middleware of another file at the route', code: program({ route: TRANSFER.replace(`'/transfer', `, `'/transfer', protect, `), head: `import { protect } from './protect.js'` }) },
    { name: 'an API with tokens', code: program({ head: `app.use((req, res, next) => { req.user = check(req.headers.authorization); next() })` }) },
    { name: 'an API that takes JSON alone', code: program().replace('express.urlencoded({ extended: false })', 'express.json()') },
    { name: 'bodies that are parsed who knows where', code: program().replace('app.use(express.urlencoded({ extended: false }))', '') },
    { name: 'methods that no form has', code: program({ route: ['put', 'delete', 'patch'].map((method) => TRANSFER.replace('post', method)).join('\n') }) },
    { name: 'reading', code: program({ route: TRANSFER.replace('post', 'get') }) },
    { name: 'a login, a logout, a registration', code: program({ route: ['/login', '/logout', '/register', '/password/reset', '/webhooks/payment'].map((path) => TRANSFER.replace('/transfer', path)).join('\n') }) },
    { name: 'a route for everybody', code: program({ route: `app.post('/vote', (req, res) => { vote(req.body.name); res.end() })` }) },
    { name: 'a route that is sent a user', code: program({ route: `app.post('/vote', (req, res) => { vote(req.body.user, req.body.name); res.end() })` }) },
    { name: 'a route that asks what the visitor has it read with', code: program({ route: `app.post('/vote', (req, res) => { vote(req.userAgent, req.body.name); res.end() })` }) },
    {
      name: 'a controller of another library',
      code: program({ head: `import { Post } from 'routing-controllers'`, route: `class Transfers { @Post('/transfer') move(req) { return transfer(req.session.userId, req.body) } }` }),
      filename: '/nowhere/transfers.ts',
    },
    {
      name: 'a plugin, before which others may be registered',
      code: `import formbody from '@fastify/formbody'
import session from '@fastify/session'
export default async function routes(fastify) {
  fastify.register(formbody)
  fastify.register(session, { secret })
  fastify.post('/transfer', async (request) => transfer(request.session.userId, request.body))
}`,
    },
    {
      name: 'a hook from another file among the options of a plugin',
      code: `import Fastify from 'fastify'
import formbody from '@fastify/formbody'
import session from '@fastify/session'
import { protect } from './protect.js'
const app = Fastify()
app.register(formbody)
app.register(session, { secret })
app.register(async () => {}, { prefix: '/api', preHandler: protect })
app.post('/transfer', async (request) => transfer(request.session.userId, request.body))`,
    },
    { name: 'a handler of another file', code: program({ head: `import { transfer } from './transfer.js'`, route: `app.post('/transfer', transfer)` }) },
    { name: 'an application that is handed in', code: program().replace('const app = express()', '').replace('app.use(express', 'export default (app) => {\napp.use(express') + '\n}' },
    { name: 'a session that is set up for another file', code: program().replace('app.use(session(', 'export const sessions = (session(') },
    { name: 'routes without a session', code: program().replace(/app\.use\(session.*\n/, '') },
    {
      name: 'Fastify, whose default is Lax',
      code: `import Fastify from 'fastify'
import secureSession from '@fastify/secure-session'
const app = Fastify()
app.register(import('@fastify/formbody'))
app.register(secureSession, { key })
app.post('/transfer', async (request) => transfer(request.session.userId, request.body))`,
    },
    {
      name: 'Fastify with its plugin',
      code: `import Fastify from 'fastify'
import formbody from '@fastify/formbody'
import session from '@fastify/session'
import csrf from '@fastify/csrf-protection'
const app = Fastify()
app.register(formbody)
app.register(session, { secret })
app.register(csrf)
app.post('/transfer', { onRequest: app.csrfProtection }, async (request) => transfer(request.session.userId, request.body))`,
    },
    {
      name: 'a hook from another file',
      code: `import Fastify from 'fastify'
import formbody from '@fastify/formbody'
import session from '@fastify/session'
import { security } from './security.js'
const app = Fastify()
app.register(formbody)
app.register(session, { secret })
app.addHook('preHandler', security)
app.post('/transfer', async (request) => transfer(request.session.userId, request.body))`,
    },
    {
      name: 'a hook of one route from another file',
      code: `import Fastify from 'fastify'
import formbody from '@fastify/formbody'
import session from '@fastify/session'
import { protect } from './protect.js'
const app = Fastify()
app.register(formbody)
app.register(session, { secret })
app.route({ method: 'POST', url: '/transfer', preHandler: protect, handler: async (request) => transfer(request.session.userId, request.body) })`,
    },
    {
      name: 'a guard of Nest from another file',
      code: `import { Body, Controller, Post, Req, UseGuards } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import session from 'express-session'
import { AccountGuard } from './account.guard'
@Controller('bank')
class BankController {
  @UseGuards(AccountGuard)
  @Post('transfer')
  transfer(@Req() request, @Body() body) { return transfer(request.session.userId, body.to) }
}
async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.use(session({ secret }))
}`,
      filename: '/nowhere/main.ts',
    },
    { name: 'middleware out of a list that nobody knows', code: program({ head: 'for (const guard of guards) app.use(guard)' }) },
    { name: 'a route for whatever the session has under a name that nobody knows', code: program({ route: `app.post('/transfer', (req, res) => { transfer(req.session[req.params.key], req.body); res.end() })` }) },
    {
      name: 'JSON alone, for a function that takes the request',
      code: `import express from 'express'
import session from 'express-session'
const app = express()
app.use(express.json())
app.use(session({ secret }))
app.post('/transfer', async (req, res) => { if (req.session.userId) await transfer(req); res.end() })`,
    },
    {
      name: 'JSON alone, by an option of what takes forms otherwise',
      code: `import Koa from 'koa'
import Router from '@koa/router'
import bodyParser from 'koa-bodyparser'
import session from 'koa-session'
const app = new Koa()
const router = new Router()
app.use(session({}, app))
app.use(bodyParser({ enableTypes: ['json'] }))
router.post('/transfer', async (ctx) => { await transfer(ctx.session.userId, ctx.request.body); ctx.body = 'ok' })`,
    },
  ],
  invalid: [
    {
      name: 'a route that reads its request in an odd spelling, and options before the plugin',
      code: `import Fastify from 'fastify'
import formbody from '@fastify/formbody'
import session from '@fastify/session'
const app = Fastify()
app.register(formbody)
const options = { secret: process.env.SECRET, cookie: { sameSite: 'none' } }
app.register(session, options)
app.post('/transfer', async (request) => transfer((request).session.userId, (request)['body']))`,
      output: null,
      errors: [forged],
    },
    {
      name: 'no SameSite, and nothing else',
      code: program(),
      output: null,
      errors: [{ ...forged, line: 7, column: 5, endColumn: 9 }],
    },
    ...([
      ['for an origin', `cors({ origin: 'https://app.example.com', credentials: true })`],
      ['for an origin in quotes', `cors({ 'origin': ['https://app.example.com'], credentials: true })`],
      ['for every origin', 'cors({ origin: true, credentials: true })'],
      ['for an origin of the environment', 'cors({ origin: process.env.CLIENT_URL, credentials: true })'],
      ['for an origin in a constant', 'cors({ origin, credentials: true })'],
    ] as const).map(([name, middleware]) => ({
      name: `CORS ${name}, which forms do not ask`,
      code: program({ cookie: `sameSite: 'none', secure: true`, head: `import cors from 'cors'\nconst origin = 'https://app.example.com'\napp.use(${middleware})` }),
      output: null,
      errors: [forged],
    })),
    {
      name: 'CORS in a header, which forms do not ask',
      code: program({ cookie: `sameSite: 'none', secure: true`, head: `app.use((req, res, next) => { res.header('Access-Control-Allow-Origin', 'https://app.example.com'); next() })` }),
      output: null,
      errors: [forged],
    },
    { name: 'SameSite=None', code: program({ cookie: `sameSite: 'none', secure: true` }), output: null, errors: [forged] },
    { name: 'once, however many routes there are', code: program({ route: TRANSFER + '\n' + TRANSFER.replace('transfer', 'account') }), output: null, errors: [forged] },
    { name: 'a middleware in a variable', code: program().replace('app.use(session(', 'const sessions = (session(').replace('\n\napp.post', '\napp.use(sessions)\napp.post'), output: null, errors: [forged] },
    { name: 'a route that needs nothing but the cookie', code: program({ route: `app.post('/account/close', async (req, res) => { await close(req.session.user.id); res.end() })` }).replace('express.urlencoded({ extended: false })', 'express.json()'), output: null, errors: [forged] },
    {
      name: 'a guard of this file',
      code: program({ head: `const requireUser = (req, res, next) => (req.session.userId ? next() : res.sendStatus(401))`, route: `app.post('/posts', requireUser, async (req, res) => { await posts.create(req.body.text); res.end() })` }),
      output: null,
      errors: [forged],
    },
    { name: 'users of passport', code: program({ route: `app.post('/posts', async (req, res) => { if (!req.isAuthenticated()) return res.sendStatus(401); await posts.create(req.user.id, req.body.text); res.end() })` }), output: null, errors: [forged] },
    { name: 'what is known to be no defence', code: program({ head: `import helmet from 'helmet'\nimport morgan from 'morgan'\napp.use(helmet())\napp.use(morgan('tiny'))\napp.use('/admin', require('./admin'))\n// TODO: csrf` }), output: null, errors: [forged] },
    { name: 'a defence that lets forms pass', code: program({ head: `import { csrfSync } from 'csrf-sync'\napp.use(csrfSync({ ignoredMethods: ['GET', 'HEAD', 'OPTIONS', 'POST'] }).csrfSynchronisedProtection)` }), output: null, errors: [forged] },
    { name: 'a handler in a function that hears of its failures', code: program({ head: `import asyncHandler from 'express-async-handler'`, route: `app.post('/transfer', asyncHandler(async (req, res) => { await transfer(req.session.userId, req.body); res.end() }))` }), output: null, errors: [forged] },
    { name: 'a router', code: program({ route: `const router = express.Router()\n${TRANSFER.replace('app', 'router')}\napp.use('/bank', router)` }), output: null, errors: [forged] },
    {
      name: 'a session inside its cookie',
      code: `const express = require('express')
const app = express()
app.use(require('body-parser').urlencoded({ extended: true }))
app.use(require('cookie-session')({ keys }))
app.post('/transfer', (req, res) => { transfer(req.session.userId, req.body); res.end() })`,
      output: null,
      errors: [{ messageId: 'forged', data: { key: 'sameSite', lax: "'lax'" } }],
    },
    {
      name: 'Koa',
      code: `import Koa from 'koa'
import Router from '@koa/router'
import bodyParser from 'koa-bodyparser'
import session from 'koa-session'
const app = new Koa()
const router = new Router()
app.use(bodyParser())
app.use(session({}, app))
router.post('/transfer', async (ctx) => { await transfer(ctx.session.userId, ctx.request.body) })
app.use(router.routes())`,
      output: null,
      errors: [{ messageId: 'forged' }],
    },
    {
      name: 'Fastify',
      code: `import Fastify from 'fastify'
import session from '@fastify/session'
const app = Fastify()
app.register(import('@fastify/formbody'))
app.register(session, { secret, cookie: { sameSite: 'none' } })
app.route({ method: 'POST', url: '/transfer', handler: async (request) => transfer(request.session.userId, request.body) })`,
      output: null,
      errors: [{ messageId: 'forged' }],
    },
    {
      name: 'Nest, which takes forms by itself',
      code: `import { Body, Controller, Module, Post, Req } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import session from 'express-session'
@Controller('bank')
class BankController {
  @Post('transfer')
  transfer(@Req() request, @Body() body) { return transfer(request.session.userId, body.to) }
}
async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.use(session({ secret }))
}`,
      filename: '/nowhere/main.ts',
      output: null,
      errors: [{ ...forged, line: 6, column: 4, endColumn: 8 }],
    },
  ],
})
