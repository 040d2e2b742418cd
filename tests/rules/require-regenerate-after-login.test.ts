import rule from '../../lib/rules/require-regenerate-after-login.js'
import { fileIn, ruleTester } from '../rule-tester.js'

ruleTester.run(rule.name, rule, {
  valid: [
    {
      name: 'a session object that says nothing new about who somebody is',
      code: `const session = require('koa-session')
app.use(session({ store }, app))
router.post('/cart', async (ctx) => {
  ctx.session = { userId: ctx.session.userId, cart: ctx.request.body }
  ctx.session = { ...ctx.session, views: 1 }
  ctx.session = {}
  ctx.session = fresh
  ctx.redirect('/')
})`,
    },
    {
      name: 'a renewal that keeps the data and comes after the login, in blocks',
      code: `import { Hono } from 'hono'
import { sessionMiddleware } from 'hono-sessions'
const app = new Hono()
app.use('*', sessionMiddleware({ store }))
app.post('/login', async (c) => {
  const session = c.get('session')
  { session.set('userId', id) }
  { { c.set('session_key_rotation', true) } }
  return c.redirect('/')
})`,
    },
    {
      name: 'a method that is promisified through the assertions of TypeScript',
      code: `import session from 'express-session'
import { promisify } from 'node:util'
router.post('/login', async (req, res) => {
  await (promisify as Promisify)(req.session.regenerate.bind(req.session))()
  req.session.userId = user.id
})`,
      filename: fileIn('fixtures/file.ts'),
    },
    {
      name: 'the session is regenerated and the error looked at',
      code: `import session from 'express-session'
app.use(session(options))
router.post('/login', (req, res, next) => {
  req.session.regenerate((err) => {
    if (err) return next(err)
    req.session.userId = user.id
    res.redirect('/')
  })
})`,
    },
    {
      name: 'the error is logged and the login goes on',
      code: `import session from 'express-session'
router.post('/login', (req, res) => {
  req.session.regenerate(function (error) {
    if (error) console.error(error)
    req.session.user = user
    res.redirect('/')
  })
})`,
    },
    {
      name: 'a promise around the callback is awaited',
      code: `import session from 'express-session'
router.post('/login', async (req, res) => {
  await new Promise((resolve, reject) => {
    req.session.regenerate((err) => (err ? reject(err) : resolve()))
  })
  req.session.userId = user.id
})`,
    },
    {
      name: 'a promise around the callback is followed by then',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  new Promise((resolve, reject) => req.session.regenerate((err) => (err ? reject(err) : resolve())))
    .then(() => findUser(req.body))
    .then((user) => {
      req.session.user = user
      res.redirect('/')
    })
    .catch(next)
})`,
    },
    {
      name: 'a bound method is promisified',
      code: `import session from 'express-session'
import { promisify } from 'node:util'
router.post('/login', async (req, res) => {
  await promisify(req.session.regenerate.bind(req.session))()
  req.session.userId = user.id
})`,
    },
    {
      name: 'a promisified method is kept in a variable',
      code: `import session from 'express-session'
import { promisify } from 'node:util'
router.post('/login', async (req, res) => {
  const regenerate = promisify(req.session.regenerate).bind(req.session)
  await regenerate()
  req.session.userId = user.id
})`,
    },
    {
      name: 'a callback is promisified around the call',
      code: `import session from 'express-session'
router.post('/login', async (req, res) => {
  await promisify((done) => req.session.regenerate(done))()
  req.session.userId = user.id
})`,
    },
    {
      name: 'the callback has a name',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  req.session.regenerate(loggedIn)
  function loggedIn(err) {
    if (err) return next(err)
    req.session.userId = user.id
    res.redirect('/')
  }
})`,
    },
    {
      name: 'a helper of the file regenerates and calls back',
      code: `import session from 'express-session'
function fresh(req, done) {
  req.session.regenerate((err) => done(err))
}
router.post('/login', (req, res, next) => {
  fresh(req, (err) => {
    if (err) return next(err)
    req.session.userId = user.id
    res.end()
  })
})`,
    },
    {
      name: 'a helper of the file regenerates and returns a promise',
      code: `import session from 'express-session'
const fresh = (req) => new Promise((resolve, reject) => req.session.regenerate((err) => (err ? reject(err) : resolve())))
router.post('/login', async (req, res) => {
  await fresh(req)
  req.session.userId = user.id
})`,
    },
    {
      name: 'an imported helper says in its name that it regenerates the session',
      code: `import session from 'express-session'
import { regenerateSession } from './sessions.js'
router.post('/login', async (req, res) => {
  await regenerateSession(req)
  req.session.userId = user.id
})`,
    },
    {
      name: 'a service is given the request to renew',
      code: `import session from 'express-session'
class AuthController {
  async login(req, res) {
    await this.sessions.renew(req)
    req.session.userId = user.id
    res.end()
  }
}`,
    },
    {
      name: 'the settings name the helper',
      settings: { 'session-security': { functions: { regenerate: ['swapId'] } } },
      code: `import session from 'express-session'
router.post('/login', async (req, res) => {
  await swapId(req)
  req.session.userId = user.id
})`,
    },
    {
      name: 'the store regenerates the request',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  req.sessionStore.regenerate(req, (err) => {
    if (err) return next(err)
    req.session.userId = user.id
    res.end()
  })
})`,
    },
    {
      name: 'both branches regenerate',
      code: `import session from 'express-session'
router.post('/login', async (req, res) => {
  if (req.body.remember) {
    await regenerateSession(req, { remember: true })
  } else {
    await regenerateSession(req)
  }
  req.session.userId = user.id
  res.end()
})`,
    },
    {
      name: 'the branch that does not regenerate ends the request',
      code: `import session from 'express-session'
router.post('/login', async (req, res) => {
  if (!user) {
    return res.status(401).end()
  }
  await regenerateSession(req)
  if (user.isAdmin) {
    req.session.user = user
  }
  res.end()
})`,
    },
    {
      name: 'a helper writes, and every call of it follows a renewal',
      code: `import session from 'express-session'
function remember(req, user) {
  req.session.user = user
}
router.post('/login', (req, res, next) => {
  req.session.regenerate((err) => {
    if (err) return next(err)
    remember(req, user)
    res.end()
  })
})`,
    },
    {
      name: 'a helper writes, and its callers are in other files',
      code: `import session from 'express-session'
export function remember(req, user) {
  req.session.user = user
}`,
    },
    {
      name: 'a current passport renews the session in its own login',
      code: `import passport from 'passport'
import session from 'express-session'
router.post('/login', (req, res, next) => {
  req.logIn(user, (err) => {
    if (err) return next(err)
    req.session.userId = user.id
    res.redirect('/')
  })
})`,
    },
    {
      name: 'passport authenticates before the handler',
      code: `import passport from 'passport'
import session from 'express-session'
router.post('/login', passport.authenticate('local', { failureRedirect: '/login' }), (req, res) => {
  req.session.userId = req.body.id
  res.redirect('/')
})`,
    },
    {
      name: 'passport authenticates before the handler, through a constant',
      code: `import passport from 'passport'
import session from 'express-session'
const local = passport.authenticate('local')
router.post('/login', local, (req, res) => {
  req.session.account = req.body.id
  res.redirect('/')
})`,
    },
    ...[
      ['in a list of middlewares', "router.post('/login', [limit, passport.authenticate('local')], handler)"],
      ['before a wrapper', "router.post('/login', passport.authenticate('local'), asyncHandler(handler))"],
      ['before a list of handlers', "router.post('/login', passport.authenticate('local'), [validate, handler])"],
      ['in the chain of a route', "router.route('/login').post(passport.authenticate('local'), handler)"],
      ['in each of two routes', "router.post('/login', passport.authenticate('local'), handler)\nrouter.get('/google', passport.authenticate('google'), handler)"],
      ['before all routes', "router.use(passport.authenticate('basic'))\nrouter.post('/login', handler)"],
    ].map(([title, routes]) => ({
      name: `passport authenticates before a handler that has a name: ${title}`,
      code: `import passport from 'passport'
import session from 'express-session'
function handler(req, res) {
  req.session.account = req.body.id
  res.redirect('/')
}
${routes}`,
    })),
    ...[
      ['with a look at its error', `function fresh(req, res, next) {
  const { lang } = req.session
  req.session.regenerate((err) => {
    if (err) return next(err)
    req.session.lang = lang
    next()
  })
}
router.post('/login', check, fresh, signIn)`],
      ['that goes on as a callback', `const fresh = (req, res, next) => req.session.regenerate(next)
router.post('/login', [check, fresh], signIn)`],
      ['that hands its error on', `router.post('/login', check, (req, res, next) => { req.session.regenerate((err) => next(err)) }, signIn)`],
      ['that awaits', `router.post('/login', check, wrap(async (req, res, next) => {
  await new Promise((resolve, reject) => req.session.regenerate((err) => (err ? reject(err) : resolve())))
  next()
}), wrap(signIn))`],
      ['that calls a helper', `const renew = (req) => new Promise((resolve, reject) => req.session.regenerate((err) => (err ? reject(err) : resolve())))
