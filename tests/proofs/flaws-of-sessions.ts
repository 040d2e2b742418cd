import { ASKED_SESSIONS, CLIENT_SESSIONS, COOKIES, ENDING_SESSIONS, PROGRAM, SEALED_SESSIONS, SERVER_SESSIONS, type Program } from './catalogue.js'
import { flawed, type Flawed } from './flawed.js'
import type { Change } from './program-folder.js'

const ALL = [...SERVER_SESSIONS, ...ENDING_SESSIONS, ...CLIENT_SESSIONS, ...SEALED_SESSIONS, ...ASKED_SESSIONS, ...COOKIES]

const NEST = '@nestjs/common'

/** A program of other proofs. */
function known(path: string): Program {
  const found = ALL.find((one) => one.path === path)
  if (!found) throw new Error(`There is no ${path}`)
  return found
}

const secretIn = (messageId: string, program: Program, ...changes: readonly Change[]) => flawed('no-hardcoded-secret', messageId, program, ...changes)
const secret = (messageId: string, path: string, ...changes: readonly Change[]) => secretIn(messageId, known(path), ...changes)
const SAMPLE = `'keyboard cat'`
const LONG = `'a secret with minimum length of 32 characters'`
const DEVELOPED = `process.env.SESSION_PASSWORD ?? 'a password that is only good for development'`
const KNOWN_TO_ALL = `'a secret that is good enough for development'`
const unset = (text: string): Change => [text, `process.env.SESSION_SECRET || ${text}`]

/** Secrets in the source that seal sessions, or sign them. */
export const KNOWN_SEALS: readonly Flawed[] = [
  secret('sample', 'cookie-session/callbacks.cjs'),
  secret('fallback', 'cookie-session/typed.ts', unset(SAMPLE)),
  secret('short', 'cookie-session/typed.ts', [SAMPLE, `'only us'`]),
  secret('sample', 'react-router/cookie-storage'),
  secret('fallback', 'react-router/remix.cjs', unset(SAMPLE)),
  secret('sample', 'hapi-yar/sealed.mjs'),
  secret('fallback', 'iron-session/node.mjs'),
  secret('fallback', 'h3-session/handlers.cjs'),
  secret('fallback', 'h3-session/typed.ts'),
  secret('fallback', 'tanstack-start-session/routes.mjs'),
  secret('written', 'tanstack-start-session/routes.mjs', [DEVELOPED, `'the same for all who have the source'`]),
  secret('sample', 'tanstack-start-session/typed.ts', [DEVELOPED, `'ChangeThisBeforeShippingToProdOrYouWillBeFired'`]),
  secret('sample', 'iron-session/node.mjs', [DEVELOPED, `'complex_password_at_least_32_characters_long'`]),
  secret('written', 'h3-session/handlers.cjs', [DEVELOPED, `'the same for all who have the source'`]),
  secret('sample', 'hapi-cookie/strategy.cjs'),
  secret('written', 'secure-session/callbacks.cjs', ['crypto.randomBytes(32)', `'YSBzZWNyZXQgb2YgMzIgYnl0ZXMgZm9yIHNlc3Npb24='`]),
]

/** Secrets in the source that sign the names of users. */
export const KNOWN_NAMES: readonly Flawed[] = [
  secretIn('written', { library: 'hono', path: 'hono/signed.mjs', libraries: ['hono', '@hono/node-server'] }),
  secretIn('sample', { library: '@fastify/cookie', path: 'fastify-cookie/signed.mjs', libraries: ['fastify', '@fastify/cookie'] }),
  secretIn('fallback', { library: 'koa', path: 'koa/signed.cjs', libraries: ['koa'] }),
  secretIn('sample', { library: 'elysia', path: 'elysia/signed.mjs', libraries: ['elysia', '@elysiajs/node'] }),
  secretIn('sample', { library: 'cookies', path: 'cookies/signed.cjs', libraries: ['cookies'] }),
  secretIn(
    'sample',
    { library: 'cookie-parser', path: 'express/trusting.cjs', libraries: ['express4', 'cookie-parser'] },
    ['process.env.COOKIE_SECRET', SAMPLE],
    ['cookies.userId', 'signedCookies.userId'],
    [`user.name, { httpOnly: true }`, `user.name, { httpOnly: true, signed: true }`],
  ),
]

/** Secrets in the source beside IDs that nobody can guess: they protect nothing alone. */
export const SPARE_SECRETS: readonly Flawed[] = [
  secret('written', 'hono-sessions/typed.ts'),
  secret('sample', 'hapi-yar/records.cjs'),
  secret('sample', 'react-router/memory.ts'),
  secretIn('sample', { ...PROGRAM.remixSession, library: '@remix-run/cookie' }),
  secretIn('fallback', { library: 'better-auth', path: 'better-auth/api.mjs', libraries: ['better-auth'] }, [KNOWN_TO_ALL, `process.env.AUTH_SECRET ?? ${KNOWN_TO_ALL}`]),
]

