import rule from '../../lib/rules/no-unhandled-session-error.js'
import { fileIn, ruleTester, type InvalidCase, type ValidCase } from '../rule-tester.js'

const EXPRESS = `const express = require('express')
const session = require('express-session')
const app = express()
`
const FASTIFY = `import Fastify from 'fastify'
import session from '@fastify/session'
const app = Fastify()
`

const MESSAGES = { missing: 'callback', needed: 'callback', unawaited: 'wait', ignored: 'look', passed: 'leave', resolved: 'reject' } as const

interface Place {
  readonly operation?: string
  readonly call?: string
  readonly line?: number
  readonly column?: number
  readonly endColumn?: number
  readonly filename?: string
}

function valid(name: string, body: string, filename?: string): ValidCase {
  return { name, code: `${EXPRESS}${body}`, ...(filename !== undefined && { filename: fileIn(filename) }) }
}

/** A case that is reported once; `fixed` is the whole program that is offered. */
function reported(name: string, messageId: keyof typeof MESSAGES, code: string, fixed: string | undefined, { call = '', filename, operation = 'req.session.destroy', ...place }: Place = {}): InvalidCase {
  const data = { operation, call }
  const suggestions = fixed === undefined ? [] : [{ messageId: MESSAGES[messageId], data, output: fixed }]
  return { name, code, output: null, errors: [{ messageId, data, ...place, suggestions }], ...(filename !== undefined && { filename: fileIn(filename) }) }
}

function inExpress(name: string, messageId: keyof typeof MESSAGES, body: string, fixed: string | undefined, place?: Place): InvalidCase {
  return reported(name, messageId, `${EXPRESS}${body}`, fixed === undefined ? undefined : `${EXPRESS}${fixed}`, place)
}

function inFastify(name: string, messageId: keyof typeof MESSAGES, body: string, fixed: string | undefined, place?: Place): InvalidCase {
  return reported(name, messageId, `${FASTIFY}${body}`, fixed === undefined ? undefined : `${FASTIFY}${fixed}`, { operation: 'request.session.destroy', ...place })
}

const REJECTING = 'req.session.save((err) => (err ? reject(err) : resolve()))'

/** A handler that waits for a promise. */
function saving(promise: string): string {
  return `app.post('/save', async (req: Request, res: Response) => {
  await ${promise}
  res.redirect('/')
})`
}