const fresh = (req, res, next) => renew(req).then(() => next(), next)
router.post('/login', fresh, signIn)`],
      ['in a list of its own', `const fresh = (req, res, next) => req.session.regenerate(next)
const before = [check, fresh]
router.post('/login', before, signIn)`],
      ['in a list with the handler', `const fresh = (req, res, next) => req.session.regenerate(next)
router.post('/login', [check, fresh, signIn])`],
      ['in a route', `const fresh = (req, res, next) => req.session.regenerate(next)
router.route('/login').post(check, fresh, signIn)`],
      ['before another method of a route', `const fresh = (req, res, next) => req.session.regenerate(next)
router.route('/login').all(fresh).post(signIn)`],
      ['for its path', `const fresh = (req, res, next) => req.session.regenerate(next)
router.use('/login', fresh)
router.post('/login', signIn)
router.post('/login/admin', signIn)`],
      ['for all paths', `const fresh = (req, res, next) => req.session.regenerate(next)
router.use(fresh)
router.post('/login', signIn)`],
      ['of another file', `const { regenerateSession } = require('./session')
router.post('/login', check, regenerateSession, signIn)`],
      ['that another file makes', `const { renewSession } = require('./session')
router.post('/login', renewSession({ keep: ['lang'] }), signIn)`],
    ].map(([title, code]) => ({
      name: `a middleware that renews the session: ${title}`,
      code: `import express from 'express'
import 'express-session'
const router = express.Router()
${code}
function signIn(req, res) {
  req.session.userId = res.locals.user.id
  res.redirect('/')
}`,
    })),
    ...[
      ['a hook of the route', `app.post('/login', { preHandler: [check, fresh] }, async (request) => { request.session.userId = request.user.id })`],
      ['a hook in the options of the route', `app.route({ method: 'POST', url: '/login', preHandler: fresh, handler: async (request) => { request.session.userId = request.user.id } })`],
      ['a hook of all routes', `app.addHook('preHandler', fresh)
app.post('/login', async (request) => { request.session.userId = request.user.id })`],
    ].map(([title, code]) => ({
      name: `Fastify renews the session before the handler: ${title}`,
      code: `import fastify from 'fastify'
import '@fastify/session'
const app = fastify()
const fresh = async (request) => { await request.session.regenerate() }
${code}`,
    })),
    ...[
      ['in a function that keeps errors away from it', `users.verify(req.body, iferr(next, (user) => {
    req.session.regenerate(iferr(next, () => {
      req.session.userId = user.id
      res.redirect('/')
    }))
  }))`],
      ['in a function that is bound', `req.session.regenerate(function (err) {
    if (err) return next(err)
    this.session.userId = req.session.userId = req.body.id
    res.redirect('/')
  }.bind(req))`],
      ['in a list of functions that get their turn', `async.waterfall([
    (cb) => users.verify(req.body, cb),
    (user, cb) => req.session.regenerate((err) => cb(err, user)),
    (user, cb) => {
      req.session.userId = user.id
      req.session.save(cb)
    },
  ], (err) => (err ? next(err) : res.redirect('/')))`],
      ['in such a list, with names', `const renew = (cb) => { req.session.regenerate(cb) }
  const login = (cb) => {
    req.session.userId = req.body.id
    cb()
  }
  series([renew, login], (err) => (err ? next(err) : res.redirect('/')))`],
    ].map(([title, body]) => ({
      name: `the login waits ${title}`,
      code: `const session = require('express-session')
const async = require('async')
const { series } = async
const iferr = require('iferr')
router.post('/login', (req, res, next) => {
  ${body}
})`,
    })),
    ...[
      ['the request', "const call = (req, method) => new Promise((resolve, reject) => { req.session[method]((err) => (err ? reject(err) : resolve())) })", "await call(req, 'regenerate')"],
      ['the session', 'const call = (session, method) => promisify(session[method].bind(session))()', "await call(req.session, 'regenerate')"],
      ['the method first', 'function call(method, req) { return promisify(req.session[method]).call(req.session) }', "await call('regenerate', req)"],
      ['a function of another file', "const { call } = require('./session')", "await call(req, 'regenerate')"],
    ].map(([title, helper, call]) => ({
      name: `a helper is given the name of the method: ${title}`,
      code: `const session = require('express-session')
${helper}
router.post('/login', async (req, res, next) => {
  try {
    const user = await check(req.body)
    ${call}
    req.session.userId = user.id
    await call(req, 'save')
    res.redirect('/')
  } catch (err) {
    next(err)
  }
})`,
    })),
    {
      name: 'passport since 0.6 logs in by itself',
      filename: fileIn('fixtures/passport-0.7/app.js'),
      code: `const passport = require('passport')
router.post('/login', passport.authenticate('local', { successRedirect: '/' }))`,
    },
    {
      name: 'passport without a session has none to fix',
      filename: fileIn('fixtures/passport-0.5/app.js'),
      code: `const passport = require('passport')
router.post('/login', passport.authenticate('local', { session: false, successRedirect: '/' }))`,
    },
    {
      name: 'passport with a callback does not log in by itself',
      filename: fileIn('fixtures/passport-0.5/app.js'),
      code: `const passport = require('passport')
router.post('/login', (req, res, next) => passport.authenticate('local', (err, user) => res.json(user))(req, res, next))`,
    },
    {
      name: 'the start of an OAuth login does not log in',
      filename: fileIn('fixtures/passport-0.5/app.js'),
      code: `const passport = require('passport')
router.get('/auth/google', passport.authenticate('google', { scope: ['email'] }))`,
    },
    {
      name: 'sessions in a cookie have no ID',
      code: `import cookieSession from 'cookie-session'
router.post('/login', (req, res) => {
  req.session.userId = user.id
  res.redirect('/')
})`,
    },
    {
      name: 'the manifest says that sessions are in a cookie',
      filename: fileIn('fixtures/cookie-session/routes.js'),
      code: `router.post('/login', (req, res) => {
  req.session.userId = user.id
  res.redirect('/')
})`,
    },
    {
      name: 'the settings say that sessions are in a cookie',
      settings: { 'session-security': { libraries: ['cookie-session'] } },
      code: `router.post('/login', (req, res) => {
  req.session.userId = user.id
  res.redirect('/')
})`,
    },
    {
      name: 'two libraries could keep the session',
      filename: fileIn('fixtures/two-session-libraries/routes.js'),
      code: `router.post('/login', (req, res) => {
  req.session.userId = user.id
  res.redirect('/')
})`,
    },
    {
      name: 'nothing says which library keeps the session',
      code: `router.post('/login', (req, res) => {
  req.session.userId = user.id
  res.redirect('/')
})`,
    },
    {
      name: 'encrypted sessions of fastify are in the cookie',
      filename: fileIn('fixtures/fastify-secure-session/routes.js'),
      code: `fastify.post('/login', async (request, reply) => {
  request.session.set('userId', user.id)
  return reply.redirect('/')
})`,
    },
    {
      name: 'koa-session without a store keeps everything in the cookie',
      code: `import Koa from 'koa'
import session from 'koa-session'
const app = new Koa()
app.use(session({ key: 'app' }, app))
app.use(async (ctx) => {
  ctx.session.user = user
})`,
    },
    {
      name: 'nobody can see whether koa-session has a store',
      code: `import Koa from 'koa'
import session from 'koa-session'
import { options } from './options.js'
const app = new Koa()
app.use(session(options, app))
app.use(async (ctx) => {
  ctx.session.user = user
})`,
    },
    {
      name: 'koa-session with a store renews the session',
      code: `import Koa from 'koa'
import session from 'koa-session'
const app = new Koa()
app.use(session({ store }, app))
app.use(async (ctx) => {
  await ctx.session.regenerate()
  ctx.session.user = user
})`,
    },
    {
      name: 'a user who is logged in is written again',
      code: `import session from 'express-session'
router.post('/plan', async (req, res) => {
  const user = await Users.findById(req.session.user.id)
  req.session.user = user
  res.redirect('/')
})`,
    },
    {
      name: 'the new value is made of the old one',
      code: `import session from 'express-session'
router.post('/name', (req, res) => {
  req.session.user = { ...req.session.user, name: req.body.name }
  res.redirect('/')
})`,
    },
    {
      name: 'a guard in the handler turns visitors away',
      code: `import session from 'express-session'
router.post('/plan', async (req, res) => {
  if (!req.session.user) return res.redirect('/login')
  req.session.user = await Users.create(req.body)
  res.redirect('/')
})`,
    },
    {
      name: 'the write is for users who are logged in',
      code: `import session from 'express-session'
