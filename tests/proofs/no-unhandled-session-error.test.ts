import { goOnAfterLogout } from './attacks.js'
import type { Program } from './catalogue.js'
import { prove } from './proof.js'
import { expectRecord } from './table.js'
import { logOutWhileLocked, orEnd } from './token-attacks.js'

const RULE = 'no-unhandled-session-error'

const EXPRESS: Program = { library: 'express-session', path: 'express-session/unheard.cjs', libraries: ['express4', 'express-session'] }
const TYPED: Program = { library: 'express-session', path: 'express-session/unheard.ts', libraries: ['express', 'express-session'] }
const PASSPORT: Program = { library: 'passport', path: 'passport/unheard.cjs', libraries: ['express4', 'express-session', 'passport'] }
const FASTIFY: Program = { library: '@fastify/session', path: 'fastify-session/unheard.mjs', libraries: ['fastify', '@fastify/cookie', '@fastify/session'] }
const KOA: Program = { library: 'koa-session', path: 'koa-session/unheard.mjs', libraries: ['koa', 'koa-session'] }
const GENERIC: Program = { library: 'koa-generic-session', path: 'koa-generic-session/unheard.mjs', libraries: ['koa', 'koa-generic-session'] }
const IRON: Program = { library: 'iron-session', path: 'iron-session/unheard.mjs', libraries: ['iron-session8'] }

const HEARD = '((err) => {\n    if (err) return next(err);\n    res.redirect(\'/\');\n  });\n});\n\napp.use((err'
const rest = (text: string) => `${text}\n});\n\napp.use((err`

/** The logout of a program, which does not hear of its error. */
function logout(program: Program, messageId: string, from: string, to: string) {
  return { ...program, messageId, changes: [[from, to]] as const }
}

const ENDED = `app.post('/logout', async (request, reply) => {\n  await request.session.destroy()\n  return reply.redirect('/')\n})`

const UNHEARD = [
  logout(EXPRESS, 'missing', `destroy${HEARD}`, rest(`destroy();\n  res.redirect('/');`)),
  logout(EXPRESS, 'ignored', `destroy${HEARD}`, rest(`destroy(() => {\n    res.redirect('/');\n  });`)),
  logout(EXPRESS, 'passed', `destroy${HEARD}`, rest(`destroy((err) => {\n    if (err) next(err);\n    res.redirect('/');\n  });`)),
  logout(EXPRESS, 'ignored', `req.session.destroy${HEARD}`, rest(`req.session.user = null;\n  req.session.save(function () {\n    res.redirect('/');\n  });`)),
  logout(TYPED, 'missing', 'await new Promise<void>((resolve, reject) => req.session.destroy((err: unknown) => (err ? reject(err) : resolve())))', 'req.session.destroy()'),
  logout(TYPED, 'resolved', '(resolve, reject) => req.session.destroy((err: unknown) => (err ? reject(err) : resolve()))', '(resolve) => req.session.destroy(resolve)'),
  logout(PASSPORT, 'ignored', `logout${HEARD}`, rest(`logout(() => res.redirect('/'));`)),
  logout(PASSPORT, 'passed', `logout${HEARD}`, rest(`logout(function (err) {\n    if (err) { next(err); }\n    res.redirect('/');\n  });`)),
  logout(FASTIFY, 'ignored', ENDED, `app.post('/logout', (request, reply) => {\n  request.session.destroy(() => {\n    reply.redirect('/')\n  })\n})`),
  logout(FASTIFY, 'resolved', 'await request.session.destroy()', 'await new Promise((resolve) => request.session.destroy(resolve))'),
  logout(KOA, 'unawaited', 'undefined\n  await ctx', 'undefined\n  ctx'),
]

/** The library answers the error by itself, with what comes first or at the end. */
const ANSWERED = [
  logout(FASTIFY, 'passed', ENDED, `app.post('/logout', (request, reply) => {\n  request.session.destroy((err) => {\n    if (err) reply.send(err)\n    reply.redirect('/')\n  })\n})`),
  logout(GENERIC, 'unawaited', 'await ctx.saveSession()', 'ctx.saveSession()'),
]

/** What throws, or comes too late, for each visitor. */
const BROKEN = [
  { ...logout(FASTIFY, 'unawaited', 'await request.session.destroy()', 'request.session.destroy()'), attack: logOutWhileLocked },
  { ...logout(EXPRESS, 'needed', `destroy${HEARD}`, rest(`regenerate();\n  res.redirect('/');`)), attack: logOutWhileLocked },
  { ...logout(PASSPORT, 'needed', `logout${HEARD}`, rest(`logout();\n  res.redirect('/');`)), attack: orEnd(goOnAfterLogout) },
  { ...logout(IRON, 'unawaited', `await session.save()\n  res.end('Goodbye')`, `session.save()\n  res.end('Goodbye')`), attack: orEnd(goOnAfterLogout) },
]

describe('an attacker with a copy of the cookies, while the store fails', { timeout: 120_000 }, () => {
  it.each(UNHEARD)('stays in the account of somebody who has logged out at $path until somebody follows the suggestion ($messageId)', async ({ messageId, ...program }) => {
    await prove(program, { rules: RULE, finds: [messageId], attacks: [logOutWhileLocked], by: 'suggestions' })
  })
})

it.each(ANSWERED)('users are fine at $path before and after the suggestion ($messageId), and nobody is deceived', { timeout: 120_000 }, async ({ messageId, ...program }) => {
  await prove(program, { rules: RULE, finds: [messageId], attacks: [], by: 'suggestions' })
})

it.each(BROKEN)('nobody can log out at $path until somebody follows the suggestion ($messageId)', { timeout: 120_000 }, async ({ attack, messageId, ...program }) => {
  await prove(program, { rules: RULE, finds: [messageId], attacks: [attack], isBroken: true, by: 'suggestions' })
})

expectRecord('no-unhandled-session-error')