/** Secrets in the source that sign IDs, which can be guessed. */
export const KNOWN_SIGNATURES: readonly Flawed[] = [
  secret('sample', 'express-session/callbacks.cjs'),
  secret('fallback', 'express-session/controller.ts', unset(SAMPLE)),
  secretIn('sample', { ...known('express-session/nest.ts'), library: NEST }),
  secret('sample', 'koa-session/chain.cjs'),
  secret('fallback', 'koa-session/controller.ts', unset(SAMPLE)),
  secret('sample', 'koa-generic-session/functions.cjs'),
  secret('sample', 'fastify-session/callbacks.cjs'),
  secret('fallback', 'fastify-session/plugin.ts', unset(LONG)),
]

const logoutByGet = (path: string, ...changes: readonly Change[]) => flawed('no-get-logout', 'open', known(path), ...changes)
const ofServer = (library: string, logout: Flawed): Flawed => ({ ...logout, library })
const CHAIN: Change = [`.post('/logout'`, `.get('/logout'`]

/** Logouts that answer GET, or every method. */
export const OPEN_LOGOUTS: readonly Flawed[] = [
  logoutByGet('express/callbacks.cjs', CHAIN),
  logoutByGet('express/async.mjs', [`.post('/logout'`, `.all('/logout'`]),
  ofServer(NEST, logoutByGet('express/nest.ts', [`@Post('logout')`, `@Get('logout')`], [`sameSite: 'strict'`, `sameSite: 'lax'`])),
  ofServer('fastify', logoutByGet('fastify-cookie/typed.ts', CHAIN)),
  logoutByGet('hono/factory.ts', CHAIN),
  logoutByGet('elysia/chain.mjs', CHAIN),
  logoutByGet('tinyhttp/constant.mjs', CHAIN),
  logoutByGet('h3/router.mjs', [`.post(\n  '/logout'`, `.get(\n  '/logout'`]),
  logoutByGet('hapi/routes.cjs', [`method: 'POST',\n    path: '/logout'`, `method: 'GET',\n    path: '/logout'`]),
]

const trusting = 'no-auth-from-unsigned-cookie'

/** Programs that believe the cookies of visitors: who they are, that they have logged in, that they are of the staff. */
export const TRUSTING: Flawed = {
  ...flawed(trusting, '', { library: 'cookie-parser', path: 'express/trusting.cjs', libraries: ['express4', 'cookie-parser'] }),
  finds: ['identity', 'login', 'permission'],
}
export const TRUSTING_TYPED: Flawed = flawed(trusting, 'identity', { library: 'cookie-parser', path: 'express/trusting.ts', libraries: ['express', 'cookie-parser'] })

const KEYS = `keys: ['keyboard cat'],`

/** Sessions in cookies that nobody signs. */
export const UNSIGNED_SESSIONS: readonly Flawed[] = [
  flawed(trusting, 'unsigned', known('cookie-session/callbacks.cjs'), [KEYS, `${KEYS}\n  signed: false,`]),
  flawed(trusting, 'unsigned', known('cookie-session/typed.ts'), [KEYS, `${KEYS}\n  signed: false,`], ['export const', 'const']),
  flawed(trusting, 'unsigned', { library: 'koa-session', path: 'koa-session/cookie.mjs', libraries: ['koa', 'koa-session'] }, ['signed: true', 'signed: false']),
]

const compared = (program: Program): Flawed => ({ ...flawed('no-timing-unsafe-token-compare', '', program), finds: ['compared', 'compared'] })

/** Programs that compare tokens in the usual way. */
export const COMPARISONS: readonly Flawed[] = [
  compared({ library: 'express', path: 'express/remember-me.cjs', libraries: ['express4', 'cookie-parser'] }),
  compared({ library: '@fastify/cookie', path: 'fastify-cookie/remember-me.mjs', libraries: ['fastify', '@fastify/cookie'] }),
  compared({ library: 'hono', path: 'hono/remember-me.ts', libraries: ['hono', '@hono/node-server'] }),
]

const EXPRESS: Program = { library: 'express-session', path: 'express-session/unheard.cjs', libraries: ['express4', 'express-session'] }
const TYPED: Program = { library: 'express-session', path: 'express-session/unheard.ts', libraries: ['express', 'express-session'] }
const PASSPORT: Program = { library: 'passport', path: 'passport/unheard.cjs', libraries: ['express4', 'express-session', 'passport'] }
const FASTIFY: Program = { library: '@fastify/session', path: 'fastify-session/unheard.mjs', libraries: ['fastify', '@fastify/cookie', '@fastify/session'] }
const KOA: Program = { library: 'koa-session', path: 'koa-session/unheard.mjs', libraries: ['koa', 'koa-session'] }
const GENERIC: Program = { library: 'koa-generic-session', path: 'koa-generic-session/unheard.mjs', libraries: ['koa', 'koa-generic-session'] }
const IRON: Program = { library: 'iron-session', path: 'iron-session/unheard.mjs', libraries: ['iron-session8'] }