router.get('/', async (req, res) => {
  if (req.session.user) {
    req.session.user = await Users.reload()
  }
  res.render('home')
})`,
    },
    {
      name: 'a middleware lets only users pass',
      code: `import session from 'express-session'
router.post('/plan', requireLogin, (req, res) => {
  req.session.user = updated
  res.redirect('/')
})`,
    },
    {
      name: 'a Nest guard lets only users pass',
      filename: fileIn('fixtures/nest-express/users.controller.ts'),
      code: `import { Controller, Post, Req, UseGuards } from '@nestjs/common'
@Controller('users')
export class UsersController {
  @UseGuards(AuthGuard)
  @Post('plan')
  plan(@Req() req) {
    req.session.user = this.users.reload()
  }
}`,
    },
    {
      name: 'a profile is updated',
      code: `import session from 'express-session'
router.post('/profile', (req, res) => {
  req.session.user = saved
  res.redirect('/')
})`,
    },
    {
      name: 'passport has said who the user is',
      code: `import session from 'express-session'
router.get('/callback', (req, res) => {
  req.session.user = req.user
  res.redirect('/')
})`,
    },
    {
      name: 'values that stand for nobody',
      code: `import session from 'express-session'
router.post('/start', (req, res) => {
  req.session.user = null
  req.session.userId = undefined
  req.session.loggedIn = false
  req.session.uid = 0
  req.session.account = ''
  req.session.currentUser = {}
  res.end()
})`,
    },
    {
      name: 'properties that are no logins',
      code: `import session from 'express-session'
router.post('/step', (req, res) => {
  req.session.returnTo = req.originalUrl
  req.session.pendingUserId = user.id
  req.session.twoFactorUserId = user.id
  req.session.challenge = challenge
  req.session.loginAttempts = 3
  req.session.userAgent = req.get('user-agent')
  req.session.accessToken = token
  req.session.loginAt = Date.now()
  req.session.user.theme = 'dark'
  res.end()
})`,
    },
    {
      name: 'a session of something else',
      code: `import session from 'express-session'
class Recorder {
  start() {
    this.session = { userId: 1 }
    editor.session.user = 'x'
  }
}`,
    },
    {
      name: 'a browser component has a session field',
      code: `import { Component } from '@angular/core'