ruleTester.run(rule.name, rule, {
  valid: [
    valid('an error of which a branch only makes a note', `app.post('/leave', (req, res) => { req.session.destroy((err) => { if (err) { if (verbose) console.error(err) } res.redirect('/') }) })`),
    valid('a callback that is chosen', `app.post('/leave', (req, res) => { req.session.destroy(verbose ? note : ignore); res.redirect('/') })`),
    valid('an error that is asked for its class', `app.post('/leave', (req, res, next) => { req.session.destroy((err) => { if (!(err instanceof NotFound)) next(err); res.redirect('/') }) })`),
    valid(
      'a session that is destroyed because something has failed already, in odd spellings',
      `app.post('/b', (req, res, next) => { find(req, (_err, user) => { if (_err) { req.session.destroy(); return next(_err) } res.json(user) }) })
app.post('/c', (req, res, next) => { pay(req)['catch']((error) => { req.session.destroy(); next(error) }) })`,
    ),
    {
      name: 'a library that nothing tells, whose operation may be done at once',
      code: `export default function logout(req, res) {
  req.session.destroy()
  res.end()
}`,
    },
    valid(
      'an error that is handed on, answered or logged',
      `app.post('/a', (req, res, next) => { req.session.destroy((err) => { if (err) return next(err); res.redirect('/') }) })
app.post('/b', (req, res, next) => { req.session.destroy((err) => (err ? next(err) : res.redirect('/'))) })
app.post('/c', (req, res) => { req.session.save((err) => { if (err) { res.sendStatus(500) } else { res.redirect('/') } }) })
app.post('/d', (req, res) => { req.session.save((err) => { if (err) console.error(err); res.redirect('/') }) })
app.post('/e', (req, res, next) => { req.session.regenerate((err) => { if (err) { next(err); return } req.session.page = 1; res.end() }) })
app.post('/f', (req, res, next) => { req.session.destroy((err) => { if (!err) return res.redirect('/'); next(err) }) })
app.post('/g', (req, res, next) => { req.session.destroy((err) => { next(err) }) })`,
    ),
    valid(
      'a callback from elsewhere',
      `app.post('/a', (req, res, next) => { req.session.destroy(next) })
function end(req, done) { req.session.destroy(done) }
app.post('/b', (req, res, next) => { req.session.destroy(answer(res)) })
app.post('/c', (req, res, next) => { req.session.destroy(...callbacks) })`,
    ),
    valid(
      'a callback that takes its error apart, or finds it among its arguments',
      `app.post('/a', (req, res) => { req.session.destroy(function () { if (arguments[0]) return res.sendStatus(500); res.end() }) })
app.post('/b', (req, res) => { req.session.destroy((...given) => answer(res, given)) })
app.post('/c', (req, res) => { req.session.destroy(({ message } = {}) => res.send(message)) })`,
    ),
    valid(
      'promises that are rejected with the error',
      `const { promisify } = require('util')
app.post('/a', async (req, res) => { await promisify(req.session.destroy.bind(req.session))(); res.end() })
app.post('/b', async (req, res) => { await promisify((done) => req.session.destroy(done))(); res.end() })
app.post('/c', async (req, res) => {
  await new Promise((resolve, reject) => req.session.save((err) => (err ? reject(err) : resolve())))
  res.end()
})
app.post('/d', async (req, res) => { await new Promise((resolve, reject) => { req.session.save((err) => { if (err) reject(err); resolve() }) }); res.end() })`,
    ),
    valid(
      'a promise that is fulfilled with the error, which somebody looks at, or may look at',
      `app.post('/a', async (req, res, next) => { const err = await new Promise((resolve) => req.session.save(resolve)); if (err) return next(err); res.end() })
app.post('/b', (req, res, next) => { new Promise((resolve) => req.session.save(resolve)).then((err) => (err ? next(err) : res.end())) })
app.post('/c', async (req, res) => { if (await new Promise((resolve) => req.session.destroy(resolve))) return res.sendStatus(500); res.end() })
exports.save = (req) => new Promise((resolve) => req.session.save(resolve))
const destroy = (req) => new Promise((resolve) => req.session.destroy(resolve))
app.post('/d', async (req, res, next) => { const err = await destroy(req); if (err) return next(err); res.end() })`,
    ),
    valid(
      'the error is handed on, and nothing follows that goes on',
      `app.post('/a', (req, res, next) => { req.session.destroy((err) => { if (err) next(err); console.log('done') }) })
app.post('/b', (req, res, next) => { req.session.destroy((err) => { if (err) next(err)
return }) })
app.post('/c', (req, res, next) => { req.session.destroy((err) => { if (err) next(err); if (!err) res.redirect('/') }) })
app.post('/d', (req, res, next) => { req.session.destroy((err) => { if (err) { next(err) } else { res.redirect('/') } }) })
app.post('/e', (req, res, next) => { req.session.destroy((err) => { if (req.query.quiet) next(err); res.end() }) })`,
    ),
    valid(
      'a session that is destroyed because something has failed already',
      `app.post('/a', async (req, res, next) => { try { await pay(req) } catch (error) { req.session.destroy(); next(error) } })
app.post('/b', (req, res, next) => { find(req, (err, user) => { if (err || !user) { req.session.destroy(); return next(err) } res.json(user) }) })
app.post('/c', (req, res, next) => { pay(req).catch((error) => { req.session.destroy(); next(error) }) })`,
    ),
    valid(
      'models, files and other things that can be saved, destroyed and logged out of',
      `app.post('/a', async (req, res) => { user.save(); await user.destroy(); stream.destroy(() => res.end()); api.logout(); res.end() })
app.post('/b', (req, res) => { req.file.destroy(); req.user.save(() => res.end()) })`,
    ),
    {
      name: 'sessions that have nothing to wait for',
      code: `import cookieSession from 'cookie-session'
import express from 'express'
const app = express()
app.post('/logout', (req, res) => { req.session = null; res.end() })`,
    },
    {
      name: 'promises that are awaited, returned, handed on, caught or dropped on purpose',
      code: `${FASTIFY}app.post('/a', async (request) => { await request.session.regenerate(); return request.session.destroy() })
app.post('/b', (request, reply) => request.session.destroy())
app.post('/c', async (request, reply) => { request.session.save().catch(log); void request.session.save() })
app.post('/d', async (request, reply) => { const saving = request.session.save(); await Promise.all([saving, request.session.touch()]) })
app.post('/e', (request, reply) => { request.session.destroy().then(() => reply.send(), (error) => reply.send(error)) })
app.post('/f', (request, reply) => { request.session.destroy((err) => { if (err) request.log.error(err); reply.send() }) })
app.post('/g', async (request, reply) => { await request.session.regenerate(['cart']); await request.session.regenerate(kept); reply.send() })`,
    },
    {
      name: 'a login that goes on without a new ID, which require-regenerate-after-login reports',
      code: `${EXPRESS}app.post('/login', (req, res) => { req.session.regenerate(() => { req.session.userId = 1; res.end() }) })
app.post('/signup', (req, res) => { req.session.regenerate(); req.session.userId = 1; res.end() })`,
    },
    {
      name: 'a logout of Passport before version 0.6, which has no callback',
      code: `app.post('/logout', (req, res) => { req.logout(); res.redirect('/') })`,
      filename: fileIn('fixtures/passport-0.5/app.js'),
    },
    {
      name: 'a logout of Passport whose version nobody knows',
      code: `import passport from 'passport'
app.post('/logout', (req, res) => { req.logout(); res.redirect('/') })`,
    },
    {
      name: 'a logout of Passport with a callback',
      code: `app.post('/logout', (req, res, next) => { req.logout((err) => { if (err) return next(err); res.redirect('/') }) })
app.post('/signout', (req, res, next) => { req.logout({ keepSessionInfo: true }, next) })
app.post('/leave', (req, res, next) => { req.logout(options) })`,
      filename: fileIn('fixtures/passport-0.7/app.js'),
    },
    {
      name: 'a save that is awaited, where another library may be meant',
      code: `import express from 'express'
const app = express()
app.post('/a', async (req, res) => { await req.session.save(); res.end() })`,
    },
  ],
  invalid: [
    {
      name: 'a login of Passport by its name in quotes',
      code: `app.post('/signup', (req, res, next) => {
  req['login'](user, () => res.redirect('/'))
})`,
      filename: fileIn('fixtures/passport-0.7/file.js'),
      output: null,
      errors: [{ messageId: 'ignored', suggestions: [{ messageId: 'look', output: `app.post('/signup', (req, res, next) => {
  req['login'](user, (err) => {
    if (err) return next(err)
    res.redirect('/')
  })
})` }] }],
    },
    inExpress(
      'no callback, and an answer that does not wait',
      'missing',
      `app.post('/logout', (req, res, next) => {
  req.session.destroy()
  res.redirect('/')
})`,
      `app.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.redirect('/')
  })
})`,
      { line: 5, column: 15, endColumn: 22 },
    ),
    inExpress(
      'no callback, where there is no next',
      'missing',
      `app.post('/logout', (req, res) => {
  req.session.destroy()
  res.redirect('/')
})`,
      `app.post('/logout', (req, res) => {
  req.session.destroy((err) => {
    if (err) return res.sendStatus(500)
    res.redirect('/')
  })
})`,
    ),
    inExpress(
      'no callback, and nothing behind it',
      'missing',
      `app.use((req, res, next) => {
  if (req.query.save) req.session.save()
  next()
})`,
      undefined,
      { operation: 'req.session.save' },
    ),
    inExpress(
      'a renewal without a callback, which it needs',
      'needed',
      `app.post('/start', (req, res, next) => {
  req.session.regenerate()
  res.redirect('/')
})`,
      `app.post('/start', (req, res, next) => {
  req.session.regenerate((err) => {
    if (err) return next(err)
    res.redirect('/')
  })
})`,
      { operation: 'req.session.regenerate' },
    ),
    reported(
      'an async handler whose server answers what it throws',
      'missing',
      `app.post('/logout', async (req, res) => {
  await audit(req)
  req.session.destroy()
  res.redirect('/')
})`,
      `app.post('/logout', async (req, res) => {
  await audit(req)
  await new Promise((resolve, reject) => {
    req.session.destroy((err) => (err ? reject(err) : resolve()))
  })
  res.redirect('/')
})`,
      { filename: 'fixtures/express-5/app.js' },
    ),
    inExpress(
      'await, which waits for nothing here',
      'missing',
      `app.post('/logout', async (req, res, next) => {
  try {
    await req.session.destroy()
    res.redirect('/')
  } catch (error) {
    next(error)
  }
})`,
      `app.post('/logout', async (req, res, next) => {
  try {
    await new Promise((resolve, reject) => {
      req.session.destroy((err) => (err ? reject(err) : resolve()))
    })
    res.redirect('/')
  } catch (error) {
    next(error)
  }
})`,
    ),
    inExpress(
      'a callback that is one expression',
      'ignored',
      `app.post('/logout', (req, res, next) => {
  req.session.destroy(() => res.redirect('/'))
})`,
      `app.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.redirect('/')
  })
})`,
      { line: 5, column: 15, endColumn: 22 },
    ),
    inExpress(
      'a function without a parameter',
      'ignored',
      `app.post('/save', function (req, res, next) {
  req.session.save(function () {
    res.redirect('/')
  })
})`,
      `app.post('/save', function (req, res, next) {
  req.session.save(function (err) {
    if (err) return next(err)
    res.redirect('/')
  })
})`,
      { operation: 'req.session.save' },
    ),
    inExpress(
      'a parameter that nobody looks at',
      'ignored',
      `app.post('/logout', (req, res, next) => {
  req.session.destroy((_error) => {
    res.redirect('/')
  })
})`,
      `app.post('/logout', (req, res, next) => {
  req.session.destroy((_error) => {
    if (_error) return next(_error)
    res.redirect('/')
  })
})`,
    ),
    inExpress(
      'a function of the file as the callback',
      'ignored',
      `app.post('/logout', (req, res, next) => {
  req.session.destroy(done)
})
function done() { console.log('done') }`,
      undefined,
    ),
    inExpress(
      'an error of another operation is in use in the callback',
      'ignored',
      `app.post('/logout', (req, res, next) => {
  audit(req, (err) => {
    req.session.destroy(() => res.send(err ? 'unknown' : 'bye'))
  })
})`,
      undefined,
    ),
    inExpress(
      'a callback, and nothing behind it but a return',
      'ignored',
      `app.post('/save', (req, res, next) => {
  req.session.save(() => { res.redirect('/') })
  return
})`,
      `app.post('/save', (req, res, next) => {
  req.session.save((err) => { if (err) return next(err); res.redirect('/') })
  return
})`,
      { operation: 'req.session.save' },
    ),
    inExpress(
      'a callback on one line that does nothing',
      'ignored',
      `app.use((req, res, next) => { req.session.save(() => {}) })`,
      `app.use((req, res, next) => { req.session.save((err) => { if (err) return next(err) }) })`,
      { operation: 'req.session.save' },
    ),
    inExpress(
      'a session that is held in a variable, and an answer that does not wait for the callback',
      'ignored',
      `app.post('/logout', (req, res, next) => {
  const { session } = req
  session.destroy(() => {})
  res.end()
})`,
      undefined,
      { operation: 'session.destroy' },
    ),
    inExpress(
      'a promise that is fulfilled whatever happens',
      'ignored',
      `app.post('/logout', async (req, res) => {
  await new Promise((resolve, reject) => req.session.destroy(() => resolve()))
  res.redirect('/')
})`,
      `app.post('/logout', async (req, res) => {
  await new Promise((resolve, reject) => req.session.destroy((err) => {
    if (err) return reject(err)
    resolve()
  }))
  res.redirect('/')
})`,
    ),
    inExpress(
      'a promise that cannot be rejected',
      'ignored',
      `app.post('/logout', async (req, res) => {
  await new Promise((resolve) => req.session.destroy(() => resolve()))
  res.redirect('/')
})`,
      undefined,
    ),
    inExpress(
      'the example of the reference: the error is handed on, and the login goes on',
      'passed',
      `app.post('/login', function (req, res, next) {
  req.session.regenerate(function (err) {
    if (err) next(err)

    req.session.user = req.body.user
    req.session.save(function (err) {
      if (err) return next(err)
      res.redirect('/')
    })
  })
})`,
      `app.post('/login', function (req, res, next) {
  req.session.regenerate(function (err) {
    if (err) return next(err)

    req.session.user = req.body.user
    req.session.save(function (err) {
      if (err) return next(err)
      res.redirect('/')
    })
  })
})`,
      { operation: 'req.session.regenerate', call: 'next(…)', line: 6, column: 14, endColumn: 23 },
    ),
    inExpress(
      'an answer to the error, and another answer',
      'passed',
      `app.post('/logout', (req, res) => {
  req.session.destroy((err) => {
    if (err != null) {
      console.error(err)
      res.status(500).send('failed')
    }
    res.redirect('/')
  })
})`,
      `app.post('/logout', (req, res) => {
  req.session.destroy((err) => {
    if (err != null) {
      console.error(err)
      return res.status(500).send('failed')
    }
    res.redirect('/')
  })
})`,
      { call: 'res.status(500).send(…)' },
    ),
    inExpress(
      'a callback of a helper that is called twice',
      'passed',
      `function end(req, done) {
  req.session.destroy((err) => {
    if (err) done(err)
    done()
  })
}`,
      `function end(req, done) {
  req.session.destroy((err) => {
    if (err) return done(err)
    done()
  })
}`,
      { call: 'done(…)' },
    ),
    inExpress(
      'a promise that is fulfilled with the error',
      'resolved',
      `app.post('/save', async (req, res, next) => {
  try {
    await new Promise((resolve) => req.session.save(resolve))
    res.redirect('/')
  } catch (error) {
    next(error)
  }
})`,
      `app.post('/save', async (req, res, next) => {
  try {
    await new Promise((resolve, reject) => req.session.save((err) => (err ? reject(err) : resolve())))
    res.redirect('/')
  } catch (error) {
    next(error)
  }
})`,
      { operation: 'req.session.save', line: 6, column: 53, endColumn: 60 },
    ),
    ...([
      ['a promise that is fulfilled with the error, in TypeScript', 'new Promise(resolve => req.session.save(resolve))', `new Promise<void>((resolve, reject) => ${REJECTING})`],
      ['a promise of void that is fulfilled with the error', 'new Promise<void>((resolve) => req.session.save(resolve))', `new Promise<void>((resolve, reject) => ${REJECTING})`],
      ['a promise of the error itself, which is not for nothing', 'new Promise<unknown>((resolve) => req.session.save(resolve))', undefined],
      ['a promise whose other function has no name', 'new Promise((resolve, ...others) => req.session.save(resolve))', undefined],
    ] as const).map(([name, promise, rejected]) =>
      reported(name, 'resolved', saving(promise), rejected && saving(rejected), { operation: 'req.session.save', filename: 'fixtures/express-5/app.ts' }),
    ),
    inExpress(
      'a callback in which another callback has an error of its own',
      'ignored',
      `app.post('/logout', (req, res, next) => {
  req.session.destroy(() => {
    notify((err) => { if (err) log(err) })
    res.redirect('/')
  })
})`,
      `app.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    notify((err) => { if (err) log(err) })
    res.redirect('/')
  })
})`,
    ),
    inExpress(
      'a callback in which the name of the error is that of something else',
      'ignored',
      `app.post('/logout', (req, res, next) => {
  const err = req.query.error
  req.session.destroy(() => res.redirect('/?error=' + err))
})`,
      undefined,
    ),
    inExpress(
      'a callback behind which only functions are declared',
      'ignored',
      `app.post('/logout', (req, res, next) => {
  req.session.destroy(() => { answer() })
  function answer() { res.redirect('/') }
})`,
      `app.post('/logout', (req, res, next) => {
  req.session.destroy((err) => { if (err) return next(err); answer() })
  function answer() { res.redirect('/') }
})`,
    ),
    inExpress(
      'a callback behind which the handler returns the answer',
      'ignored',
      `app.post('/logout', (req, res, next) => {
  req.session.destroy(() => { log('gone') })
  return res.redirect('/')
})`,
      undefined,
    ),
    inExpress(
      'a promise that is fulfilled with the error, where a rejection would end the process',
      'resolved',
      `app.post('/save', async (req, res) => {
  await new Promise((resolve) => req.session.save(resolve))
  res.redirect('/')
})`,
      undefined,
      { operation: 'req.session.save' },
    ),
    inExpress(
      'a helper that gives such a promise, which no caller looks at',
      'resolved',
      `const save = (req) => new Promise((resolve) => req.session.save(resolve))
app.post('/save', async (req, res) => {
  await save(req)
  res.redirect('/')
})`,
      undefined,
      { operation: 'req.session.save' },
    ),
    inFastify(
      'a promise that nobody waits for',
      'unawaited',
      `app.post('/logout', async (request, reply) => {
  request.session.destroy()
  return reply.redirect('/')
})`,
      `app.post('/logout', async (request, reply) => {
  await request.session.destroy()
  return reply.redirect('/')
})`,
      { line: 5, column: 19, endColumn: 26 },
    ),
    inFastify(
      'a promise that nobody waits for, in a function that cannot',
      'unawaited',
      `app.post('/logout', (request, reply) => {
  request.session.destroy()
  reply.redirect('/')
})`,
      undefined,
    ),
    inFastify(
      'a promise that nobody hears of when it fails',
      'unawaited',
      `app.post('/logout', async (request, reply) => {
  request.session.destroy().then(() => reply.redirect('/')).finally(done)
})`,
      `app.post('/logout', async (request, reply) => {
  await request.session.destroy().then(() => reply.redirect('/')).finally(done)
})`,
    ),
    inFastify(
      'a promise in one branch of a statement',
      'unawaited',
      `app.post('/logout', async (request, reply) => {
  request.session && request.session.destroy()
  return reply.redirect('/')
})`,
      undefined,
    ),
    reported(
      'a renewal of koa-session that nobody waits for',
      'unawaited',
      `import session from 'koa-session'
import Koa from 'koa'
const app = new Koa()
app.use(async (ctx) => {
  ctx.session.regenerate()
})`,
      `import session from 'koa-session'
import Koa from 'koa'
const app = new Koa()
app.use(async (ctx) => {
  await ctx.session.regenerate()
})`,
      { operation: 'ctx.session.regenerate' },
    ),
    reported(
      'a sealed session that is saved after the answer',
      'unawaited',
      `import { getIronSession } from 'iron-session'
export async function POST(request) {
  const session = await getIronSession(await cookies(), options)
  session.cart = []
  session.save()
  return Response.json({})
}`,
      `import { getIronSession } from 'iron-session'
export async function POST(request) {
  const session = await getIronSession(await cookies(), options)
  session.cart = []
  await session.save()
  return Response.json({})
}`,
      { operation: 'session.save' },
    ),
    reported(
      'a session of lucia that is invalidated after the answer',
      'unawaited',
      `import { Lucia } from 'lucia'
const lucia = new Lucia(adapter)
export async function logout(id) {
  lucia.invalidateSession(id)
}`,
      `import { Lucia } from 'lucia'
const lucia = new Lucia(adapter)
export async function logout(id) {
  await lucia.invalidateSession(id)
}`,
      { operation: 'lucia.invalidateSession' },
    ),
    reported(
      'a logout of Passport since version 0.6, which throws without a callback',
      'needed',
      `app.post('/logout', (req, res, next) => {
  req.logout()
  res.redirect('/')
})`,
      `app.post('/logout', (req, res, next) => {
  req.logout((err) => {
    if (err) return next(err)
    res.redirect('/')
  })
})`,
      { operation: 'req.logout', filename: 'fixtures/passport-0.7/app.js', line: 2, column: 7, endColumn: 13 },
    ),
    reported(
      'options in the place of the callback',
      'needed',
      `app.post('/logout', (req, res, next) => {
  req.logout({ keepSessionInfo: true })
  res.redirect('/')
})`,
      undefined,
      { operation: 'req.logout', filename: 'fixtures/passport-0.7/app.js' },
    ),
    reported(
      'a login of Passport that ignores its error',
      'ignored',
      `app.post('/signup', (req, res, next) => {
  req.login(user, () => res.redirect('/'))
})`,
      `app.post('/signup', (req, res, next) => {
  req.login(user, (err) => {
    if (err) return next(err)
    res.redirect('/')
  })
})`,
      { operation: 'req.login', filename: 'fixtures/passport-0.7/app.js' },
    ),
  ],
})