const IRON_NEXT: Program = { library: 'iron-session/next', path: 'iron-session-next/routes.cjs', libraries: ['iron-session6'] }
const LUCIA: Program = { library: 'lucia', path: 'lucia/adapter.mjs', libraries: ['lucia'] }
const BETTER_AUTH: Program = { library: 'better-auth', path: 'better-auth/api.mjs', libraries: ['better-auth'] }

const unhandled = 'no-unhandled-session-error'
const unheard = (messageId: string, program: Program, ...change: Change) => flawed(unhandled, messageId, program, change)
/** Cookies that work without TLS as well. */
const IN_PRODUCTION = `secure: process.env.NODE_ENV === 'production'`

/** How the logouts of Express hear of an error, up to what is behind them. */
const HEARD = `((err) => {\n    if (err) return next(err);\n    res.redirect('/');\n  });\n});\n\napp.use((err`
const until = (text: string) => `${text}\n});\n\napp.use((err`
const TYPED_END = 'await new Promise<void>((resolve, reject) => req.session.destroy((err: unknown) => (err ? reject(err) : resolve())))'
const FASTIFY_END = `app.post('/logout', async (request, reply) => {\n  await request.session.destroy()\n  return reply.redirect('/')\n})`

/** Logouts that do not hear of it when the store fails. */
export const UNHEARD: readonly Flawed[] = [
  unheard('missing', EXPRESS, `destroy${HEARD}`, until(`destroy();\n  res.redirect('/');`)),
  unheard('ignored', EXPRESS, `destroy${HEARD}`, until(`destroy(() => {\n    res.redirect('/');\n  });`)),
  unheard('passed', EXPRESS, `destroy${HEARD}`, until(`destroy((err) => {\n    if (err) next(err);\n    res.redirect('/');\n  });`)),
  unheard('ignored', EXPRESS, `req.session.destroy${HEARD}`, until(`req.session.user = null;\n  req.session.save(function () {\n    res.redirect('/');\n  });`)),
  unheard('missing', TYPED, TYPED_END, 'req.session.destroy()'),
  unheard('resolved', TYPED, TYPED_END, 'await new Promise<void>((resolve) => req.session.destroy(resolve))'),
  unheard('ignored', PASSPORT, `logout${HEARD}`, until(`logout(() => res.redirect('/'));`)),
  unheard('passed', PASSPORT, `logout${HEARD}`, until(`logout(function (err) {\n    if (err) { next(err); }\n    res.redirect('/');\n  });`)),
  unheard('ignored', FASTIFY, FASTIFY_END, `app.post('/logout', (request, reply) => {\n  request.session.destroy(() => {\n    reply.redirect('/')\n  })\n})`),
  unheard('resolved', FASTIFY, 'await request.session.destroy()', 'await new Promise((resolve) => request.session.destroy(resolve))'),
  unheard('unawaited', KOA, 'undefined\n  await ctx', 'undefined\n  ctx'),
]

/** Logouts whose library answers the error by itself, with what comes first or at the end. */
export const ANSWERED: readonly Flawed[] = [
  unheard('passed', FASTIFY, FASTIFY_END, `app.post('/logout', (request, reply) => {\n  request.session.destroy((err) => {\n    if (err) reply.send(err)\n    reply.redirect('/')\n  })\n})`),
  unheard('unawaited', GENERIC, 'await ctx.saveSession()', 'ctx.saveSession()'),
  flawed(unhandled, 'unawaited', LUCIA, ['await lucia.invalidateSession', 'lucia.invalidateSession'], ['attributes: {},\n  },\n})', `attributes: { ${IN_PRODUCTION} },\n  },\n})`]),
  unheard('unawaited', known('react-router/memory.ts'), `return redirect('/', { headers: { 'Set-Cookie': await storage.destroySession(session) } })`, `storage.destroySession(session)\n  return redirect('/')`),
  unheard('unawaited', BETTER_AUTH, `const { headers } = await auth.api.signOut({ headers: new Headers({ cookie: req.headers.cookie ?? '' }), returnHeaders: true })\n  res.setHeader('Set-Cookie', headers.getSetCookie())`, `auth.api.signOut({ headers: new Headers({ cookie: req.headers.cookie ?? '' }) })`),
]

/** Logouts of which something throws, or comes too late, for each visitor. */
export const BROKEN_LOGOUTS: readonly Flawed[] = [
  unheard('unawaited', FASTIFY, 'await request.session.destroy()', 'request.session.destroy()'),
  unheard('needed', EXPRESS, `destroy${HEARD}`, until(`regenerate();\n  res.redirect('/');`)),
  unheard('needed', PASSPORT, `logout${HEARD}`, until(`logout();\n  res.redirect('/');`)),
  flawed(
    unhandled,
    'unawaited',
    IRON_NEXT,
    [`withSession((req, res) => {\n  req.session.destroy()`, `withSession(async (req, res) => {\n  req.session.user = undefined\n  req.session.save()`],
    ['cookieOptions: {}', `cookieOptions: { ${IN_PRODUCTION} }`],
  ),
  unheard('unawaited', IRON, `await session.save()\n  res.end('Goodbye')`, `session.save()\n  res.end('Goodbye')`),
]