export class LoginComponent {
  login() {
    this.session.user = true
  }
}`,
    },
    {
      name: 'data is copied back into the new session',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  const cart = req.session.cart
  req.session.regenerate((err) => {
    if (err) return next(err)
    Object.assign(req.session, { cart, userId: user.id })
    res.end()
  })
})`,
    },
    {
      name: 'only certain findings are wanted',
      settings: { 'session-security': { certainty: 'proved' } },
      code: `function login(req, res) {
  req.session.user = user
  req.session.save(() => res.redirect('/'))
}`,
    },
    {
      name: 'a user who is found when somebody asks for it',
      code: `import session from 'express-session'
router.get('/', (req, res, next) => {
  Object.defineProperties(req.session, { user: { get: () => users.get(req.session.cartId) } })
  next()
})`,
    },
    {
      name: 'a user who must be the one that the session knows',
      code: `import session from 'express-session'
router.post('/confirm', async (req, res) => {
  const user = await check(req.body)
  if (req.session.userId !== user.id) return res.sendStatus(403)
  req.session.userId = user.id
  res.end()
})`,
    },
    {
      name: 'a user whom a pattern takes out of the session',
      code: `import session from 'express-session'
router.post('/visit', async (req, res) => {
  const { user } = req.session
  user.visits += 1
  req.session.user = user
  res.end()
})`,
    },
    {
      name: 'a user who is there, said with two exclamation marks',
      code: `import session from 'express-session'
router.post('/visit', async (req, res) => {
  if (!!req.session.user) req.session.user = await users.find(req.body.name)
  res.end()
})`,
    },
  ],
  invalid: [
    {
      name: 'the name of the user is written behind a check of the password',
      code: `const session = require('express-session')
const router = require('express').Router()
router.post('/login', async (req, res) => {
  const user = await User.findOne({ username: req.body.username })
  if (!user || !(await bcrypt.compare(req.body.password, user.password))) return res.redirect('/login')
  req.session.username = user.username
  res.redirect('/')
})`,
      output: `const session = require('express-session')
const router = require('express').Router()
router.post('/login', async (req, res) => {
  const user = await User.findOne({ username: req.body.username })
  if (!user || !(await bcrypt.compare(req.body.password, user.password))) return res.redirect('/login')
  req.session.regenerate((err) => {
    if (err) return res.sendStatus(500)
    req.session.username = user.username
    res.redirect('/')
  })
})`,
      errors: [{ messageId: 'missing', line: 6 }],
    },
    {
      name: 'the login is a new session object, which keeps the ID of the old one',
      code: `const session = require('koa-session')
app.use(session({ store }, app))
router.post('/login', async (ctx) => {
  const user = await User.check(ctx.request.body)
  ctx.session = { userId: user.id }
  ctx.redirect('/')
})`,
      output: `const session = require('koa-session')
app.use(session({ store }, app))
router.post('/login', async (ctx) => {
  const user = await User.check(ctx.request.body)
  await ctx.session.regenerate()
  ctx.session = { userId: user.id }
  ctx.redirect('/')
})`,
      errors: [{ messageId: 'missing', data: { renew: 'ctx.session.regenerate()', library: 'koa-session' }, line: 5 }],
    },
    {
      name: 'a renewal in the other branch does not come late, it does not come',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  if (req.body.token) {
    req.session.user = req.body.token
    res.end()
  } else {
    req.session.regenerate((err) => {
      if (err) return next(err)
      req.session.user = req.body.name
      res.end()
    })
  }
})`,
      output: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  if (req.body.token) {
    req.session.regenerate((err) => {
      if (err) return next(err)
      req.session.user = req.body.token
      res.end()
    })
  } else {
    req.session.regenerate((err) => {
      if (err) return next(err)
      req.session.user = req.body.name
      res.end()
    })
  }
})`,
      errors: [{ messageId: 'missing', line: 4 }],
    },
    {
      name: 'a handler with callbacks',
      filename: fileIn('fixtures/express-4/routes.js'),
      code: `const express = require('express');
const router = express.Router();

router.post('/login', function (req, res, next) {
  User.findOne({ email: req.body.email }, function (err, user) {
    if (err) return next(err);
    bcrypt.compare(req.body.password, user.hash, function (err, same) {
      if (!same) return res.status(401).send('no');
      // Welcome.
      req.session.userId = user.id; // from now on
      req.session.isAdmin = user.isAdmin;
      res.redirect('/');
    });
  });
});`,
      output: `const express = require('express');
const router = express.Router();

router.post('/login', function (req, res, next) {
  User.findOne({ email: req.body.email }, function (err, user) {
    if (err) return next(err);
    bcrypt.compare(req.body.password, user.hash, function (err, same) {
      if (!same) return res.status(401).send('no');
      req.session.regenerate(function (err) {
        if (err) return next(err);
        // Welcome.
        req.session.userId = user.id; // from now on
        req.session.isAdmin = user.isAdmin;
        res.redirect('/');
      });
    });
  });
});`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 10 },
      ],
    },
    {
      name: 'an old handler without arrow functions or next',
      filename: fileIn('fixtures/express-4/routes.js'),
      code: `var express = require('express');
var router = express.Router();

router.post('/login', function (req, res) {
  var user = check(req.body);
  if (user) {
    req.session.user = user;
    res.redirect('/');
  } else {
    res.render('login');
  }
});`,
      output: `var express = require('express');
var router = express.Router();

router.post('/login', function (req, res) {
  var user = check(req.body);
  if (user) {
    req.session.regenerate(function (err) {
      if (err) return res.sendStatus(500);
      req.session.user = user;
      res.redirect('/');
    });
  } else {
    res.render('login');
  }
});`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 7 },
      ],
    },
    {
      name: 'the rest of the block answers and leaves, and other code follows',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  const user = check(req.body)
  if (user) {
    req.session.user = user
    return res.redirect('/')
  }
  res.render('login')
})`,
      output: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  const user = check(req.body)
  if (user) {
    return req.session.regenerate((err) => {
      if (err) return next(err)
      req.session.user = user
      return res.redirect('/')
    })
  }
  res.render('login')
})`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 5 },
      ],
    },
    {
      name: 'an async handler of express 5',
      filename: fileIn('fixtures/express-5/routes.ts'),
      code: `import { Router, type Request, type Response } from 'express'

export const router = Router()

router.post('/login', async (req: Request, res: Response) => {
  const user = await check(req.body)
  req.session.userId = user.id
  res.json({ ok: true })
})`,
      output: `import { Router, type Request, type Response } from 'express'

export const router = Router()

router.post('/login', async (req: Request, res: Response) => {
  const user = await check(req.body)
  await new Promise<void>((resolve, reject) => {
    req.session.regenerate((err) => (err ? reject(err) : resolve()))
  })
  req.session.userId = user.id
  res.json({ ok: true })
})`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 7 },
      ],
    },
    {
      name: 'an async handler of express 4, whose rejections nobody answers',
      filename: fileIn('fixtures/express-4/routes.js'),
      code: `import { Router } from 'express'

export const router = Router()

router.post('/login', async (req, res) => {
  const user = await check(req.body)
  req.session.userId = user.id
  res.json({ ok: true })
})`,
      output: `import { Router } from 'express'

export const router = Router()

router.post('/login', async (req, res) => {
  const user = await check(req.body)
  req.session.regenerate((err) => {
    if (err) return res.sendStatus(500)
    req.session.userId = user.id
    res.json({ ok: true })
  })
})`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 7 },
      ],
    },
    {
      name: 'an async handler of express 4 that goes on waiting after the login',
      filename: fileIn('fixtures/express-4/routes.js'),
      code: `import { Router } from 'express'

export const router = Router()

router.post('/login', async (req, res) => {
  const user = await check(req.body)
  req.session.userId = user.id
  await audit(user)
  res.json({ ok: true })
})`,
      output: null,
      errors: [
        {
          messageId: 'missing',
          data: { renew: 'req.session.regenerate()', library: 'express-session' },
          line: 7,
          suggestions: [
            {
              messageId: 'renew',
              data: { renew: 'req.session.regenerate()' },
              output: `import { Router } from 'express'

export const router = Router()

router.post('/login', async (req, res) => {
  const user = await check(req.body)
  req.session.regenerate(async (err) => {
    if (err) return res.sendStatus(500)
    req.session.userId = user.id
    await audit(user)
    res.json({ ok: true })
  })
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async handler of express 4 that catches',
      filename: fileIn('fixtures/express-4/routes.js'),
      code: `import { Router } from 'express'

export const router = Router()

router.post('/login', async (req, res, next) => {
  try {
    const user = await check(req.body)
    req.session.userId = user.id
    await audit(user)
    res.json({ ok: true })
  } catch (error) {
    next(error)
  }
})`,
      output: `import { Router } from 'express'

export const router = Router()

router.post('/login', async (req, res, next) => {
  try {
    const user = await check(req.body)
    await new Promise((resolve, reject) => {
      req.session.regenerate((err) => (err ? reject(err) : resolve()))
    })
    req.session.userId = user.id
    await audit(user)
    res.json({ ok: true })
  } catch (error) {
    next(error)
  }
})`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 8 },
      ],
    },
    {
      name: 'an async handler of express 4 in a wrapper that answers rejections',
      filename: fileIn('fixtures/express-4/routes.js'),
      code: `import { Router } from 'express'
import asyncHandler from 'express-async-handler'

export const router = Router()

router.post('/login', asyncHandler(async (req, res) => {
  const user = await check(req.body)
  req.session.userId = user.id
  res.json({ ok: true })
}))`,
      output: `import { Router } from 'express'
import asyncHandler from 'express-async-handler'

export const router = Router()

router.post('/login', asyncHandler(async (req, res) => {
  const user = await check(req.body)
  await new Promise((resolve, reject) => {
    req.session.regenerate((err) => (err ? reject(err) : resolve()))
  })
  req.session.userId = user.id
  res.json({ ok: true })
}))`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 8 },
      ],
    },
    {
      name: 'the end of a promise chain',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  findUser(req.body)
    .then((user) => {
      req.session.user = user
      res.redirect('/')
    })
    .catch(next)
})`,
      output: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  findUser(req.body)
    .then((user) => {
      req.session.regenerate((err) => {
        if (err) return next(err)
        req.session.user = user
        res.redirect('/')
      })
    })
    .catch(next)
})`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 5 },
      ],
    },
    {
      name: 'the middle of a promise chain, which would no longer wait',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  findUser(req.body)
    .then((user) => {
      req.session.user = user
    })
    .then(() => res.redirect('/'))
    .catch(next)
})`,
      output: null,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 5 },
      ],
    },
    {
      name: 'a class with a method',
      filename: fileIn('fixtures/express-5/auth-controller.ts'),
      code: `import type { Request, Response, NextFunction } from 'express'

export class AuthController {
  login = (req: Request, res: Response, next: NextFunction): void => {
    const user = this.users.check(req.body)
    req.session.user = user
    res.redirect('/')
  }
}`,
      output: `import type { Request, Response, NextFunction } from 'express'

export class AuthController {
  login = (req: Request, res: Response, next: NextFunction): void => {
    const user = this.users.check(req.body)
    req.session.regenerate((err) => {
      if (err) return next(err)
      req.session.user = user
      res.redirect('/')
    })
  }
}`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 6 },
      ],
    },
    {
      name: 'a handler that is declared to return nothing, where other code follows',
      filename: fileIn('fixtures/express-5/auth-controller.ts'),
      code: `import type { Request, Response, NextFunction } from 'express'

export function login(req: Request, res: Response, next: NextFunction): void {
  const user = check(req.body)
  if (user) {
    req.session.user = user
    return res.redirect('/')
  }
  res.render('login')
}`,
      output: `import type { Request, Response, NextFunction } from 'express'

export function login(req: Request, res: Response, next: NextFunction): void {
  const user = check(req.body)
  if (user) {
    req.session.regenerate((err) => {
      if (err) return next(err)
      req.session.user = user
      return res.redirect('/')
    })
    return
  }
  res.render('login')
}`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 6 },
      ],
    },
    {
      name: 'requests of any type, which say nothing about the error',
      filename: fileIn('fixtures/express-5/auth-controller.ts'),
      code: `import { Router, type Request } from 'express'

export class AuthController {
  login(req: any, res: any, next: any) {
    req.session.user = check(req.body)
    res.redirect('/')
  }

  async signIn(req: Request & { session: any }, res: any) {
    req.session.user = await find(req.body)
    res.redirect('/')
  }
}`,
      output: `import { Router, type Request } from 'express'

export class AuthController {
  login(req: any, res: any, next: any) {
    req.session.regenerate((err: unknown) => {
      if (err) return next(err)
      try {
        req.session.user = check(req.body)
        res.redirect('/')
      } catch (error) {
        next(error)
      }
    })
  }

  async signIn(req: Request & { session: any }, res: any) {
    await new Promise<void>((resolve, reject) => {
      req.session.regenerate((err: unknown) => (err ? reject(err) : resolve()))
    })
    req.session.user = await find(req.body)
    res.redirect('/')
  }
}`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 5 },
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 10 },
      ],
    },
    {
      name: 'a handler whose type promises an answer waits, as a callback would take the answer away',
      filename: fileIn('fixtures/express-4/auth-controller.ts'),
      code: `import { Request, Response } from 'express';
export async function login(req: Request, res: Response): Promise<Response> {
  const user = await users.verify(req.body.email, req.body.password);
  if (!user) return res.status(401).json({ message: 'Bad credentials' });
  req.session.userId = user.id;
  return res.json({ id: user.id });
}`,
      output: null,
      errors: [
        {
          messageId: 'missing',
          line: 5,
          suggestions: [
            {
              messageId: 'renew',
              data: { renew: 'req.session.regenerate()' },
              output: `import { Request, Response } from 'express';
export async function login(req: Request, res: Response): Promise<Response> {
  const user = await users.verify(req.body.email, req.body.password);
  if (!user) return res.status(401).json({ message: 'Bad credentials' });
  await new Promise<void>((resolve, reject) => {
    req.session.regenerate((err) => (err ? reject(err) : resolve()));
  });
  req.session.userId = user.id;
  return res.json({ id: user.id });
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a handler that is not async, and whose type promises an answer, can not wait',
      filename: fileIn('fixtures/express-4/auth-controller.ts'),
      code: `import { Request, Response } from 'express';
export const login = (req: Request, res: Response): Response => {
  req.session.userId = users.verify(req.body);
  return res.json({ ok: true });
};`,
      output: null,
      errors: [{ messageId: 'missing', line: 3 }],
    },
    {
      name: 'a property that was tested before, which TypeScript forgets in a callback',
      filename: fileIn('fixtures/express-5/auth-controller.ts'),
      code: `import type { Request, Response, NextFunction } from 'express'

export const login = (req: Request, res: Response, next: NextFunction): void => {
  if (!req.found) return next()
  req.session.userId = req.found.id
  res.redirect('/')
}`,
      output: null,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 5 },
      ],
    },
    {
      name: 'a session that may not be there, as its type says',
      filename: fileIn('fixtures/express-5/koa.ts'),
      code: `import Koa, { type Context } from 'koa'
import session from 'koa-session'
const app = new Koa()
app.use(session({ store }, app))
async function login(ctx: Context): Promise<void> {
  ctx.session!.userId = await check(ctx)
  ctx.redirect('/')
}`,
      output: `import Koa, { type Context } from 'koa'
import session from 'koa-session'
const app = new Koa()
app.use(session({ store }, app))
async function login(ctx: Context): Promise<void> {
  await ctx.session!.regenerate()
  ctx.session!.userId = await check(ctx)
  ctx.redirect('/')
}`,
      errors: [
        { messageId: 'missing', data: { renew: 'ctx.session.regenerate()', library: 'koa-session' }, line: 6 },
      ],
    },
    {
      name: 'a chain of promises that Fastify waits for, and answers by itself before a callback has run',
      filename: fileIn('fixtures/fastify-session/routes.js'),
      code: `const fastify = require('fastify')()
fastify.post('/login', (request, reply) => findUser(request.body).then((user) => {
  request.session.user = user
  reply.redirect('/')
}))`,
      output: null,
      errors: [
        { messageId: 'missing', data: { renew: 'request.session.regenerate()', library: '@fastify/session' }, line: 3 },
      ],
    },
    {
      name: 'a chain of promises that nobody returns to Fastify',
      filename: fileIn('fixtures/fastify-session/routes.js'),
      code: `const fastify = require('fastify')()
fastify.post('/login', (request, reply) => {
  findUser(request.body).then((user) => {
    request.session.user = user
    reply.redirect('/')
  })
})`,
      output: `const fastify = require('fastify')()
fastify.post('/login', (request, reply) => {
  findUser(request.body).then((user) => {
    request.session.regenerate((err) => {
      if (err) return reply.send(err)
      request.session.user = user
      reply.redirect('/')
    })
  })
})`,
      errors: [
        { messageId: 'missing', data: { renew: 'request.session.regenerate()', library: '@fastify/session' }, line: 4 },
      ],
    },
    {
      name: 'a chain of promises in Koa, which waits for no callback and takes no error by next',
      code: `import Koa from 'koa'
import session from 'koa-session'
const app = new Koa()
app.use(session({ store }, app))
app.use((ctx, next) => {
  return findUser(ctx).then((user) => {
    ctx.session.user = user
    ctx.redirect('/')
  })
})`,
      output: null,
      errors: [
        { messageId: 'missing', data: { renew: 'ctx.session.regenerate()', library: 'koa-session' }, line: 7 },
      ],
    },
    {
      name: 'a Nest controller',
      filename: fileIn('fixtures/nest-express/auth.controller.ts'),
      code: `import { Body, Controller, Post, Req } from '@nestjs/common'
import type { Request } from 'express'

@Controller('auth')
export class AuthController {
  @Post('login')
  async login(@Req() request: Request, @Body() body: Credentials) {
    const user = await this.auth.check(body)
    request.session.userId = user.id
    return { id: user.id }
  }
}`,
      output: `import { Body, Controller, Post, Req } from '@nestjs/common'
import type { Request } from 'express'

@Controller('auth')
export class AuthController {
  @Post('login')
  async login(@Req() request: Request, @Body() body: Credentials) {
    const user = await this.auth.check(body)
    await new Promise<void>((resolve, reject) => {
      request.session.regenerate((err) => (err ? reject(err) : resolve()))
    })
    request.session.userId = user.id
    return { id: user.id }
  }
}`,
      errors: [
        { messageId: 'missing', data: { renew: 'request.session.regenerate()', library: 'express-session' }, line: 9 },
      ],
    },
    {
      name: 'a helper that is given the name of another method',
      code: `const session = require('express-session')
const call = (req, method) => new Promise((resolve, reject) => { req.session[method]((err) => (err ? reject(err) : resolve())) })
router.post('/login', wrap(async (req, res) => {
  await call(req, 'reload')
  req.session.userId = req.body.id
  res.redirect('/')
}))`,
      output: `const session = require('express-session')
const call = (req, method) => new Promise((resolve, reject) => { req.session[method]((err) => (err ? reject(err) : resolve())) })
router.post('/login', wrap(async (req, res) => {
  await call(req, 'reload')
  await new Promise((resolve, reject) => {
    req.session.regenerate((err) => (err ? reject(err) : resolve()))
  })
  req.session.userId = req.body.id
  res.redirect('/')
}))`,
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'functions of a list that all start at once, and one before its turn',
      code: `const session = require('express-session')
const async = require('async')
router.post('/login', (req, res, next) => {
  async.parallel([
    (cb) => req.session.regenerate(cb),
    (cb) => {
      req.session.userId = req.body.id
      cb()
    },
  ], next)
})
router.post('/login/again', (req, res, next) => {
  async.series([
    (cb) => {
      req.session.userId = req.body.id
      cb()
    },
    (cb) => req.session.regenerate(cb),
  ], next)
})`,
      output: null,
      errors: [{ messageId: 'missing' }, { messageId: 'missing' }],
    },
    ...[
      ['lets some go on without it', `const fresh = (req, res, next) => {
  if (req.query.keep) return next()
  req.session.regenerate(next)
}
router.post('/login', fresh, signIn)`],
      ['goes on before it has ended', `const fresh = (req, res, next) => {
  req.session.regenerate(log)
  next()
}
router.post('/login', fresh, signIn)`],
      ['stands on one of two routes', `const fresh = (req, res, next) => req.session.regenerate(next)
router.post('/login', fresh, signIn)
router.post('/token', signIn)`],
      ['stands behind the login', `const fresh = (req, res, next) => req.session.regenerate(next)
router.post('/login', signIn, fresh)`],
      ['is that of another path', `const fresh = (req, res, next) => req.session.regenerate(next)
router.use('/admin', fresh)
router.post('/login', signIn)`],
      ['is that of another method', `const fresh = (req, res, next) => req.session.regenerate(next)
router.get('/login', fresh)
router.post('/login', signIn)`],
    ].map(([title, code]) => ({
      name: `a middleware ${title}`,
      code: `import express from 'express'
import 'express-session'
const router = express.Router()
${code}
function signIn(req, res) {
  req.session.userId = req.body.userId
  res.redirect('/')
}`,
      output: `import express from 'express'
import 'express-session'
const router = express.Router()
${code}
function signIn(req, res) {
  req.session.regenerate((err) => {
    if (err) return res.sendStatus(500)
    req.session.userId = req.body.userId
    res.redirect('/')
  })
}`,
      errors: [{ messageId: 'missing' as const }],
    })),
    {
      name: 'a controller whose decorators no table knows is waited for',
      filename: fileIn('fixtures/express-4/auth.controller.ts'),
      code: `import { Request, Response } from 'express'
import { controller, httpPost, request, response } from '@acme/controllers'

@controller('/auth')
export class AuthController {
  @httpPost('/login')
  async login(@request() req: Request, @response() res: Response): Promise<void> {
    const user = await this.users.verify(req.body.email, req.body.password)
    if (!user) {
      res.status(401).json({ error: 'Wrong credentials' })
      return
    }
    req.session.userId = user.id
    res.json({ id: user.id })
  }
}`,
      output: `import { Request, Response } from 'express'
import { controller, httpPost, request, response } from '@acme/controllers'

@controller('/auth')
export class AuthController {
  @httpPost('/login')
  async login(@request() req: Request, @response() res: Response): Promise<void> {
    const user = await this.users.verify(req.body.email, req.body.password)
    if (!user) {
      res.status(401).json({ error: 'Wrong credentials' })
      return
    }
    await new Promise<void>((resolve, reject) => {
      req.session.regenerate((err) => (err ? reject(err) : resolve()))
    })
    req.session.userId = user.id
    res.json({ id: user.id })
  }
}`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 13 },
      ],
    },
    {
      name: 'a method without a promise that such a controller answers for at once',
      filename: fileIn('fixtures/express-4/auth.controller.ts'),
      code: `import { Request, Response } from 'express'
import { JsonController, Post, Req, Res } from '@acme/controllers'

@JsonController('/auth')
export class AuthController {
  @Post('/login')
  login(@Req() req: Request, @Res() res: Response) {
    req.session.userId = this.users.verify(req.body.email, req.body.password).id
    return res.redirect('/')
  }
}`,
      output: null,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 8 },
      ],
    },
    {
      name: 'the session of a Nest controller comes as a parameter',
      filename: fileIn('fixtures/nest-express/auth.controller.ts'),
      code: `import { Body, Controller, Post, Session } from '@nestjs/common'

@Controller('auth')
export class AuthController {
  @Post('login')
  async login(@Session() session: Record<string, unknown>, @Body() body: Credentials) {
    const user = await this.auth.check(body)
    session.userId = user.id
    return { id: user.id }
  }
}`,
      output: null,
      errors: [
        { messageId: 'missing', data: { renew: 'session.regenerate()', library: 'express-session' }, line: 8 },
      ],
    },
    {
      name: 'an exported function of a controller module',
      filename: fileIn('fixtures/express-4/controllers/auth.js'),
      code: `exports.login = (req, res, next) => {
  const user = check(req.body)
  req.session.loggedIn = true
  req.session.username = user.name
  res.redirect('/')
}`,
      output: `exports.login = (req, res, next) => {
  const user = check(req.body)
  req.session.regenerate((err) => {
    if (err) return next(err)
    try {
      req.session.loggedIn = true
      req.session.username = user.name
      res.redirect('/')
    } catch (error) {
      next(error)
    }
  })
}`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'a chained route',
      code: `import session from 'express-session'
import express from 'express'
express.Router().route('/login').get(show).post((req, res, next) => {
  req.session['user'] = check(req.body)
  res.redirect('/')
})`,
      output: `import session from 'express-session'
import express from 'express'
express.Router().route('/login').get(show).post((req, res, next) => {
  req.session.regenerate((err) => {
    if (err) return next(err)
    try {
      req.session['user'] = check(req.body)
      res.redirect('/')
    } catch (error) {
      next(error)
    }
  })
})`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 4 },
      ],
    },
    {
      name: 'a resolver with the request in its context',
      filename: fileIn('fixtures/express-5/resolvers.ts'),
      code: `export const resolvers = {
  Mutation: {
    login: async (_parent, { email, password }, { req }) => {
      const user = await check(email, password)
      req.session.userId = user.id
      return user
    },
  },
}`,
      output: null,
      errors: [
        { messageId: 'missing', data: { renew: 'session.regenerate()', library: 'express-session' }, line: 5 },
      ],
    },
    {
      name: 'a resolver of Nest with the request of its context',
      filename: fileIn('fixtures/express-5/resolvers.ts'),
      code: `import { Args, Context, Mutation, Resolver } from '@nestjs/graphql'
@Resolver()
export class AuthResolver {
  @Mutation(() => User)
  async login(@Args('input') input: LoginInput, @Context('req') req: any) {
    const user = await this.auth.validate(input)
    req.session.user = user
    return user
  }
}`,
      output: null,
      errors: [
        {
          messageId: 'missing',
          data: { renew: 'req.session.regenerate()', library: 'express-session' },
          line: 7,
          suggestions: [
            {
              messageId: 'renew',
              data: { renew: 'req.session.regenerate()', end: 'req.session.destroy()' },
              output: `import { Args, Context, Mutation, Resolver } from '@nestjs/graphql'
@Resolver()
export class AuthResolver {
  @Mutation(() => User)
  async login(@Args('input') input: LoginInput, @Context('req') req: any) {
    const user = await this.auth.validate(input)
    await new Promise<void>((resolve, reject) => {
      req.session.regenerate((err: unknown) => (err ? reject(err) : resolve()))
    })
    req.session.user = user
    return user
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'the session has another name, which would be stale',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  const session = req.session
  session.userId = user.id
  res.redirect('/')
})`,
      output: null,
      errors: [
        {
          messageId: 'missing',
          data: { renew: 'req.session.regenerate()', library: 'express-session' },
          line: 4,
          suggestions: [
            {
              messageId: 'renew',
              data: { renew: 'req.session.regenerate()' },
              output: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  const session = req.session
  req.session.regenerate((err) => {
    if (err) return next(err)
    try {
      req.session.userId = user.id
      res.redirect('/')
    } catch (error) {
      next(error)
    }
  })
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'the session is destructured from the request',
      code: `import session from 'express-session'
router.post('/login', async (req, res, next) => {
  try {
    const { session } = req
    session.userId = user.id
    res.redirect('/')
  } catch (error) {
    next(error)
  }
})`,
      output: null,
      errors: [
        {
          messageId: 'missing',
          data: { renew: 'req.session.regenerate()', library: 'express-session' },
          line: 5,
          suggestions: [
            {
              messageId: 'renew',
              data: { renew: 'req.session.regenerate()' },
              output: `import session from 'express-session'
router.post('/login', async (req, res, next) => {
  try {
    const { session } = req
    await new Promise((resolve, reject) => {
      req.session.regenerate((err) => (err ? reject(err) : resolve()))
    })
    req.session.userId = user.id
    res.redirect('/')
  } catch (error) {
    next(error)
  }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'several properties are assigned at once',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  Object.assign(req.session, { userId: user.id, name: user.name })
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  req.session.regenerate((err) => {
    if (err) return next(err)
    try {
      Object.assign(req.session, { userId: user.id, name: user.name })
      res.redirect('/')
    } catch (error) {
      next(error)
    }
  })
})`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'a branch without braces',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  if (ok) req.session.user = user
  else res.status(401).end()
})`,
      output: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  if (ok) req.session.regenerate((err) => {
    if (err) return next(err)
    req.session.user = user
  })
  else res.status(401).end()
})`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'a branch without braces that other code follows',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  if (ok) req.session.user = user
  res.redirect('/')
})`,
      output: null,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'a branch without braces in an async handler',
      filename: fileIn('fixtures/express-5/routes.ts'),
      code: `import { Router } from 'express'
Router().post('/login', async (req, res) => {
  if (ok) req.session.user = user
  res.redirect('/')
})`,
      output: `import { Router } from 'express'
Router().post('/login', async (req, res) => {
  if (ok) {
    await new Promise<void>((resolve, reject) => {
      req.session.regenerate((err) => (err ? reject(err) : resolve()))
    })
    req.session.user = user
  }
  res.redirect('/')
})`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'a case of a switch',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  switch (check(req.body)) {
    case 'ok':
      req.session.user = req.body.name
      res.redirect('/')
      break
    default:
      res.status(401).end()
  }
})`,
      output: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  switch (check(req.body)) {
    case 'ok':
      req.session.regenerate((err) => {
        if (err) return next(err)
        req.session.user = req.body.name
        res.redirect('/')
      })
      break
    default:
      res.status(401).end()
  }
})`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 5 },
      ],
    },
    {
      name: 'two ways to log in',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  if (req.body.token) {
    req.session.user = byToken(req.body)
    res.redirect('/')
  } else {
    req.session.user = byPassword(req.body)
    res.redirect('/')
  }
})`,
      output: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  if (req.body.token) {
    req.session.regenerate((err) => {
      if (err) return next(err)
      try {
        req.session.user = byToken(req.body)
        res.redirect('/')
      } catch (error) {
        next(error)
      }
    })
  } else {
    req.session.regenerate((err) => {
      if (err) return next(err)
      try {
        req.session.user = byPassword(req.body)
        res.redirect('/')
      } catch (error) {
        next(error)
      }
    })
  }
})`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 4 },
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 7 },
      ],
    },
    {
      name: 'visitors who are logged in are turned away before',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  if (req.session.user) return res.redirect('/')
  req.session.user = check(req.body)
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  if (req.session.user) return res.redirect('/')
  req.session.regenerate((err) => {
    if (err) return next(err)
    try {
      req.session.user = check(req.body)
      res.redirect('/')
    } catch (error) {
      next(error)
    }
  })
})`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 4 },
      ],
    },
    {
      name: 'only visitors are logged in',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  if (!req.session.userId) {
    req.session.userId = check(req.body).id
    res.redirect('/')
  }
})`,
      output: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  if (!req.session.userId) {
    req.session.regenerate((err) => {
      if (err) return next(err)
      try {
        req.session.userId = check(req.body).id
        res.redirect('/')
      } catch (error) {
        next(error)
      }
    })
  }
})`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 4 },
      ],
    },
    {
      name: 'a profile update that checks a password is a login',
      code: `import session from 'express-session'
