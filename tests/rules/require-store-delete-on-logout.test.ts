import rule from '../../lib/rules/require-store-delete-on-logout.js'
import { fileIn, ruleTester } from '../rule-tester.js'

/** A worker that keeps its sessions in a namespace of Workers KV, with a logout. */
function worker(logout: string): string {
  return `import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
const app = new Hono()
app.post('/login', async (context) => {
  const id = crypto.randomUUID()
  await context.env.SESSIONS.put(id, JSON.stringify({ userId: await find(context) }), { expirationTtl: 3600 })
  setCookie(context, 'sid', id, { httpOnly: true })
  return context.redirect('/')
})
app.get('/me', async (context) => context.json(await context.env.SESSIONS.get(getCookie(context, 'sid'))))
app.post('/logout', ${logout})`
}

/** A logout of express-session that does something before it deletes the cookie. */
function leaving(statement: string): string {
  return `import session from 'express-session'
import { audit, bye, close, database, record, redis, sessions, users } from './services.js'
router.post('/logout', async (req, res, next) => {
  ${statement}
  res.clearCookie('sid')
  res.redirect('/')
})`
}

ruleTester.run(rule.name, rule, {
  valid: [
    ...[
      ["admin.auth().createSessionCookie(req.body.idToken, { expiresIn })", '__Host-session'],
      ['sign(user)', 'sessionToken'],
    ].map(([value = '', name = '']) => ({
      name: `a cookie that the file writes itself, and no library for sessions: ${name}`,
      code: `import express from 'express'
const app = express()
app.post('/sessionLogin', async (req, res) => {
  res.cookie('${name}', await ${value}, { maxAge: 3_600_000, httpOnly: true, secure: true, sameSite: 'lax' })
  res.json({})
})
app.post('/sessionLogout', (req, res) => { res.clearCookie('${name}'); res.redirect('/login') })`,
      filename: fileIn('fixtures/express-4/file.js'),
    })),
    ...([
      ['the request', 'await bye(req)'],
      ['the request and the answer', 'await sessions.leave(req, res)'],
      ['the request in an object', 'await bye({ req })'],
      ['the ID', 'await sessions.end(req.sessionID)'],
      ['the ID of the session', 'await sessions.end(req.session.id)'],
      ['a part of a key', "await redis.unlink('sess:' + req.sessionID)"],
      ['a variable', 'const { sessionID } = req\n  await sessions.endById(sessionID)'],
      ['a variable in a callback', 'const id = req.sessionID\n  setImmediate(() => sessions.drop(id))'],
      ['what sends a statement', "await database.query('CALL close_session($1)', [req.sessionID])"],
      ['a tagged statement', 'await database.sql`CALL close_session(${req.sessionID})`'],
      ['a promise of a method', 'await promisify(req.sessionStore.destroy.bind(req.sessionStore))(req.sessionID)'],
      ['the session', 'await close(req.session)'],
      ['the value of the cookie', 'await sessions.findOneAndUpdate({ token: req.cookies.sid }, { active: false })'],
      ['a record under the value of the cookie', 'const found = await sessions.findOne({ token: req.cookies.sid })\n  found.active = false\n  await found.save()'],
      ['all cookies', 'await fetch(API, { headers: { cookie: req.headers.cookie } })'],
      ['all cookies as one text', "await leave(req.headers.cookie.split(';'))"],
      ['a cookie whose name is in a variable', 'await leave(req.cookies[NAME])'],
      ['a function of this file, which hands it on,', 'const note = (event) => list.push(event)\n  note(req)'],
      ['a function of this file that does so', 'const leave = (request) => sessions.end(request.sessionID)\n  await leave(req)'],
    ] as const).map(([name, statement]) => ({ name: `somebody gets ${name}, and may end the session`, code: leaving(statement) })),
    ...(['closeSession', 'finishSession', 'deactivateSessions', 'endSessionsOf'] as const).map((name) => ({
      name: `${name} says that it ends something`,
      code: leaving(`await users.${name}(req.session.userId)`),
    })),
    {
      name: 'somebody gets the ID, and the session is put aside',
      code: `import session from 'express-session'
router.post('/logout', async (req, res) => {
  await sessions.end(req.sessionID)
  req.session = null
  res.redirect('/')
})`,
    },
    {
      name: 'a service of Nest gets the request',
      filename: fileIn('fixtures/nest-express/auth.controller.ts'),
      code: `import { Controller, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
@Controller()
export class AuthController {
  constructor(private readonly sessions: SessionService) {}
  @Post('logout')
  async logout(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    await this.sessions.leave(request)
    response.clearCookie('connect.sid')
  }
}`,
    },
    {
      name: 'a middleware that may delete the record, in another spelling',
      code: `import express from 'express'
const sessions = new Map()
const app = express()
app.post('/login', (req, res) => {
  const id = crypto.randomUUID()
  sessions.set(id, { name: req.body.name })
  res.cookie('sid', id, { httpOnly: true })
  res.redirect('/')
})
app['use']((req, res, next) => { if (req.path === '/logout') sessions.delete(req.cookies.sid); next() })
app.post('/logout', (req, res) => {
  res.clearCookie('sid')
  res.redirect('/')
})`,
    },
    {
      name: 'the session is destroyed and the cookie deleted inside',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
})`,
    },
    ...([
      ['a statement', "pool.query('DELETE FROM session WHERE sid = $1', [req.sessionID])"],
      ['a tagged statement', 'sql`delete from "public"."user_sessions" where sid = ${req.sessionID}`'],
      ['a statement that marks it', 'sql`UPDATE sessions SET ended = now() WHERE sid = ${req.sessionID}`'],
    ] as const).map(([name, statement]) => ({
      name: `${name} deletes the session`,
      code: `import session from 'express-session'
router.post('/logout', async (req, res) => {
  await ${statement}
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
    })),
    ...[
      ['a function', "(req, res, next) => { req.session.destroy((err) => next(err)) }"],
      ['a function that goes on as a callback', '(req, res, next) => req.session.destroy(next)'],
      ['a function in a wrapper', 'wrap(async (req, res, next) => { await sessions.destroy(req.sessionID); next() })'],
      ['a function in a list', '[csrf, (req, res, next) => req.session.destroy(next)]'],
      ['a function whose name says nothing', 'leave'],
    ].map(([name, middleware]) => ({
      name: `${name} before the handler ends the session`,
      code: `import session from 'express-session'
const leave = (req, res, next) => req.session.destroy(next)
router.post('/logout', ${middleware}, (req, res) => {
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
    })),
    {
      name: 'a helper is given the name of the method',
      code: `import session from 'express-session'
const call = (req, method) => new Promise((resolve, reject) => { req.session[method]((err) => (err ? reject(err) : resolve())) })
router.post('/logout', async (req, res) => {
  await call(req, 'destroy')
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
    },
    {
      name: 'the cookie is deleted first and the session destroyed after',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  res.clearCookie('connect.sid')
  req.session.destroy((err) => (err ? next(err) : res.redirect('/')))
})`,
    },
    {
      name: 'regenerating destroys the old session',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.user = null
  req.session.save((err) => {
    if (err) return next(err)
    req.session.regenerate((error) => (error ? next(error) : res.redirect('/')))
  })
})`,
    },
    {
      name: 'a current passport replaces the session',
      code: `import session from 'express-session'
import passport from 'passport'
router.post('/logout', (req, res, next) => {
  req.logout((err) => {
    if (err) return next(err)
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
})`,
    },
    {
      name: 'a promisified destroy',
      code: `import session from 'express-session'
import { promisify } from 'node:util'
router.post('/logout', async (req, res) => {
  await promisify(req.session.destroy.bind(req.session))()
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
    },
    {
      name: 'the record is deleted in the store',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.sessionStore.destroy(req.sessionID, (err) => {
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
})`,
    },
    {
      name: 'a helper says that it ends the session',
      code: `import session from 'express-session'
import { revokeSession } from './sessions.js'
router.post('/logout', async (req, res) => {
  await revokeSession(req)
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
    },
    {
      name: 'a helper of the file destroys the session',
      code: `import session from 'express-session'
function leave(req, done) {
  req.session.destroy(done)
}
router.post('/logout', (req, res) => {
  leave(req, () => {
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
})`,
    },
    {
      name: 'a middleware before the handler ends the session',
      code: `import session from 'express-session'
router.post('/logout', destroySession, (req, res) => {
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
    },
    {
      name: 'the settings name the helper',
      settings: { 'session-security': { functions: { destroy: ['bye'] } } },
      code: `import session from 'express-session'
router.post('/logout', async (req, res) => {
  await bye(req)
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
    },
    {
      name: 'a token in a cookie has no record',
      code: `import session from 'express-session'
router.post('/logout', (req, res) => {
  res.clearCookie('token')
  res.clearCookie('refresh_token')
  res.redirect('/')
})`,
    },
    {
      name: 'cookies of other purposes',
      code: `import session from 'express-session'
router.post('/logout', (req, res) => {
  res.clearCookie('theme')
  res.clearCookie('oauth_state')
  res.clearCookie('returnTo')
  res.redirect('/')
})`,
    },
    {
      name: 'the session has another name in this file',
      code: `import session from 'express-session'
app.use(session({ name: 'app', secret }))
router.post('/logout', (req, res) => {
  res.clearCookie('sid')
  res.redirect('/')
})`,
    },
    {
      name: 'the cookie is deleted, but nobody logs out',
      code: `import session from 'express-session'
router.get('/callback', (req, res) => {
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
    },
    {
      name: 'cookie-session ends with null',
      code: `import cookieSession from 'cookie-session'
router.post('/logout', (req, res) => {
  req.session = null
  res.redirect('/')
})`,
    },
    {
      name: 'a cookie without a record has nothing to delete',
      filename: fileIn('fixtures/cookie-session/routes.js'),
      code: `router.post('/logout', (req, res) => {
  req.session.userId = null
  res.clearCookie('session')
  res.redirect('/')
})`,
    },
    {
      name: 'koa-session ends with null',
      code: `import Koa from 'koa'
import session from 'koa-session'
const app = new Koa()
app.use(session({ store }, app))
async function logout(ctx) {
  ctx.session = null
  ctx.redirect('/')
}`,
    },
    {
      name: 'koa-generic-session ends with null',
      code: `import session from 'koa-generic-session'
async function logout(ctx) {
  ctx.cookies.set('koa.sid', null)
  ctx.session = null
}`,
    },
    {
      name: 'fastify destroys and deletes',
      filename: fileIn('fixtures/fastify-session/routes.js'),
      code: `fastify.post('/logout', async (request, reply) => {
  await request.session.destroy()
  reply.clearCookie('sessionId')
  return reply.redirect('/')
})`,
    },
    {
      name: 'secure-session deletes what is in the cookie',
      filename: fileIn('fixtures/fastify-secure-session/routes.js'),
      code: `fastify.post('/logout', async (request, reply) => {
  request.session.delete()
  return reply.redirect('/')
})`,
    },
    {
      name: 'an option makes null end the session',
      code: `import session from 'express-session'
app.use(session({ unset: 'destroy', secret }))
router.post('/logout', (req, res) => {
  req.session = null
  res.redirect('/')
})`,
    },
    {
      name: 'nobody can see whether an option makes null end the session',
      code: `import session from 'express-session'
app.use(session({ ...defaults, secret }))
router.post('/logout', (req, res) => {
  req.session = null
  res.redirect('/')
})`,
    },
    {
      name: 'nothing says which library keeps the session',
      code: `router.post('/logout', (req, res) => {
  req.session.user = null
  res.redirect('/')
})`,
    },
    {
      name: 'a user is taken out of the session, but nobody logs out',
      code: `import session from 'express-session'
router.post('/impersonation/stop', (req, res) => {
  req.session.user = null
  res.redirect('/')
})`,
    },
    {
      name: 'an account is deleted with its sessions',
      code: `import session from 'express-session'
router.post('/account/delete-and-logout', async (req, res) => {
  await Accounts.deleteOne({ id: req.session.userId })
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
    },
    {
      name: 'a name that only contains the word',
      code: `import session from 'express-session'
function catalogOffset(req, res) {
  req.session.user = null
}`,
    },
    {
      name: 'a helper of TypeScript is handed only the request, and its caller ends the session',
      filename: fileIn('fixtures/express-5/session-controller.ts'),
      code: `import type { Request, Response, NextFunction } from 'express'
function logoutUser(request: Request): void {
  delete request.session.user
}
export function leave(req: Request, res: Response, next: NextFunction): void {
  logoutUser(req)
  req.session.destroy((err) => (err ? next(err) : res.redirect('/')))
}`,
    },
    {
      name: 'a method of an object, whose callers nobody sees',
      code: `import session from 'express-session'
export const actions = {
  logout(req) {
    delete req.session.user
  },
}`,
    },
    ...([
      ['a helper is handed both in an object, and its callers may end the session', 'export function logout({ req, res }) { res.clearCookie("connect.sid") }'],
      ['a helper has what a resolver has, and its caller ends the session', `function logout(parent, args, { res }) { res.clearCookie("connect.sid") }
export const resolvers = { leave: (parent, args, { req, res }) => { logout(parent, args, { res }); return new Promise((resolve) => req.session.destroy(resolve)) } }`],
      ['a resolver ends the session', 'export const resolvers = { logout: (parent, args, { req, res }) => { res.clearCookie("connect.sid"); return new Promise((resolve) => req.session.destroy(resolve)) } }'],
      ['a resolver hands the request on', 'export const resolvers = { logout: async (parent, args, { req, res }) => { await leave(req); res.clearCookie("connect.sid") } }'],
      ['a callback has the object of a query', 'export const logout = ({ req, res }) => db.query("SELECT 1", ({ ctx }) => { res.clearCookie("connect.sid") })'],
    ] as const).map(([name, code]) => ({ name, filename: fileIn('fixtures/express-5/resolvers.js'), code })),
    {
      name: 'a helper is handed only the response, and its callers may end the session',
      code: `import session from 'express-session'
export function logoutUser(res) {
  res.clearCookie('connect.sid')
}`,
    },
  ],
  invalid: [
    ...([
      ['of GraphQL, with the response in a pattern', 'cookieOnly', 'export const resolvers = { Mutation: { logout: (parent, args, { res }) => { res.clearCookie("connect.sid"); return true } } }'],
      ['of GraphQL, with the request in a pattern', 'identityOnly', 'export const resolvers = { Mutation: { async logout(parent, args, { req }) { req.session.userId = null; return true } } }'],
      ['of GraphQL, with a context that has a name', 'cookieOnly', 'export const resolvers = { Mutation: { logout: (parent, args, ctx) => { ctx.res.clearCookie("connect.sid"); return true } } }'],
      ['of GraphQL, with four parameters', 'cookieOnly', 'export const resolvers = { Mutation: { logout: (_, __, { response }, info) => { response.clearCookie("connect.sid"); return true } } }'],
      ['of GraphQL, in a wrapper', 'cookieOnly', 'export const resolvers = { Mutation: { logout: authenticated(async (_, __, { res }) => { res.clearCookie("connect.sid"); return true }) } }'],
      ['of GraphQL, as a function with a name', 'cookieOnly', 'async function logout(parent, args, { res }) { res.clearCookie("connect.sid"); return true }\nmodule.exports = { logout }'],
      ['of TypeGraphQL', 'cookieOnly', `import { Ctx, Mutation, Resolver } from 'type-graphql'
@Resolver()
export class UserResolver {
  @Mutation(() => Boolean)
  async logout(@Ctx() { req, res }: MyContext) {
    res.clearCookie('connect.sid')
    return true
  }
}`],
      ['of Nest', 'cookieOnly', `import { Context, Mutation, Resolver } from '@nestjs/graphql'
@Resolver()
export class UserResolver {
  @Mutation(() => Boolean)
  logout(@Context() { req, res }: any) {
    res.clearCookie('connect.sid')
    return true
  }
}`],
      ['of Nest, with a member of the context', 'cookieOnly', `import { Context, Mutation, Resolver } from '@nestjs/graphql'
@Resolver()
export class UserResolver {
  @Mutation(() => Boolean)
  logout(@Context('res') res: Response) {
    res.clearCookie('connect.sid')
    return true
  }
}`],
      ['of tRPC, with the context in a pattern', 'cookieOnly', "export const auth = router({ logout: publicProcedure.mutation(async ({ ctx }) => { ctx.res.clearCookie('connect.sid'); return true }) })"],
      ['of tRPC, with the request in a pattern', 'identityOnly', 'export const auth = router({ logout: publicProcedure.mutation(({ ctx: { req } }) => { req.session.userId = null; return true }) })'],
      ['of tRPC, with input', 'identityOnly', 'export const auth = router({ logout: publicProcedure.input(z.object({})).mutation(({ input, ctx }) => { ctx.req.session.userId = null; return true }) })'],
      ['of tRPC, with all options in a name', 'identityOnly', 'export const auth = router({ logout: publicProcedure.mutation((opts) => { opts.ctx.req.session.userId = null; return true }) })'],
    ] as const).map(([name, messageId, code]) => ({
      name: `a resolver ${name}`,
      filename: fileIn(`fixtures/express-5/resolvers.${code.includes('@') ? 'ts' : 'js'}`),
      code,
      output: null,
      errors: [{ messageId }],
    })),
    ...([
      ['a logger', 'logger.info({ session: req.sessionID })'],
      ['an audit', 'await audit(req)'],
      ['a list of what users do', "await activityLog.create({ what: 'bye', session: req.sessionID })"],
      ['an analysis', "analytics.track('bye', { session: req.sessionID })"],
      ['what only finds something out', 'const user = await findUser(req)'],
      ['a question in SQL', "const found = await database.query('SELECT name FROM users WHERE sid = $1', [req.sessionID])"],
      ['a validation', 'validateForm(req)'],
      ['an answer', 'res.locals.link = linkFor(req.session.userId)'],
      ['a change of the user', 'await users.update({ id: req.session.userId }, { online: false })'],
      ['a record of the user', 'const user = await users.findById(req.session.userId)\n  user.online = false\n  await user.save()'],
      ['a message', "req.flash('info', 'Bye.')"],
      ['what forgets another cookie', 'forget(req.cookies.remember_token)'],
      ['what is told the browser', "note(req.headers['user-agent'], req.ip)"],
      ['a function of this file that keeps something else', 'const note = (event) => list.push(event)\n  note({ at: Date.now() })'],
    ] as const).map(([name, statement]) => ({
      name: `${name} does not end the session`,
      code: leaving(statement),
      output: leaving(statement).replace(
        "  res.clearCookie('sid')\n  res.redirect('/')\n",
        "  req.session.destroy((err) => {\n    if (err) return next(err)\n    res.clearCookie('sid')\n    res.redirect('/')\n  })\n",
      ),
      errors: [{ messageId: 'cookieOnly' }],
    })),
    {
      name: 'a handler whose type promises an answer waits, as a callback would take the answer away',
      filename: fileIn('fixtures/express-4/auth-controller.ts'),
      code: `import { Request, Response } from 'express';
export class AuthController {
  async logout(req: Request, res: Response): Promise<Response<any>> {
    res.clearCookie('connect.sid');
    return res.status(200).json({ ok: true });
  }
  signOut = async (req: Request, res: Response): Promise<Response> => res.clearCookie('connect.sid').json({ ok: true });
}`,
      output: null,
      errors: [
        {
          messageId: 'cookieOnly',
          line: 4,
          suggestions: [
            {
              messageId: 'end',
              data: { end: 'req.session.destroy()' },
              output: `import { Request, Response } from 'express';
export class AuthController {
  async logout(req: Request, res: Response): Promise<Response<any>> {
    await new Promise<void>((resolve, reject) => {
      req.session.destroy((err) => (err ? reject(err) : resolve()));
    });
    res.clearCookie('connect.sid');
    return res.status(200).json({ ok: true });
  }
  signOut = async (req: Request, res: Response): Promise<Response> => res.clearCookie('connect.sid').json({ ok: true });
}`,
            },
          ],
        },
        {
          messageId: 'cookieOnly',
          line: 7,
          suggestions: [
            {
              messageId: 'end',
              data: { end: 'req.session.destroy()' },
              output: `import { Request, Response } from 'express';
export class AuthController {
  async logout(req: Request, res: Response): Promise<Response<any>> {
    res.clearCookie('connect.sid');
    return res.status(200).json({ ok: true });
  }
  signOut = async (req: Request, res: Response): Promise<Response> => {
    await new Promise<void>((resolve, reject) => {
      req.session.destroy((err) => (err ? reject(err) : resolve()));
    });
    return res.clearCookie('connect.sid').json({ ok: true });
  };
}`,
            },
          ],
        },
      ],
    },
    ...[
      ['export const server = { logout: defineAction({ handler: async (_input, context) => {\n', '} }) }'],
      ['export const logout = defineAction({ handler: async (_input, context) => {\n', '} })'],
      ['export const logout = defineAction({ handler: async function logout(_input, context) {\n', '} })'],
    ].map(([before = '', after = '']) => ({
      name: `an action by the name that it gets: ${before}`,
      filename: fileIn('fixtures/astro/src/actions/index.ts'),
      code: `import { defineAction } from 'astro:actions'\n${before}  context.session?.delete('userId')\n${after}`,
      output: null,
      errors: [
        {
          messageId: 'identityOnly',
          suggestions: [{ messageId: 'end', output: `import { defineAction } from 'astro:actions'\n${before}  context.session?.destroy()\n${after}` }],
        },
      ],
    })),
    {
      name: 'the cookie is deleted',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'the cookie is deleted without next',
      code: `import session from 'express-session'
router.get('/sign-out', (req, res) => {
  res.clearCookie('connect.sid', { path: '/' })
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.get('/sign-out', (req, res) => {
  req.session.destroy((err) => {
    if (err) return res.sendStatus(500)
    res.clearCookie('connect.sid', { path: '/' })
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'the cookie is deleted in an arrow function of one expression',
      code: `import session from 'express-session'
router.post('/logoff', (req, res) => res.clearCookie('connect.sid').redirect('/'))`,
      output: `import session from 'express-session'
router.post('/logoff', (req, res) => req.session.destroy((err) => {
  if (err) return res.sendStatus(500)
  res.clearCookie('connect.sid').redirect('/')
}))`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 2 },
      ],
    },
    {
      name: 'the cookie is deleted in an arrow function of one expression that is declared to return nothing',
      filename: fileIn('fixtures/express-5/session-controller.ts'),
      code: `import type { Request, Response } from 'express'

export const logout = (req: Request, res: Response): void => res.clearCookie('connect.sid').redirect('/')`,
      output: `import type { Request, Response } from 'express'

export const logout = (req: Request, res: Response): void => {
  req.session.destroy((err) => {
    if (err) return res.sendStatus(500)
    res.clearCookie('connect.sid').redirect('/')
  })
}`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'the cookie is overwritten with an empty one',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  res.cookie('connect.sid', '', { maxAge: 0 })
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.cookie('connect.sid', '', { maxAge: 0 })
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'the cookie is given a millisecond to live',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  res.cookie('sid', 'x', { maxAge: 1 })
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.cookie('sid', 'x', { maxAge: 1 })
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'the cookie expires in the past',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  res.cookie('connect.sid', '', { expires: new Date(0) })
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.cookie('connect.sid', '', { expires: new Date(0) })
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'the header deletes the cookie',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  res.setHeader('Set-Cookie', 'connect.sid=; Max-Age=0; Path=/')
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.setHeader('Set-Cookie', 'connect.sid=; Max-Age=0; Path=/')
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'the session has a name in this file',
      code: `import session from 'express-session'
app.use(session({ name: 'app', secret }))
router.post('/logout', (req, res, next) => {
  res.clearCookie('app')
  res.redirect('/')
})`,
      output: `import session from 'express-session'
app.use(session({ name: 'app', secret }))
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('app')
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 4 },
      ],
    },
    {
      name: 'the name of the cookie is a constant',
      code: `import session from 'express-session'
const COOKIE = 'connect.sid'
router.post('/logout', (req, res, next) => {
  res.clearCookie(COOKIE)
  res.redirect('/')
})`,
      output: `import session from 'express-session'
const COOKIE = 'connect.sid'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie(COOKIE)
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 4 },
      ],
    },
    {
      name: 'the name of the cookie says that it carries a session',
      code: `import session from 'express-session'
export const logout = async (req, res, next) => {
  res.clearCookie('sid')
  res.status(204).end()
}`,
      output: `import session from 'express-session'
export const logout = async (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('sid')
    res.status(204).end()
  })
}`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'the name of the cookie says that it carries a session that other handlers use',
      code: `import session from 'express-session'
export const login = (req, res, next) => {
  req.session.regenerate((err) => (err ? next(err) : res.redirect('/')))
}
export const logout = async (req, res, next) => {
  res.clearCookie('sid')
  res.status(204).end()
}`,
      output: `import session from 'express-session'
export const login = (req, res, next) => {
  req.session.regenerate((err) => (err ? next(err) : res.redirect('/')))
}
export const logout = async (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('sid')
    res.status(204).end()
  })
}`,
      errors: [{ messageId: 'cookieOnly', line: 6 }],
    },
    {
      name: 'a class with a method',
      filename: fileIn('fixtures/express-5/session-controller.ts'),
      code: `import type { Request, Response, NextFunction } from 'express'

export class SessionController {
  async logout(req: Request, res: Response, next: NextFunction): Promise<void> {
    res.clearCookie('connect.sid')
    res.redirect('/')
  }
}`,
      output: `import type { Request, Response, NextFunction } from 'express'

export class SessionController {
  async logout(req: Request, res: Response, next: NextFunction): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      req.session.destroy((err) => (err ? reject(err) : resolve()))
    })
    res.clearCookie('connect.sid')
    res.redirect('/')
  }
}`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 5 },
      ],
    },
    {
      name: 'a Nest controller',
      filename: fileIn('fixtures/nest-express/auth.controller.ts'),
      code: `import { Controller, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'

@Controller('auth')
export class AuthController {
  @Post('logout')
  async leave(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    response.clearCookie('connect.sid')
    return { ok: true }
  }
}`,
      output: `import { Controller, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'

@Controller('auth')
export class AuthController {
  @Post('logout')
  async leave(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    await new Promise<void>((resolve, reject) => {
      request.session.destroy((err) => (err ? reject(err) : resolve()))
    })
    response.clearCookie('connect.sid')
    return { ok: true }
  }
}`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'request.session.destroy()', library: 'express-session' }, line: 8 },
      ],
    },
    {
      name: 'a method that Nest answers for when it returns, which is before a callback would run',
      filename: fileIn('fixtures/nest-express/auth.controller.ts'),
      code: `import { Controller, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'

@Controller('auth')
export class AuthController {
  @Post('logout')
  leave(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    response.clearCookie('connect.sid')
  }
}`,
      output: null,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'request.session.destroy()', library: 'express-session' }, line: 8 },
      ],
    },
    {
      name: 'a controller whose decorators no table knows is waited for',
      filename: fileIn('fixtures/express-4/users.controller.ts'),
      code: `import { JsonController, Get, Req, Res } from '@acme/controllers'
import { Request, Response } from 'express'

@JsonController('/users')
export class UserController {
  @Get('/logout')
  async logout(@Req() req: Request, @Res() res: Response) {
    res.clearCookie('connect.sid')
    return res.redirect('/')
  }
}`,
      output: `import { JsonController, Get, Req, Res } from '@acme/controllers'
import { Request, Response } from 'express'

@JsonController('/users')
export class UserController {
  @Get('/logout')
  async logout(@Req() req: Request, @Res() res: Response) {
    await new Promise<void>((resolve, reject) => {
      req.session.destroy((err) => (err ? reject(err) : resolve()))
    })
    res.clearCookie('connect.sid')
    return res.redirect('/')
  }
}`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 8 },
      ],
    },
    {
      name: 'a method that answers by itself under Nest',
      filename: fileIn('fixtures/nest-express/auth.controller.ts'),
      code: `import { Controller, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'

@Controller('auth')
export class AuthController {
  @Post('logout')
  leave(@Req() request: Request, @Res() response: Response) {
    response.clearCookie('connect.sid')
    response.redirect('/')
  }
}`,
      output: `import { Controller, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'

@Controller('auth')
export class AuthController {
  @Post('logout')
  leave(@Req() request: Request, @Res() response: Response) {
    request.session.destroy((err) => {
      if (err) return response.sendStatus(500)
      response.clearCookie('connect.sid')
      response.redirect('/')
    })
  }
}`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'request.session.destroy()', library: 'express-session' }, line: 8 },
      ],
    },
    {
      name: 'a file with the name of a logout',
      filename: fileIn('fixtures/express-4/routes/logout.js'),
      code: `module.exports = (req, res, next) => {
  res.clearCookie('connect.sid')
  res.redirect('/')
}`,
      output: `module.exports = (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
}`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 2 },
      ],
    },
    {
      name: 'null is no end',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session = null
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'abandoned', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'null is no end where an option says that it is none, in a list of handlers by their names',
      code: `import session from 'express-session'
app.use(session({ secret, unset: 'keep' }))
export const handlers = {
  logout: wrap((req, res, next) => {
    req.session = null
    res.redirect('/')
  }),
}`,
      output: `import session from 'express-session'
app.use(session({ secret, unset: 'keep' }))
export const handlers = {
  logout: wrap((req, res, next) => {
    req.session.destroy((err) => {
      if (err) return next(err)
      res.redirect('/')
    })
  }),
}`,
      errors: [
        { messageId: 'abandoned', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 5 },
      ],
    },
    {
      name: 'undefined is no end',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session = undefined
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'abandoned', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'null is no end anywhere, and the cookie is deleted with it',
      code: `import session from 'express-session'
router.post('/reset', (req, res, next) => {
  req.session = null
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/reset', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'abandoned', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'deleting the property is no end',
      filename: fileIn('fixtures/express-4/routes.js'),
      code: `exports.logout = function (req, res, next) {
  delete req.session;
  res.redirect('/');
};`,
      output: `exports.logout = function (req, res, next) {
  req.session.destroy(function (err) {
    if (err) return next(err);
    res.redirect('/');
  });
};`,
      errors: [
        { messageId: 'abandoned', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 2 },
      ],
    },
    {
      name: 'null is no end in fastify',
      filename: fileIn('fixtures/fastify-session/routes.js'),
      code: `const fastify = require('fastify')()
fastify.post('/logout', async (request, reply) => {
  request.session = null
  return reply.redirect('/')
})`,
      output: `const fastify = require('fastify')()
fastify.post('/logout', async (request, reply) => {
  await request.session.destroy()
  return reply.redirect('/')
})`,
      errors: [
        { messageId: 'abandoned', data: { end: 'request.session.destroy()', library: '@fastify/session' }, line: 3 },
      ],
    },
    {
      name: 'the user is taken out and the session stays',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.user = null
  req.session.role = undefined
  res.redirect('/')
})`,
      output: null,
      errors: [
        {
          messageId: 'identityOnly',
          data: { end: 'req.session.destroy()', library: 'express-session' },
          line: 3,
          suggestions: [
            {
              messageId: 'end',
              data: { end: 'req.session.destroy()' },
              output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.redirect('/')
  })
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'the user is deleted from the session',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  delete req.session.userId
  res.redirect('/')
})`,
      output: null,
      errors: [
        {
          messageId: 'identityOnly',
          data: { end: 'req.session.destroy()', library: 'express-session' },
          line: 3,
          suggestions: [
            {
              messageId: 'end',
              data: { end: 'req.session.destroy()' },
              output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.redirect('/')
  })
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'the user is taken out and the cookie deleted',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.loggedIn = false
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.loggedIn = false
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 4 },
      ],
    },
    {
      name: 'passport before 0.6 only forgets the user',
      filename: fileIn('fixtures/passport-0.5/routes.js'),
      code: `const router = require('express').Router()
router.get('/logout', (req, res) => {
  req.logout()
  res.redirect('/')
})`,
      output: null,
      errors: [
        {
          messageId: 'identityOnly',
          data: { end: 'req.session.destroy()', library: 'express-session' },
          line: 3,
          suggestions: [
            {
              messageId: 'end',
              data: { end: 'req.session.destroy()' },
              output: `const router = require('express').Router()
router.get('/logout', (req, res) => {
  req.session.destroy((err) => {
    if (err) return res.sendStatus(500)
    req.logout()
    res.redirect('/')
  })
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'passport before 0.6 only forgets the user, and the cookie is deleted beside it',
      filename: fileIn('fixtures/passport-0.5/routes.js'),
      code: `const router = require('express').Router()
router.get('/logout', (req, res) => {
  req.logout()
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
      output: `const router = require('express').Router()
router.get('/logout', (req, res) => {
  req.logout()
  req.session.destroy((err) => {
    if (err) return res.sendStatus(500)
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
})`,
      errors: [{ messageId: 'cookieOnly', line: 4 }],
    },
    {
      name: 'fastify only deletes the cookie',
      filename: fileIn('fixtures/fastify-session/routes.ts'),
      code: `import type { FastifyInstance } from 'fastify'

export default async function routes(app: FastifyInstance) {
  app.post('/logout', async (request, reply) => {
    reply.clearCookie('sessionId', { path: '/' })
    return reply.code(204).send()
  })
}`,
      output: `import type { FastifyInstance } from 'fastify'

export default async function routes(app: FastifyInstance) {
  app.post('/logout', async (request, reply) => {
    await request.session.destroy()
    reply.clearCookie('sessionId', { path: '/' })
    return reply.code(204).send()
  })
}`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'request.session.destroy()', library: '@fastify/session' }, line: 5 },
      ],
    },
    {
      name: 'fastify without async',
      filename: fileIn('fixtures/fastify-session/routes.js'),
      code: `const fastify = require('fastify')()
fastify.post('/logout', (request, reply) => {
  reply.clearCookie('sessionId')
  reply.redirect('/')
})`,
      output: `const fastify = require('fastify')()
fastify.post('/logout', (request, reply) => {
  request.session.destroy((err) => {
    if (err) return reply.send(err)
    reply.clearCookie('sessionId')
    reply.redirect('/')
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'request.session.destroy()', library: '@fastify/session' }, line: 3 },
      ],
    },
    {
      name: 'koa-generic-session only deletes the cookie',
      code: `import session from 'koa-generic-session'
import Koa from 'koa'
async function logout(ctx) {
  ctx.cookies.set('koa.sid', null)
  ctx.redirect('/')
}`,
      output: `import session from 'koa-generic-session'
import Koa from 'koa'
async function logout(ctx) {
  ctx.session = null
  ctx.cookies.set('koa.sid', null)
  ctx.redirect('/')
}`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'ctx.session = null', library: 'koa-generic-session' }, line: 4 },
      ],
    },
    {
      name: 'koa-session with a store only forgets the user',
      code: `import Koa from 'koa'
import session from 'koa-session'
const app = new Koa()
app.use(session({ store }, app))
async function logout(ctx) {
  ctx.session.userId = null
  ctx.redirect('/')
}`,
      output: null,
      errors: [
        {
          messageId: 'identityOnly',
          data: { end: 'ctx.session = null', library: 'koa-session' },
          line: 6,
          suggestions: [
            {
              messageId: 'end',
              data: { end: 'ctx.session = null' },
              output: `import Koa from 'koa'
import session from 'koa-session'
const app = new Koa()
app.use(session({ store }, app))
async function logout(ctx) {
  ctx.session = null
  ctx.redirect('/')
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'the session is used afterwards',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  res.clearCookie('connect.sid')
  console.log(\`bye \${req.session.user}\`)
  res.redirect('/')
})`,
      output: null,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'a message for the next page needs the session',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.user = null
  req.flash('info', 'bye')
  res.redirect('/')
})`,
      output: null,
      errors: [
        { messageId: 'identityOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'res.end is no end of the session',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  res.clearCookie('connect.sid')
  res.end()
})`,
      output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('connect.sid')
    res.end()
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'the shape of the session alone tells the library',
      code: `router.post('/login', (req, res, next) => {
  req.session.regenerate((err) => (err ? next(err) : res.redirect('/')))
})
router.post('/logout', (req, res, next) => {
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
      output: null,
      errors: [
        {
          messageId: 'cookieOnly',
          data: { end: 'req.session.destroy()', library: 'express-session' },
          line: 5,
          suggestions: [
            {
              messageId: 'end',
              data: { end: 'req.session.destroy()' },
              output: `router.post('/login', (req, res, next) => {
  req.session.regenerate((err) => (err ? next(err) : res.redirect('/')))
})
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
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
router.post('/logout', (req, res, next) => {
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
      output: null,
      errors: [
        {
          messageId: 'cookieOnly',
          data: { end: 'req.session.destroy()', library: 'express-session' },
          line: 3,
          suggestions: [
            {
              messageId: 'end',
              data: { end: 'req.session.destroy()' },
              output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'a block inside a condition that leaves',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  if (req.query.all) {
    res.clearCookie('connect.sid')
    return res.redirect('/bye')
  }
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  if (req.query.all) {
    return req.session.destroy((err) => {
      if (err) return next(err)
      res.clearCookie('connect.sid')
      return res.redirect('/bye')
    })
  }
  res.redirect('/')
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 4 },
      ],
    },
    {
      name: 'semicolons, comments and indentation are kept',
      code: `import session from "express-session";
export default {
    logout(req, res, next) {
        // no more cookie
        res.clearCookie("connect.sid"); // gone

        res.redirect("/");
    },
};`,
      output: `import session from "express-session";
export default {
    logout(req, res, next) {
        req.session.destroy((err) => {
            if (err) return next(err);
            // no more cookie
            res.clearCookie("connect.sid"); // gone

            res.redirect("/");
        });
    },
};`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 5 },
      ],
    },
    {
      name: 'cookie-session takes no notice either',
      code: `import cookieSession from 'cookie-session'
router.post('/logout', (req, res) => {
  delete req.session
  res.redirect('/')
})
router.get('/logout', (req, res) => {
  req.session = {}
  res.redirect('/')
})`,
      output: `import cookieSession from 'cookie-session'
router.post('/logout', (req, res) => {
  req.session = null
  res.redirect('/')
})
router.get('/logout', (req, res) => {
  req.session = null
  res.redirect('/')
})`,
      errors: [
        { messageId: 'abandoned', data: { end: 'req.session = null', library: 'cookie-session' }, line: 3 },
        { messageId: 'abandoned', data: { end: 'req.session = null', library: 'cookie-session' }, line: 7 },
      ],
    },
    {
      name: 'secure-session takes no notice either',
      filename: fileIn('fixtures/fastify-secure-session/routes.js'),
      code: `const fastify = require('fastify')()
fastify.post('/logout', async (request, reply) => {
  request.session = null
  return reply.redirect('/')
})`,
      output: `const fastify = require('fastify')()
fastify.post('/logout', async (request, reply) => {
  request.session.delete()
  return reply.redirect('/')
})`,
      errors: [
        { messageId: 'abandoned', data: { end: 'request.session.delete()', library: '@fastify/secure-session' }, line: 3 },
      ],
    },
    {
      name: 'fastify in an async arrow function of one expression',
      filename: fileIn('fixtures/fastify-session/routes.js'),
      code: `const fastify = require('fastify')()
fastify.post('/logout', async (request, reply) => reply.clearCookie('sessionId').redirect('/'))`,
      output: `const fastify = require('fastify')()
fastify.post('/logout', async (request, reply) => {
  await request.session.destroy()
  return reply.clearCookie('sessionId').redirect('/')
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'request.session.destroy()', library: '@fastify/session' }, line: 2 },
      ],
    },
    {
      name: 'koa calls a function by its name',
      code: `import Koa from 'koa'
import session from 'koa-generic-session'
const app = new Koa()
app.use(session())
app.use(async (ctx, next) => {
  if (ctx.path === '/logout') return logout(ctx)
  await next()
})
function logout(ctx) {
  ctx.cookies.set('koa.sid', null)
  ctx.redirect('/')
}`,
      output: `import Koa from 'koa'
import session from 'koa-generic-session'
const app = new Koa()
app.use(session())
app.use(async (ctx, next) => {
  if (ctx.path === '/logout') return logout(ctx)
  await next()
})
function logout(ctx) {
  ctx.session = null
  ctx.cookies.set('koa.sid', null)
  ctx.redirect('/')
}`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'ctx.session = null', library: 'koa-generic-session' }, line: 10 },
      ],
    },
  ],
})

/** A program that keeps sessions by itself: where, what the login puts there, what else there is, and the logout. */
function program(parts: { store: string; write: string; others?: string; logout: string; cookie?: string }): string {
  const { cookie = 'sid', logout, others, store, write } = parts
  return `import express from 'express'
import { randomUUID } from 'node:crypto'
${store}

const app = express()

app.post('/login', async (req, res) => {
  const id = randomUUID()
  ${write}
  res.cookie('${cookie}', id, { httpOnly: true })
  res.redirect('/')
})
${others === undefined ? '' : `${others}\n`}
app.post('/logout', ${logout})`
}

const MAP = { store: 'const sessions = new Map()', write: 'sessions.set(id, { name: req.body.name })' }
const OBJECT = { store: 'const sessions = {}', write: 'sessions[id] = { name: req.body.name }' }
const REDIS = { store: "import { createClient } from 'redis'\nconst redis = createClient()", write: 'await redis.set(`session:${id}`, req.body.name)' }
const PRISMA = { store: "import { PrismaClient } from '@prisma/client'\nconst prisma = new PrismaClient()", write: 'await prisma.session.create({ data: { id, name: req.body.name } })' }
const SQL = { store: "import { pool } from './database.js'", write: "await pool.query('INSERT INTO sessions (id, name) VALUES ($1, $2)', [id, req.body.name])" }

const FORGETS = `(req, res) => {
  res.clearCookie('sid')
  res.redirect('/')
}`
const FORGETS_LATER = `async ${FORGETS}`
const READS = `
app.get('/account', (req, res) => {
  const session = sessions.get(req.cookies.sid)
  if (!session) return res.sendStatus(401)
  res.send(session.name)
})
`

const SHOWS_ID = "app.get('/me', (req, res) => res.send(req.cookies.sid))"

ruleTester.run(`${rule.name}, for sessions that a program keeps by itself,`, rule, {
  valid: [
    ...([
      ['the record is deleted', MAP, "(req, res) => { sessions.delete(req.cookies.sid); res.clearCookie('sid').redirect('/') }"],
      ['the record is deleted after the cookie', MAP, "(req, res) => { res.clearCookie('sid').redirect('/'); sessions.delete(req.cookies.sid) }"],
      ['all records are deleted', MAP, "(req, res) => { sessions.clear(); res.clearCookie('sid').redirect('/') }"],
      ['all records of a user are deleted', MAP, "(req, res) => { for (const [id, { name }] of sessions) if (name === req.body.name) sessions.delete(id); res.clearCookie('sid').redirect('/') }"],
      ['a record is replaced by nothing', MAP, "(req, res) => { sessions.set(req.cookies.sid, undefined); res.clearCookie('sid').redirect('/') }"],
      ['a property is deleted', OBJECT, "(req, res) => { delete sessions[req.cookies.sid]; res.clearCookie('sid').redirect('/') }"],
      ['a property is set to nothing', OBJECT, "(req, res) => { sessions[req.cookies.sid] = null; res.clearCookie('sid').redirect('/') }"],
      ['all sessions are thrown away', { ...OBJECT, store: 'let sessions = {}' }, "(req, res) => { sessions = {}; res.clearCookie('sid').redirect('/') }"],
      ['the record says that it is over', MAP, "(req, res) => { const session = sessions.get(req.cookies.sid); if (session) session.isOver = true; res.clearCookie('sid').redirect('/') }"],
      ['the record forgets the user', OBJECT, "(req, res) => { sessions[req.cookies.sid].name = null; res.clearCookie('sid').redirect('/') }"],
      ['the record is deleted soon', MAP, "(req, res) => { setTimeout(() => sessions.delete(req.cookies.sid), 1000); res.clearCookie('sid').redirect('/') }"],
      ['the ID is put on a list', MAP, "(req, res) => { loggedOut.add(req.cookies.sid); res.clearCookie('sid').redirect('/') }"],
      ['somebody is told the ID', MAP, "(req, res) => { const id = req.cookies.sid; bus.emit('bye', id); res.clearCookie('sid').redirect('/') }"],
      ['somebody is told the user', MAP, "async (req, res) => { const session = sessions.get(req.cookies.sid); await leave(session.name); res.clearCookie('sid').redirect('/') }"],
      ['somebody gets the request', MAP, "async (req, res) => { await bye(req); res.clearCookie('sid').redirect('/') }"],
      ['somebody gets the cookies of the request', MAP, "async (req, res) => { await proxy({ headers: { cookie: req.headers.cookie } }); res.clearCookie('sid').redirect('/') }"],
      ['the record has a method of its own', MAP, "(req, res) => { const session = sessions.get(req.cookies.sid); session?.close(); res.clearCookie('sid').redirect('/') }"],
      ['somebody has put a method on the request', MAP, "(req, res) => { req.account.leave(); res.clearCookie('sid').redirect('/') }"],
      ['the user forgets the session', MAP, "(req, res) => { req.user.session = null; res.clearCookie('sid').redirect('/') }"],
      ['other handlers go on', MAP, "(req, res, next) => { res.clearCookie('sid'); next() }"],
      ['another cookie is deleted', MAP, "(req, res) => { res.clearCookie('theme').redirect('/') }"],
      ['a handler before it ends the session', MAP, `endSession, ${FORGETS}`],
      ['a handler of the same route deletes the record', MAP, `(req, res, next) => { sessions.delete(req.cookies.sid); next() }, ${FORGETS}`],
      ['only the cookie of an unknown session is deleted', MAP, "(req, res) => { if (!sessions.has(req.cookies.sid)) return res.clearCookie('sid').redirect('/'); sessions.delete(req.cookies.sid); res.clearCookie('sid').redirect('/') }"],
      ['a helper with a telling name', MAP, "async (req, res) => { await invalidateSession(req.cookies.sid); res.clearCookie('sid').redirect('/') }"],
      ['a key is deleted', REDIS, "async (req, res) => { await redis.del(`session:${req.cookies.sid}`); res.clearCookie('sid').redirect('/') }"],
      ['a key is unlinked', REDIS, "async (req, res) => { await redis.unlink(`session:${req.cookies.sid}`); res.clearCookie('sid').redirect('/') }"],
      ['a key expires', REDIS, "async (req, res) => { await redis.expire(`session:${req.cookies.sid}`, 0); res.clearCookie('sid').redirect('/') }"],
      ['several commands at once', REDIS, "async (req, res) => { await redis.multi().unlink(`session:${req.cookies.sid}`).exec(); res.clearCookie('sid').redirect('/') }"],
      ['a row is deleted', PRISMA, "async (req, res) => { await prisma.session.delete({ where: { id: req.cookies.sid } }); res.clearCookie('sid').redirect('/') }"],
      ['a row is deleted by a tagged statement', PRISMA, "async (req, res) => { await prisma.$executeRaw`DELETE FROM sessions WHERE id = ${req.cookies.sid}`; res.clearCookie('sid').redirect('/') }"],
      ['all rows of a user are deleted by a tagged statement', PRISMA, "async (req, res) => { await sql`delete from session where name = ${req.body.name}`; res.clearCookie('sid').redirect('/') }"],
      ['a row is changed by a tagged statement', PRISMA, "async (req, res) => { await sql`update session set is_over = true where name = ${req.body.name}`; res.clearCookie('sid').redirect('/') }"],
      ['the ID is part of a tagged text', MAP, "(req, res) => { const id = req.cookies.sid; bus.send`bye ${id}`; res.clearCookie('sid').redirect('/') }"],
      ['a row is changed', PRISMA, "async (req, res) => { await prisma.session.update({ where: { id: req.cookies.sid }, data: { isOver: true } }); res.clearCookie('sid').redirect('/') }"],
      ['rows are deleted through their user', PRISMA, "async (req, res) => { await prisma.user.update({ where: { name: req.body.name }, data: { sessions: { deleteMany: {} } } }); res.clearCookie('sid').redirect('/') }"],
      ['a statement deletes the row', SQL, "async (req, res) => { await pool.query('DELETE FROM sessions WHERE id = $1', [req.cookies.sid]); res.clearCookie('sid').redirect('/') }"],
      ['a statement from elsewhere', SQL, "async (req, res) => { await pool.query(END_SESSION, [req.cookies.sid]); res.clearCookie('sid').redirect('/') }"],
    ] as const).map(([name, parts, logout]) => ({ name, code: program({ ...parts, logout }) })),
    ...([
      ['another file has the store', { ...MAP, store: 'export const sessions = new Map()' }, ''],
      ['another file gets the store', MAP, 'export { app, sessions }'],
      ['another file gets the store in an object', MAP, 'module.exports = { app, sessions }'],
      ['another file gets the store through the application', MAP, 'app.locals.sessions = sessions'],
      ['a function gets the store', MAP, 'watch(sessions)'],
      ['a class gets the store', MAP, 'const service = new Sessions({ store: sessions })'],
      ['the store is from another file', { ...MAP, store: "import { sessions } from './sessions.js'" }, ''],
      ['the store is no plain one', { ...MAP, store: "import { LRUCache } from 'lru-cache'\nconst sessions = new LRUCache({ ttl: 1000 })" }, ''],
      ['a middleware may delete the record', MAP, "app.use((req, res, next) => { if (req.path === '/logout') sessions.delete(req.cookies.sid); next() })"],
      ['another file may delete the record', MAP, 'export function forget(id) { sessions.delete(id) }'],
      ['an event may delete the record', MAP, "bus.on('bye', (id) => sessions.delete(id))"],
      ['another file may delete the key', REDIS, 'export const forget = (id) => redis.del(`session:${id}`)'],
      ['another file may delete the row', PRISMA, 'export const forget = (id) => prisma.session.deleteMany({ where: { id } })'],
    ] as const).map(([name, parts, others]) => ({ name, code: program({ ...parts, others, logout: FORGETS_LATER }) })),
    ...([
      ['records under another value', { ...MAP, write: 'sessions.set(req.body.name, { id })' }],
      ['what is known of a user', { store: 'const sessions = new Map()', write: 'const id2 = req.user.id\n  sessions.set(req.user.id, {})' }],
      ['a map of transports', { store: 'const transports = new Map()', write: 'transports.set(id, {})' }],
      ['promises on their way', { store: 'const pendingSessions = new Map()', write: 'pendingSessions.set(id, load(id))' }],
      ['a cache', { store: 'const sessionCache = new Map()', write: 'sessionCache.set(id, {})' }],
      ['games', { store: 'const gameSessions = new Map()', write: 'gameSessions.set(id, {})' }],
      ['tokens that were used', { store: 'const usedTokens = new Set()', write: 'usedTokens.add(id)' }],
      ['recordings', { store: 'const recordingSessions = {}', write: 'recordingSessions[id] = {}' }],
      ['a chat under a key', { ...REDIS, write: 'await redis.set(`chat:session:${id}`, req.body.name)' }],
      ['a counter under a key', { ...REDIS, write: 'await redis.set(`session:count:${id}`, 1)' }],
      ['the payments of a checkout', { store: "import Stripe from 'stripe'\nconst stripe = new Stripe(KEY)", write: "await stripe.checkout.sessions.create({ client_reference_id: id })" }],
      ['a model of games', { ...PRISMA, write: 'await prisma.gameSession.create({ data: { id } })' }],
      ['a model of whichever library', { store: "import { Session } from './models.js'", write: 'await Session.create({ id })' }],
    ] as const).map(([name, parts]) => ({ name, code: program({ ...parts, logout: FORGETS_LATER }) })),
    { name: 'a cookie of a chat', code: program({ ...MAP, cookie: 'chat_session', logout: FORGETS.replace('sid', 'chat_session') }) },
    { name: 'a CSRF token', code: program({ store: 'const tokens = new Map()', write: 'tokens.set(id, true)', cookie: 'csrf_token', logout: FORGETS.replace('sid', 'csrf_token') }) },
    { name: 'a route that is no logout', code: program({ ...MAP, logout: FORGETS }).replace("'/logout'", "'/home'") },
    {
      name: 'a helper whose callers are in other files',
      code: `${program({ ...MAP, logout: '(req, res) => { sessions.delete(req.cookies.sid); res.redirect("/") }' })}
export function logout(res) { res.clearCookie('sid') }`,
    },
    {
      name: 'a class with methods of its own for sessions',
      code: program({
        store: 'class Sessions { all = new Map(); open(id, name) { this.all.set(id, { name }) } }\nconst sessions = new Sessions()',
        write: 'sessions.open(id, req.body.name)',
        logout: FORGETS,
      }),
    },
  ],
  invalid: [
    {
      name: 'a map, whose key the rest of the file reads from the cookie',
      code: program({ ...MAP, others: READS, logout: FORGETS }),
      output: program({ ...MAP, others: READS, logout: FORGETS.replace('  res', '  sessions.delete(req.cookies.sid)\n  res') }),
      errors: [{ messageId: 'cookieOnly', data: { end: 'sessions.delete(…)' }, column: 7, endColumn: 18 }],
    },
    {
      name: 'an object, whose key a function of the file finds',
      code: program({
        store: `${OBJECT.store}
function sessionIdOf(request) {
  return /(?:^|; )sid=([^;]*)/.exec(request.headers.cookie ?? '')?.[1]
}`,
        write: OBJECT.write,
        others: "app.get('/account', (req, res) => res.send(sessions[sessionIdOf(req)]?.name ?? 'nobody'))",
        logout: "(request, response) => response.cookie('sid', '', { maxAge: 0 }).redirect('/')",
      }),
      output: program({
        store: `${OBJECT.store}
function sessionIdOf(request) {
  return /(?:^|; )sid=([^;]*)/.exec(request.headers.cookie ?? '')?.[1]
}`,
        write: OBJECT.write,
        others: "app.get('/account', (req, res) => res.send(sessions[sessionIdOf(req)]?.name ?? 'nobody'))",
        logout: `(request, response) => {
  delete sessions[sessionIdOf(request)]
  return response.cookie('sid', '', { maxAge: 0 }).redirect('/')
}`,
      }),
      errors: [{ messageId: 'cookieOnly', data: { end: 'delete sessions[…]' } }],
    },
    {
      name: 'a handler that has the ID in a variable',
      code: program({ ...MAP, logout: "(req, res) => {\n  const { sid } = req.cookies\n  if (!sid) return res.redirect('/')\n  res.clearCookie('sid').redirect('/')\n}" }),
      output: program({ ...MAP, logout: "(req, res) => {\n  const { sid } = req.cookies\n  if (!sid) return res.redirect('/')\n  sessions.delete(sid)\n  res.clearCookie('sid').redirect('/')\n}" }),
      errors: [{ messageId: 'cookieOnly', data: { end: 'sessions.delete(…)' } }],
    },
    {
      name: 'a branch without a block, semicolons and tabs',
      code: `import express from 'express';
const sessions = new Map();
const app = express();
app.post('/login', (req, res) => {
	const id = crypto.randomUUID();
	sessions.set(id, req.body.name);
	res.cookie('sid', id, { httpOnly: true });
	res.end();
});
app.post('/logout', (req, res) => {
	if (req.cookies.sid) res.clearCookie('sid');
	res.end();
});`,
      output: `import express from 'express';
const sessions = new Map();
const app = express();
app.post('/login', (req, res) => {
	const id = crypto.randomUUID();
	sessions.set(id, req.body.name);
	res.cookie('sid', id, { httpOnly: true });
	res.end();
});
app.post('/logout', (req, res) => {
	if (req.cookies.sid) {
		sessions.delete(req.cookies.sid);
		res.clearCookie('sid');
	}
	res.end();
});`,
      errors: [{ messageId: 'cookieOnly', data: { end: 'sessions.delete(…)' } }],
    },
    {
      name: 'a function that makes the session, and records that go when they are old',
      code: program({
        store: `const sessions = new Map()
function startSession(name) {
  const id = randomUUID()
  sessions.set(id, { name, expiresAt: Date.now() + 1000 })
  return id
}
setInterval(() => {
  for (const [id, session] of sessions) if (session.expiresAt < Date.now()) sessions.delete(id)
}, 1000)`,
        write: '',
        others: `app.use((req, res, next) => {
  const session = sessions.get(req.cookies.sid)
  if (session && session.expiresAt < Date.now()) sessions.delete(req.cookies.sid)
  next()
})
app.delete('/sessions/:id', (req, res) => {
  sessions.delete(req.params.id)
  res.end()
})`,
        logout: FORGETS,
      }).replace('const id = randomUUID()\n  \n', 'const id = startSession(req.body.name)\n'),
      output: program({
        store: `const sessions = new Map()
function startSession(name) {
  const id = randomUUID()
  sessions.set(id, { name, expiresAt: Date.now() + 1000 })
  return id
}
setInterval(() => {
  for (const [id, session] of sessions) if (session.expiresAt < Date.now()) sessions.delete(id)
}, 1000)`,
        write: '',
        others: `app.use((req, res, next) => {
  const session = sessions.get(req.cookies.sid)
  if (session && session.expiresAt < Date.now()) sessions.delete(req.cookies.sid)
  next()
})
app.delete('/sessions/:id', (req, res) => {
  sessions.delete(req.params.id)
  res.end()
})`,
        logout: FORGETS.replace('  res', '  sessions.delete(req.cookies.sid)\n  res'),
      }).replace('const id = randomUUID()\n  \n', 'const id = startSession(req.body.name)\n'),
      errors: [{ messageId: 'cookieOnly', data: { end: 'sessions.delete(…)' } }],
    },
    {
      name: 'a logout that says who leaves',
      code: program({ ...MAP, logout: "(req, res) => {\n  const session = sessions.get(req.cookies.sid)\n  if (session) console.log('bye', session.name)\n  res.clearCookie('sid').redirect('/')\n}" }),
      output: program({ ...MAP, logout: "(req, res) => {\n  const session = sessions.get(req.cookies.sid)\n  if (session) console.log('bye', session.name)\n  sessions.delete(req.cookies.sid)\n  res.clearCookie('sid').redirect('/')\n}" }),
      errors: [{ messageId: 'cookieOnly', data: { end: 'sessions.delete(…)' } }],
    },
    {
      name: 'a function that deletes the record and is never called',
      code: program({ ...MAP, others: `${READS}function forget(id) { sessions.delete(id) }`, logout: FORGETS }),
      output: program({ ...MAP, others: `${READS}function forget(id) { sessions.delete(id) }`, logout: FORGETS.replace('  res', '  sessions.delete(req.cookies.sid)\n  res') }),
      errors: [{ messageId: 'cookieOnly', data: { end: 'sessions.delete(…)' } }],
    },
    {
      name: 'a file that does not show how the cookie is read has no edit',
      code: program({ ...MAP, logout: FORGETS }),
      output: null,
      errors: [{ messageId: 'cookieOnly', data: { end: 'sessions.delete(…)' } }],
    },
    {
      name: 'a file that only writes the cookie, with a value that a logout has as well, has no edit',
      code: program({ ...MAP, write: 'sessions.set(req.id, { name: req.body.name })', logout: FORGETS }).replace("'sid', id", "'sid', req.id"),
      output: null,
      errors: [{ messageId: 'cookieOnly', data: { end: 'sessions.delete(…)' } }],
    },
    {
      name: 'a record that is looked up once more has no edit',
      code: program({ ...MAP, logout: "(req, res) => res.clearCookie('sid').send(sessions.get(req.cookies.sid)?.name)" }),
      output: null,
      errors: [{ messageId: 'cookieOnly', data: { end: 'sessions.delete(…)' } }],
    },
    {
      name: 'a logout of an arrow function that nobody waits for has no edit for a store that takes time',
      code: program({ ...REDIS, others: "app.get('/account', async (req, res) => res.send(await redis.get(`session:${req.cookies.sid}`)))", logout: FORGETS }),
      output: null,
      errors: [{ messageId: 'cookieOnly', data: { end: 'redis.del(…)' } }],
    },
    {
      name: 'a client that only its words tell has a suggestion',
      code: program({ store: "import { cache } from './cache.js'", write: "await cache.set('session:' + id, req.body.name)", logout: "async (req, res, next) => {\n  const id = req.cookies.sid\n  res.clearCookie('sid').redirect('/')\n}" }),
      output: null,
      errors: [
        {
          messageId: 'cookieOnly',
          data: { end: 'cache.del(…)' },
          suggestions: [
            {
              messageId: 'end',
              data: { end: 'cache.del(…)' },
              output: program({
                store: "import { cache } from './cache.js'",
                write: "await cache.set('session:' + id, req.body.name)",
                logout: `async (req, res, next) => {
  const id = req.cookies.sid
  try {
    await cache.del('session:' + id)
  } catch (err) {
    return next(err)
  }
  res.clearCookie('sid').redirect('/')
}`,
              }),
            },
          ],
        },
      ],
    },
    {
      name: 'a store of its own beside a library that keeps other sessions',
      code: program({ ...MAP, store: `import session from 'express-session'\n${MAP.store}`, others: READS, logout: FORGETS }),
      output: program({ ...MAP, store: `import session from 'express-session'\n${MAP.store}`, others: READS, logout: FORGETS.replace('  res', '  sessions.delete(req.cookies.sid)\n  res') }),
      errors: [{ messageId: 'cookieOnly', data: { end: 'sessions.delete(…)' } }],
    },
    ...([
      ['redis', "import { createClient } from 'redis'\nconst redis = createClient()", 'await redis.set(`session:${id}`, req.body.name, { EX: 3600 })', 'redis.del(…)', 'await redis.del(`session:${req.cookies.sid}`)'],
      ['redis in hashes', "import { createClient } from 'redis'\nconst client = createClient()", "await client.hSet('sess:' + id, { name: req.body.name })", 'client.del(…)', "await client.del('sess:' + req.cookies.sid)"],
      ['ioredis, with a function for keys', "import Redis from 'ioredis'\nconst store = new Redis()\nconst keyOf = (id) => `app:session:${id}`", 'await store.setex(keyOf(id), 3600, req.body.name)', 'store.del(…)', 'await store.del(keyOf(req.cookies.sid))'],
      ['Prisma', "import { PrismaClient } from '@prisma/client'\nconst prisma = new PrismaClient()", 'await prisma.session.create({ data: { token: id, name: req.body.name } })', 'prisma.session.deleteMany(…)', 'if (req.cookies.sid) await prisma.session.deleteMany({ where: { token: String(req.cookies.sid) } })'],
      ['Drizzle', "import { eq } from 'drizzle-orm'\nimport { db, sessions } from './database.js'", 'await db.insert(sessions).values({ id, name: req.body.name })', 'db.delete(sessions)', 'if (req.cookies.sid) await db.delete(sessions).where(eq(sessions.id, String(req.cookies.sid)))'],
      ['Knex', "import knex from 'knex'\nconst database = knex({ client: 'pg' })", "await database('sessions').insert({ sid: id, name: req.body.name })", "database('sessions').del()", "if (req.cookies.sid) await database('sessions').where({ sid: String(req.cookies.sid) }).del()"],
      ['Kysely', "import { Kysely } from 'kysely'\nimport { db } from './database.js'", "await db.insertInto('sessions').values({ id, name: req.body.name }).execute()", "db.deleteFrom('sessions')", "if (req.cookies.sid) await db.deleteFrom('sessions').where('id', '=', String(req.cookies.sid)).execute()"],
      ['Mongoose', "import mongoose from 'mongoose'\nimport { Session } from './models.js'", 'await Session.create({ sessionId: id, name: req.body.name })', 'Session.deleteOne(…)', 'if (req.cookies.sid) await Session.deleteOne({ sessionId: String(req.cookies.sid) })'],
      ['Mongoose, with a document', "import mongoose from 'mongoose'\nimport { Session } from './models.js'", 'await new Session({ token: id, name: req.body.name }).save()', 'Session.deleteOne(…)', 'if (req.cookies.sid) await Session.deleteOne({ token: String(req.cookies.sid) })'],
      ['Sequelize', "import { DataTypes } from 'sequelize'\nimport { Session } from './models.js'", 'await Session.create({ sid: id, name: req.body.name })', 'Session.destroy(…)', 'if (req.cookies.sid) await Session.destroy({ where: { sid: String(req.cookies.sid) } })'],
      ['MongoDB', "import { MongoClient } from 'mongodb'\nconst db = new MongoClient(URL).db()", "await db.collection('sessions').insertOne({ _id: id, name: req.body.name })", "db.collection('sessions').deleteOne(…)", "if (req.cookies.sid) await db.collection('sessions').deleteOne({ _id: String(req.cookies.sid) })"],
    ] as const).map(([name, store, write, end, deletion]) => {
      const others = SHOWS_ID
      return {
        name: `${name} in a server that waits for its handlers`,
        filename: fileIn('fixtures/express-5/file.js'),
        code: program({ store, write, others, logout: FORGETS_LATER }),
        output: program({ store, write, others, logout: FORGETS_LATER.replace('  res', `  ${deletion}\n  res`) }),
        errors: [{ messageId: 'cookieOnly', data: { end } }],
      }
    }),
    ...[
      ['changes users', "app.patch('/me', async (request) => prisma.user.update({ where: { id: request.session.user.id }, data: { name: request.body.name } }))"],
      ['deletes a user', "app.delete('/me', async (request) => prisma.user.delete({ where: { id: request.session.user.id } }))"],
      ['deletes a user in a function with a name', "app.delete('/session/user', removeUser)\n  async function removeUser(request) { await prisma.user.delete({ where: { id: request.session.user.id } }) }"],
      ['deletes all of them, for an administrator', "app.delete('/sessions', async (request) => prisma.session.deleteMany())"],
      ['is in a scope of its own', "app.register(async (scope) => { scope.patch('/me', async (request) => prisma.user.update({ where: { id: request.session.user.id }, data: {} })) })"],
    ].map(([title, others]) => {
      const code = (deletion: string) => `import '@fastify/cookie'
import { PrismaClient } from '@prisma/client'
import { randomUUID } from 'node:crypto'
const prisma = new PrismaClient()

export default async function routes(app) {
  app.post('/login', async (request, reply) => {
    const sessionId = randomUUID()
    await prisma.session.create({ data: { sessionId, userId: request.body.id } })
    reply.setCookie('session_id', sessionId)
    return reply.send({})
  })
  app.get('/me', async (request) => prisma.session.findUnique({ where: { sessionId: request.cookies.session_id } }))
  ${others}
  app.post('/logout', async (request, reply) => {
    ${deletion}reply.clearCookie('session_id')
    return reply.send({})
  })
}`
      return {
        name: `another route ${title}`,
        filename: fileIn('fixtures/fastify/routes.js'),
        code: code(''),
        output: code('if (request.cookies.session_id) await prisma.session.deleteMany({ where: { sessionId: String(request.cookies.session_id) } })\n    '),
        errors: [{ messageId: 'cookieOnly' as const, data: { end: 'prisma.session.deleteMany(…)' } }],
      }
    }),
    ...([
      ['a row whose ID the database makes', program({ ...PRISMA, write: 'const session = await prisma.session.create({ data: { name: req.body.name } })', others: SHOWS_ID, logout: FORGETS_LATER }).replace("'sid', id", "'sid', session.id"), 'prisma.session.deleteMany(…)'],
      ['an ID that is no text in the database', program({ ...PRISMA, others: SHOWS_ID, logout: FORGETS_LATER }).replace("'sid', id", "'sid', id.toString()"), 'prisma.session.deleteMany(…)'],
      ['a cookie that is signed by hand', program({ ...MAP, others: READS, logout: FORGETS }).replace("'sid', id", "'sid', sign(id, SECRET)"), 'sessions.delete(…)'],
      ['a cookie that is signed, and read without its signature nowhere', program({ ...MAP, others: SHOWS_ID, logout: FORGETS }).replace('{ httpOnly: true }', '{ httpOnly: true, signed: true }'), 'sessions.delete(…)'],
      ['a key that is a hash of the token', program({ ...MAP, write: 'sessions.set(hash(id), { name: req.body.name })', others: READS, logout: FORGETS }), 'sessions.delete(…)'],
      ['rows that SQL adds', program({ ...SQL, others: SHOWS_ID, logout: FORGETS_LATER }), 'DELETE FROM sessions'],
      ['rows that SQL adds, with a callback', program({ ...SQL, write: "pool.query('INSERT INTO sessions (id, name) VALUES ($1, $2)', [id, req.body.name], (error) => console.log(error))", others: SHOWS_ID, logout: FORGETS_LATER }), 'DELETE FROM sessions'],
      ['rows that SQL adds from an object', program({ ...SQL, write: "pool.query('INSERT INTO sessions SET ?', { id, name: req.body.name }, (error) => console.log(error))", others: SHOWS_ID, logout: FORGETS_LATER }), 'DELETE FROM sessions'],
      ['rows that a tagged statement adds', program({ ...SQL, write: 'await sql`insert into sessions (id, name) values (${id}, ${req.body.name})`', others: SHOWS_ID, logout: FORGETS_LATER }), 'DELETE FROM sessions'],
      ['rows of a statement whose values are bound', program({ ...SQL, write: "await db.prepare('INSERT INTO sessions (id, name) VALUES (?, ?)').bind(id, req.body.name).run()", others: SHOWS_ID, logout: FORGETS_LATER }), 'DELETE FROM sessions'],
    ] as const).map(([name, code, end]) => ({
      name: `${name} has no edit`,
      filename: fileIn('fixtures/express-5/file.js'),
      code,
      output: null,
      errors: [{ messageId: 'cookieOnly', data: { end } }],
    })),
    {
      name: "a namespace among a worker's bindings, which another handler knows by another name",
      filename: fileIn('fixtures/workers/file.js'),
      code: worker("(c) => {\n  deleteCookie(c, 'sid')\n  return c.redirect('/')\n}"),
      output: null,
      errors: [{ messageId: 'cookieOnly', data: { end: 'context.env.SESSIONS.delete(…)' } }],
    },
    {
      name: "a namespace among a worker's bindings, in a handler that may wait",
      filename: fileIn('fixtures/workers/file.js'),
      code: worker("async (c) => {\n  deleteCookie(c, 'sid')\n  return c.redirect('/')\n}"),
      output: worker("async (c) => {\n  await c.env.SESSIONS.delete(getCookie(c, 'sid'))\n  deleteCookie(c, 'sid')\n  return c.redirect('/')\n}"),
      errors: [{ messageId: 'cookieOnly', data: { end: 'context.env.SESSIONS.delete(…)' } }],
    },
    {
      name: 'a cookie that is signed, and read without its signature',
      code: program({ ...MAP, others: READS.replace('cookies', 'signedCookies'), logout: FORGETS }).replace('{ httpOnly: true }', '{ httpOnly: true, signed: true }'),
      output: program({ ...MAP, others: READS.replace('cookies', 'signedCookies'), logout: FORGETS.replace('  res', '  sessions.delete(req.signedCookies.sid)\n  res') }).replace('{ httpOnly: true }', '{ httpOnly: true, signed: true }'),
      errors: [{ messageId: 'cookieOnly', data: { end: 'sessions.delete(…)' } }],
    },
    {
      name: 'cookies that are handed to the handler apart',
      filename: '/nowhere/src/routes/+page.server.js',
      code: `import { redirect } from '@sveltejs/kit'
const sessions = new Map()
export const load = ({ cookies }) => ({ name: sessions.get(cookies.get('sid')) })
export const actions = {
  login: async ({ cookies, request }) => {
    const sid = crypto.randomUUID()
    sessions.set(sid, (await request.formData()).get('name'))
    cookies.set('sid', sid, { path: '/' })
  },
  logout: async ({ cookies }) => {
    cookies.delete('sid', { path: '/' })
    redirect(303, '/')
  },
}`,
      output: `import { redirect } from '@sveltejs/kit'
const sessions = new Map()
export const load = ({ cookies }) => ({ name: sessions.get(cookies.get('sid')) })
export const actions = {
  login: async ({ cookies, request }) => {
    const sid = crypto.randomUUID()
    sessions.set(sid, (await request.formData()).get('name'))
    cookies.set('sid', sid, { path: '/' })
  },
  logout: async ({ cookies }) => {
    sessions.delete(cookies.get('sid'))
    cookies.delete('sid', { path: '/' })
    redirect(303, '/')
  },
}`,
      errors: [{ messageId: 'cookieOnly', data: { end: 'sessions.delete(…)' } }],
    },
    {
      name: 'a store of a plugin, and another name for the request',
      code: `import '@fastify/cookie'
export default async function plugin(fastify) {
  const sessions = new Map()
  fastify.post('/login', async (request, reply) => {
    const id = crypto.randomUUID()
    sessions.set(id, request.body.name)
    reply.setCookie('sid', id, { httpOnly: true })
    return { ok: true }
  })
  fastify.get('/me', async (request) => sessions.get(request.cookies.sid))
  fastify.post('/logout', async (req, reply) => reply.clearCookie('sid').redirect('/'))
}`,
      output: `import '@fastify/cookie'
export default async function plugin(fastify) {
  const sessions = new Map()
  fastify.post('/login', async (request, reply) => {
    const id = crypto.randomUUID()
    sessions.set(id, request.body.name)
    reply.setCookie('sid', id, { httpOnly: true })
    return { ok: true }
  })
  fastify.get('/me', async (request) => sessions.get(request.cookies.sid))
  fastify.post('/logout', async (req, reply) => {
    sessions.delete(req.cookies.sid)
    return reply.clearCookie('sid').redirect('/')
  })
}`,
      errors: [{ messageId: 'cookieOnly', data: { end: 'sessions.delete(…)' } }],
    },
    {
      name: 'a server action, which awaits the cookies',
      filename: '/nowhere/app/actions.ts',
      code: `'use server'
import { cookies } from 'next/headers'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

export async function login(form: FormData) {
  const token = crypto.randomUUID()
  await prisma.session.create({ data: { token, userId: await authenticate(form) } })
  const jar = await cookies()
  jar.set('session', token, { httpOnly: true })
}

export async function currentSession() {
  const token = (await cookies()).get('session')?.value
  return token ? prisma.session.findUnique({ where: { token } }) : null
}

export async function logout() {
  const jar = await cookies()
  jar.delete('session')
}`,
      output: `'use server'
import { cookies } from 'next/headers'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

export async function login(form: FormData) {
  const token = crypto.randomUUID()
  await prisma.session.create({ data: { token, userId: await authenticate(form) } })
  const jar = await cookies()
  jar.set('session', token, { httpOnly: true })
}

export async function currentSession() {
  const token = (await cookies()).get('session')?.value
  return token ? prisma.session.findUnique({ where: { token } }) : null
}

export async function logout() {
  const jar = await cookies()
  const sessionId = (await cookies()).get('session')?.value
  if (sessionId) await prisma.session.deleteMany({ where: { token: String(sessionId) } })
  jar.delete('session')
}`,
      errors: [{ messageId: 'cookieOnly', data: { end: 'prisma.session.deleteMany(…)' } }],
    },
    {
      name: 'a helper for cookies, in TypeScript, with another name for the context',
      filename: '/nowhere/app.ts',
      code: `import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const app = new Hono()
const sessions = new Map<string, { name: string }>()

app.post('/login', async (c) => {
  const id = crypto.randomUUID()
  sessions.set(id, { name: (await c.req.json()).name })
  setCookie(c, 'session', id, { httpOnly: true })
  return c.redirect('/')
})
app.get('/', (c) => c.text(sessions.get(getCookie(c, 'session') ?? '')?.name ?? 'nobody'))
app.post('/logout', (context) => {
  deleteCookie(context, 'session')
  return context.redirect('/')
})`,
      output: `import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const app = new Hono()
const sessions = new Map<string, { name: string }>()

app.post('/login', async (c) => {
  const id = crypto.randomUUID()
  sessions.set(id, { name: (await c.req.json()).name })
  setCookie(c, 'session', id, { httpOnly: true })
  return c.redirect('/')
})
app.get('/', (c) => c.text(sessions.get(getCookie(c, 'session') ?? '')?.name ?? 'nobody'))
app.post('/logout', (context) => {
  sessions.delete(getCookie(context, 'session') ?? '')
  deleteCookie(context, 'session')
  return context.redirect('/')
})`,
      errors: [{ messageId: 'cookieOnly', data: { end: 'sessions.delete(…)' } }],
    },
    {
      name: 'a cookie in a header, in TypeScript, whose value may be missing',
      filename: '/nowhere/server.ts',
      code: `import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { parse } from 'cookie'
const sessions: Record<string, string> = {}
function login(request: IncomingMessage, response: ServerResponse): void {
  const id = crypto.randomUUID()
  sessions[id] = 'alice'
  response.setHeader('Set-Cookie', \`sid=\${id}; HttpOnly\`)
  response.end()
}
function logout(request: IncomingMessage, response: ServerResponse): void {
  const id = parse(request.headers.cookie ?? '').sid
  response.writeHead(204, { 'Set-Cookie': 'sid=; Max-Age=0' }).end()
}
createServer((request, response) => (request.url === '/logout' ? logout(request, response) : login(request, response))).listen(80)`,
      output: `import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { parse } from 'cookie'
const sessions: Record<string, string> = {}
function login(request: IncomingMessage, response: ServerResponse): void {
  const id = crypto.randomUUID()
  sessions[id] = 'alice'
  response.setHeader('Set-Cookie', \`sid=\${id}; HttpOnly\`)
  response.end()
}
function logout(request: IncomingMessage, response: ServerResponse): void {
  const id = parse(request.headers.cookie ?? '').sid
  delete sessions[String(id)]
  response.writeHead(204, { 'Set-Cookie': 'sid=; Max-Age=0' }).end()
}
createServer((request, response) => (request.url === '/logout' ? logout(request, response) : login(request, response))).listen(80)`,
      errors: [{ messageId: 'cookieOnly', data: { end: 'delete sessions[…]' } }],
    },
  ],
})