router.post('/settings/unlock', (req, res, next) => {
  if (!bcrypt.compareSync(req.body.password, user.hash)) return res.status(401).end()
  req.session.user = user
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/settings/unlock', (req, res, next) => {
  if (!bcrypt.compareSync(req.body.password, user.hash)) return res.status(401).end()
  req.session.regenerate((err) => {
    if (err) return next(err)
    req.session.user = user
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 4 },
      ],
    },
    {
      name: 'fastify with a handler that is async',
      filename: fileIn('fixtures/fastify-session/routes.ts'),
      code: `import type { FastifyInstance } from 'fastify'

export default async function routes(app: FastifyInstance) {
  app.post('/login', async (request, reply) => {
    const user = await check(request.body)
    request.session.user = user
    return reply.redirect('/')
  })
}`,
      output: `import type { FastifyInstance } from 'fastify'

export default async function routes(app: FastifyInstance) {
  app.post('/login', async (request, reply) => {
    const user = await check(request.body)
    await request.session.regenerate()
    request.session.user = user
    return reply.redirect('/')
  })
}`,
      errors: [
        { messageId: 'missing', data: { renew: 'request.session.regenerate()', library: '@fastify/session' }, line: 6 },
      ],
    },
    {
      name: 'fastify with a handler that is not',
      filename: fileIn('fixtures/fastify-session/routes.js'),
      code: `module.exports = function (fastify, options, done) {
  fastify.post('/login', (request, reply) => {
    request.session.set('userId', check(request.body))
    reply.send({ ok: true })
  })
  done()
}`,
      output: `module.exports = function (fastify, options, done) {
  fastify.post('/login', (request, reply) => {
    request.session.regenerate((err) => {
      if (err) return reply.send(err)
      try {
        request.session.set('userId', check(request.body))
        reply.send({ ok: true })
      } catch (error) {
        reply.send(error)
      }
    })
  })
  done()
}`,
      errors: [
        { messageId: 'missing', data: { renew: 'request.session.regenerate()', library: '@fastify/session' }, line: 3 },
      ],
    },
    {
      name: 'fastify as people write it with other names',
      filename: fileIn('fixtures/fastify-session/routes.js'),
      code: `const fastify = require('fastify')()
fastify.post('/login', async (req, res) => {
  if (ok) req.session.user = user
  return { ok }
})`,
      output: `const fastify = require('fastify')()
fastify.post('/login', async (req, res) => {
  if (ok) {
    await req.session.regenerate()
    req.session.user = user
  }
  return { ok }
})`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: '@fastify/session' }, line: 3 },
      ],
    },
    {
      name: 'koa-generic-session',
      code: `import Koa from 'koa'
import session from 'koa-generic-session'
const app = new Koa()
app.use(async (ctx) => {
  ctx.session.user = await check(ctx.request.body)
  ctx.redirect('/')
})`,
      output: `import Koa from 'koa'
import session from 'koa-generic-session'
const app = new Koa()
app.use(async (ctx) => {
  await ctx.regenerateSession()
  ctx.session.user = await check(ctx.request.body)
  ctx.redirect('/')
})`,
      errors: [
        { messageId: 'missing', data: { renew: 'ctx.regenerateSession()', library: 'koa-generic-session' }, line: 5 },
      ],
    },
    {
      name: 'koa-session with a store',
      code: `import Koa from 'koa'
import session from 'koa-session'
const app = new Koa()
app.use(session({ store: new RedisStore() }, app))
app.use(async (ctx) => {
  const s = ctx.session
  s.isLogin = true
  ctx.redirect('/')
})`,
      output: null,
      errors: [
        {
          messageId: 'missing',
          data: { renew: 'ctx.session.regenerate()', library: 'koa-session' },
          line: 7,
          suggestions: [
            {
              messageId: 'renew',
              data: { renew: 'ctx.session.regenerate()' },
              output: `import Koa from 'koa'
import session from 'koa-session'
const app = new Koa()
app.use(session({ store: new RedisStore() }, app))
app.use(async (ctx) => {
  const s = ctx.session
  await ctx.session.regenerate()
  ctx.session.isLogin = true
  ctx.redirect('/')
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'koa-session before 6.4 has nothing to renew the session with',
      filename: fileIn('fixtures/koa-session-5/app.js'),
      code: `const Koa = require('koa')
const session = require('koa-session')
const app = new Koa()
app.use(session({ store }, app))
app.use(async (ctx) => {
  ctx.session.user = await check(ctx.request.body)
})`,
      output: null,
      errors: [
        { messageId: 'missing', data: { renew: 'ctx.session.regenerate()', library: 'koa-session' }, line: 6 },
      ],
    },
    {
      name: 'the session is renewed in one branch only',
      code: `import session from 'express-session'
router.post('/login', async (req, res, next) => {
  try {
    if (req.body.remember) await regenerateSession(req)
    req.session.user = user
    res.redirect('/')
  } catch (error) {
    next(error)
  }
})`,
      output: `import session from 'express-session'
router.post('/login', async (req, res, next) => {
  try {
    if (req.body.remember) await regenerateSession(req)
    await new Promise((resolve, reject) => {
      req.session.regenerate((err) => (err ? reject(err) : resolve()))
    })
    req.session.user = user
    res.redirect('/')
  } catch (error) {
    next(error)
  }
})`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 5 },
      ],
    },
    {
      name: 'a failed renewal is swallowed',
      code: `import session from 'express-session'
router.post('/login', async (req, res, next) => {
  try {
    await regenerateSession(req)
  } catch {}
  req.session.user = user
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/login', async (req, res, next) => {
  try {
    await regenerateSession(req)
  } catch {}
  req.session.regenerate((err) => {
    if (err) return next(err)
    req.session.user = user
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 6 },
      ],
    },
    {
      name: 'nobody waits for the renewal',
      filename: fileIn('fixtures/fastify-session/routes.js'),
      code: `const fastify = require('fastify')()
fastify.post('/login', async (request, reply) => {
  request.session.regenerate()
  request.session.user = user
  return reply.redirect('/')
})`,
      output: `const fastify = require('fastify')()
fastify.post('/login', async (request, reply) => {
  await request.session.regenerate()
  request.session.user = user
  return reply.redirect('/')
})`,
      errors: [
        { messageId: 'unawaited', data: { renew: 'request.session.regenerate()' }, line: 3 },
      ],
    },
    {
      name: 'the login is written beside the callback',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  req.session.regenerate((err) => {
    if (err) return next(err)
  })
  req.session.user = user
  res.redirect('/')
})`,
      output: null,
      errors: [
        { messageId: 'unawaited', data: { renew: 'req.session.regenerate()' }, line: 3 },
      ],
    },
    {
      name: 'something else is regenerated',
      code: `import session from 'express-session'
router.post('/login', async (req, res) => {
  await apiKeys.regenerate(user.id)
  captcha.regenerate(() => {
    req.session.user = user
    res.redirect('/')
  })
})`,
      output: `import session from 'express-session'
router.post('/login', async (req, res) => {
  await apiKeys.regenerate(user.id)
  captcha.regenerate(() => {
    req.session.regenerate((err) => {
      if (err) return res.sendStatus(500)
      req.session.user = user
      res.redirect('/')
    })
  })
})`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 5 },
      ],
    },
    {
      name: 'the session is renewed after the login',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  req.session.user = user
  req.session.regenerate((err) => {
    if (err) return next(err)
    res.redirect('/')
  })
})`,
      output: null,
      errors: [
        { messageId: 'late', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'the callback has no parameter for the error',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  req.session.regenerate(() => {
    req.session.user = user
    res.redirect('/')
  })
})`,
      output: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  req.session.regenerate((err) => {
    if (err) return next(err)
    req.session.user = user
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'unchecked', data: { renew: 'req.session.regenerate()' }, line: 3 },
      ],
    },
    {
      name: 'the callback is one expression',
      code: `import session from 'express-session'
router.post('/login', (req, res) => {
  req.session.regenerate(() => (req.session.user = user))
})`,
      output: `import session from 'express-session'
router.post('/login', (req, res) => {
  req.session.regenerate((err) => {
    if (err) return res.sendStatus(500);
    (req.session.user = user)
  })
})`,
      errors: [
        { messageId: 'unchecked', data: { renew: 'req.session.regenerate()' }, line: 3 },
      ],
    },
    {
      name: 'the callback takes the error and does not look at it',
      filename: fileIn('fixtures/express-4/routes.js'),
      code: `var router = require('express').Router();
router.post('/login', function (req, res, next) {
  req.session.regenerate(function (err) {
    req.session.user = user;
    res.redirect('/');
  });
});`,
      output: `var router = require('express').Router();
router.post('/login', function (req, res, next) {
  req.session.regenerate(function (err) {
    if (err) return next(err);
    req.session.user = user;
    res.redirect('/');
  });
});`,
      errors: [
        { messageId: 'unchecked', data: { renew: 'req.session.regenerate()' }, line: 3 },
      ],
    },
    {
      name: 'the promise resolves with the error',
      code: `import session from 'express-session'
router.post('/login', async (req, res, next) => {
  await new Promise((resolve) => req.session.regenerate(resolve))
  req.session.user = user
  res.redirect('/')
})`,
      output: null,
      errors: [
        { messageId: 'unchecked', data: { renew: 'req.session.regenerate()' }, line: 3 },
      ],
    },
    {
      name: 'the session from before is put back',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  const old = req.session
  req.session.regenerate((err) => {
    if (err) return next(err)
    req.session = old
    req.session.user = user
    res.redirect('/')
  })
})`,
      output: null,
      errors: [
        { messageId: 'restored', line: 6 },
      ],
    },
    ...[
      ['of another route', "router.get('/google/callback', passport.authenticate('google', { failureRedirect: '/login' }), (req, res) => res.redirect('/'))"],
      ['that starts another login', "router.get('/google', passport.authenticate('google', { scope: ['email'] }))"],
      ['in the chain of the router', "router.get('/google', passport.authenticate('google'))\nrouter.get('/a', b)"],
      ['of all requests, which only reads who is logged in', "router.use(passport.authenticate('session'))"],
      ['of one path', "router.use('/api', passport.authenticate('basic'))"],
      ['in a constant', "const requireBasic = passport.authenticate('basic')"],
      ['that is exported', "exports.google = passport.authenticate('google')"],
      ['in a function that sets routes up', "function google(app) {\n  app.get('/google', passport.authenticate('google'))\n}\ngoogle(router)"],
    ].map(([title, middleware]) => ({
      name: `passport makes a middleware ${title}`,
      code: `const passport = require('passport')
const session = require('express-session')
const router = require('express').Router()
${middleware}
router.post('/login', async (req, res) => {
  const user = await find(req.body)
  req.session.userId = user.id
})`,
      output: `const passport = require('passport')
const session = require('express-session')
const router = require('express').Router()
${middleware}
router.post('/login', async (req, res) => {
  const user = await find(req.body)
  req.session.regenerate((err) => {
    if (err) return res.sendStatus(500)
    req.session.userId = user.id
  })
})`,
      errors: [{ messageId: 'missing' }],
    })),
    {
      name: 'passport authenticates before one of two routes of a handler',
      code: `import passport from 'passport'
import session from 'express-session'
const router = require('express').Router()
const handler = async (req, res) => {
  const user = await find(req.body)
  req.session.userId = user.id
}
router.get('/google', passport.authenticate('google'), handler)
router.post('/login', handler)`,
      output: `import passport from 'passport'
import session from 'express-session'
const router = require('express').Router()
const handler = async (req, res) => {
  const user = await find(req.body)
  req.session.regenerate((err) => {
    if (err) return res.sendStatus(500)
    req.session.userId = user.id
  })
}
router.get('/google', passport.authenticate('google'), handler)
router.post('/login', handler)`,
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'passport before 0.6 logs in with a call',
      filename: fileIn('fixtures/passport-0.5/routes.js'),
      code: `const passport = require('passport')
const router = require('express').Router()
router.post('/signup', (req, res, next) => {
  const user = create(req.body)
  req.login(user, (err) => {
    if (err) return next(err)
    res.redirect('/')
  })
})`,
      output: `const passport = require('passport')
const router = require('express').Router()
router.post('/signup', (req, res, next) => {
  const user = create(req.body)
  req.session.regenerate((error) => {
    if (error) return next(error)
    req.login(user, (err) => {
      if (err) return next(err)
      res.redirect('/')
    })
  })
})`,
      errors: [
        { messageId: 'library', data: { renew: 'req.session.regenerate()', library: 'passport' }, line: 5 },
      ],
    },
    {
      name: 'passport before 0.6 logs in as a middleware',
      filename: fileIn('fixtures/passport-0.5/routes.js'),
      code: `const passport = require('passport')
const router = require('express').Router()
router.post('/login', passport.authenticate('local', { successRedirect: '/', failureRedirect: '/login' }))
router.get('/callback', passport.authenticate('google'), (req, res) => res.redirect('/'))`,
      output: null,
      errors: [
        { messageId: 'library', data: { renew: 'session.regenerate()', library: 'passport' }, line: 3 },
      ],
    },
    {
      name: 'the file keeps a cart in the session',
      code: `import session from 'express-session'
router.post('/cart', (req, res) => {
  req.session.cart = req.body
  res.end()
})
router.post('/login', (req, res, next) => {
  req.session.user = user
  res.redirect('/')
})`,
      output: null,
      errors: [
        {
          messageId: 'missing',
          data: { renew: 'req.session.regenerate()', library: 'express-session' },
          line: 7,
          suggestions: [
            {
              messageId: 'renew',
              data: { renew: 'req.session.regenerate()' },
              output: `import session from 'express-session'
router.post('/cart', (req, res) => {
  req.session.cart = req.body
  res.end()
})
router.post('/login', (req, res, next) => {
  req.session.regenerate((err) => {
    if (err) return next(err)
    req.session.user = user
    res.redirect('/')
  })
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'the handler goes back to where the visitor came from',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  req.session.user = user
  res.redirect(req.session.returnTo || '/')
})`,
      output: null,
      errors: [
        {
          messageId: 'missing',
          data: { renew: 'req.session.regenerate()', library: 'express-session' },
          line: 3,
          suggestions: [
            {
              messageId: 'renew',
              data: { renew: 'req.session.regenerate()' },
              output: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  req.session.regenerate((err) => {
    if (err) return next(err)
    req.session.user = user
    res.redirect(req.session.returnTo || '/')
  })
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'the handler keeps a message for the next page',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  req.session.user = user
  req.flash('info', 'Welcome')
  res.redirect('/')
})`,
      output: null,
      errors: [
        {
          messageId: 'missing',
          data: { renew: 'req.session.regenerate()', library: 'express-session' },
          line: 3,
          suggestions: [
            {
              messageId: 'renew',
              data: { renew: 'req.session.regenerate()' },
              output: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  req.session.regenerate((err) => {
    if (err) return next(err)
    req.session.user = user
    req.flash('info', 'Welcome')
    res.redirect('/')
  })
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'the block returns a value that someone may read',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  req.session.user = user
  return user
})`,
      output: null,
      errors: [
        {
          messageId: 'missing',
          data: { renew: 'req.session.regenerate()', library: 'express-session' },
          line: 3,
          suggestions: [
            {
              messageId: 'renew',
              data: { renew: 'req.session.regenerate()' },
              output: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  req.session.regenerate((err) => {
    if (err) return next(err)
    req.session.user = user
    return user
  })
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'a handler that catches what it throws',
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  try {
    req.session.user = check(req.body)
    res.redirect('/')
  } catch (error) {
    next(error)
  }
})`,
      output: null,
      errors: [
        {
          messageId: 'missing',
          data: { renew: 'req.session.regenerate()', library: 'express-session' },
          line: 4,
          suggestions: [
            {
              messageId: 'renew',
              data: { renew: 'req.session.regenerate()' },
              output: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  try {
    req.session.regenerate((err) => {
      if (err) return next(err)
      try {
        req.session.user = check(req.body)
        res.redirect('/')
      } catch (error) {
        next(error)
      }
    })
  } catch (error) {
    next(error)
  }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'fixes are only wanted as suggestions',
      settings: { 'session-security': { fixes: 'suggest' } },
      code: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  req.session.user = user
  res.redirect('/')
})`,
      output: null,
      errors: [
        {
          messageId: 'missing',
          data: { renew: 'req.session.regenerate()', library: 'express-session' },
          line: 3,
          suggestions: [
            {
              messageId: 'renew',
              data: { renew: 'req.session.regenerate()' },
              output: `import session from 'express-session'
router.post('/login', (req, res, next) => {
  req.session.regenerate((err) => {
    if (err) return next(err)
    req.session.user = user
    res.redirect('/')
  })
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'the shape of the session alone tells the library',
      code: `router.post('/login', (req, res, next) => {
  req.session.user = user
  req.session.save((err) => (err ? next(err) : res.redirect('/')))
})`,
      output: null,
      errors: [
        {
          messageId: 'missing',
          data: { renew: 'req.session.regenerate()', library: 'express-session' },
          line: 2,
          suggestions: [
            {
              messageId: 'renew',
              data: { renew: 'req.session.regenerate()' },
              output: `router.post('/login', (req, res, next) => {
  req.session.regenerate((error) => {
    if (error) return next(error)
    req.session.user = user
    req.session.save((err) => (err ? next(err) : res.redirect('/')))
  })
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'the manifest tells the library',
      filename: fileIn('fixtures/express-5/routes/login.js'),
      code: `export function login(req, res, next) {
  req.session.user = check(req.body)
  res.redirect('/')
}`,
      output: `export function login(req, res, next) {
  req.session.regenerate((err) => {
    if (err) return next(err)
    try {
      req.session.user = check(req.body)
      res.redirect('/')
    } catch (error) {
      next(error)
    }
  })
}`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 2 },
      ],
    },
    {
      name: 'a helper is called from a handler that did not renew the session',
      code: `import session from 'express-session'
function remember(req, user) {
  req.session.user = user
}
router.post('/login', (req, res) => {
  remember(req, check(req.body))
  res.redirect('/')
})`,
      output: null,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'tabs, double quotes and comments are kept',
      code: `import session from "express-session";
router.post("/login", (req, res, next) => {
	if (!user) return res.status(401).end();
	// The user is known:
	req.session.user = user; /* all of it */

	// Go home.
	res.send(\`
  <p>Welcome</p>
\`);
	// done
});`,
      output: `import session from "express-session";
router.post("/login", (req, res, next) => {
	if (!user) return res.status(401).end();
	req.session.regenerate((err) => {
		if (err) return next(err);
		// The user is known:
		req.session.user = user; /* all of it */

		// Go home.
		res.send(\`
  <p>Welcome</p>
\`);
	});
	// done
});`,
      errors: [
        { messageId: 'missing', data: { renew: 'req.session.regenerate()', library: 'express-session' }, line: 5 },
      ],
    },
    {
      name: 'passport before 0.6 logs in as an exported middleware',
      filename: fileIn('fixtures/passport-0.5/site.js'),
      code: `const passport = require('passport')
module.exports.login = passport.authenticate('local', { successReturnToOrRedirect: '/', failureRedirect: '/login' })`,
      output: null,
      errors: [
        { messageId: 'library', data: { renew: 'session.regenerate()', library: 'passport' }, line: 2 },
      ],
    },
  ],
})
