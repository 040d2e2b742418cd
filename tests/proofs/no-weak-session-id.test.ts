import { guessId } from './attacks.js'
import { ASKED_SESSIONS, COOKIES, PROGRAM, SERVER_SESSIONS } from './catalogue.js'
import { prove } from './proof.js'
import { expectRecord } from './table.js'

const RULE = 'no-weak-session-id'

/** What the message says about the IDs of each program. */
const FINDS: Readonly<Record<string, readonly string[]>> = {
  counted: [
    'express-session/callbacks.cjs',
    'koa-session/middleware.mjs',
    'koa-generic-session/typed.ts',
    'fastify-session/callbacks.cjs',
    'fastify-cookie/callbacks.cjs',
    'hapi/routes.cjs',
    'node-http/set-header.cjs',
    'next/routes',
    'astro/endpoints',
    'elysia/plugin.ts',
    'tinyhttp/constant.mjs',
    'response/typed.ts',
    'cookies/express.mjs',
    'react-router/create-cookie.mjs',
  ],
  random: [
    'express-session/async.mjs',
    'koa-session/controller.ts',
    'fastify-session/async.mjs',
    'express/async.mjs',
    'hapi/plugin.ts',
    'koa/functions.cjs',
    'node-http/write-head.ts',
    'next/response.ts',
    'response/worker',
    'aws-lambda/http-api.ts',
    'hono/chain.mjs',
    'elysia/chain.mjs',
    'tinyhttp/typed.ts',
    'h3/router.mjs',
    'tanstack-start/routes.mjs',
    'remix-cookie/typed.ts',
    'sveltekit/hooks.server.ts',
  ],
  guessable: [
    'express-session/router',
    'express-session/controller.ts',
    'koa-session/chain.cjs',
    'koa-generic-session/functions.cjs',
    'express/nest.ts',
    'fastify-session/nest.ts',
    'fastify-cookie/typed.ts',
    'hono/factory.ts',
    'h3/typed.ts',
    'tanstack-start/typed.ts',
    'astro/typed.ts',
    'cookie/serialize.cjs',
    'cookies/node.cjs',
    'react-router/records.mjs',
  ],
  hashed: ['express-session/nest.ts', 'fastify-session/plugin.ts', 'express/callbacks.cjs', 'koa/typed.ts', 'aws-lambda/rest', 'cookie/typed.ts', 'sveltekit/endpoints'],
}

const RANDOM = 'Math.random().toString(36).slice(2)'

/** Other IDs in programs that other proofs have as well. */
const CHANGED = [
  { path: 'express/async.mjs', flaw: 'counted', changes: [[RANDOM, 'String(++logins)'], ['const users', 'let logins = 0\nconst users']] },
  { path: 'express/async.mjs', flaw: 'guessable', changes: [[RANDOM, 'Date.now()'], ['set(token', 'set(String(token)'], ['COOKIE, token', 'COOKIE, String(token)']] },
  { path: 'next/response.ts', flaw: 'guessable', changes: [[RANDOM, 'String(Date.now())']] },
  { path: 'tinyhttp/typed.ts', flaw: 'guessable', changes: [[`\`\${${RANDOM}}\``, 'Date.now().toString(36)']] },
  { path: 'sveltekit/hooks.server.ts', flaw: 'guessable', changes: [[RANDOM, 'Date.now().toString(36)']] },
  { path: 'remix-cookie/typed.ts', flaw: 'guessable', changes: [[RANDOM, 'Date.now().toString(16)']] },
  { path: 'astro/typed.ts', flaw: 'random', changes: [['`${Date.now()}`', RANDOM]] },
  { path: 'cookie/serialize.cjs', flaw: 'random', changes: [['Date.now().toString(36)', RANDOM]] },
  { path: 'fastify-cookie/callbacks.cjs', flaw: 'random', changes: [['String(++lastSession)', RANDOM]] },
  { path: 'koa-generic-session/functions.cjs', flaw: 'random', changes: [[`'koa-' + Date.now()`, RANDOM]] },
  { path: 'react-router/records.mjs', flaw: 'random', changes: [['Date.now().toString(36)', RANDOM]] },
] as const

/** A UUID can't be guessed, and is not enough for some. */
const UUIDS = [
  { path: 'hono/chain.mjs', change: [RANDOM, 'crypto.randomUUID()'] },
  { path: 'next/response.ts', change: [RANDOM, 'crypto.randomUUID()'] },
] as const

const PROGRAMS = [...SERVER_SESSIONS, ...ASKED_SESSIONS, ...COOKIES].flatMap(({ id, ...program }) => (id ? [{ ...program, id }] : []))

function known(path: string) {
  const found = PROGRAMS.find((one) => one.path === path)
  if (!found) throw new Error(`There is no ${path}`)
  return found
}

describe('an attacker with an account, who works out the ID of the victim', { timeout: 120_000 }, () => {
  it.each(PROGRAMS)('gets into the account at $path until the program is repaired', async (program) => {
    const finds = Object.keys(FINDS).filter((messageId) => FINDS[messageId]?.includes(program.path))
    await prove(program, { rules: RULE, finds, attacks: [guessId(program.id)] })
  })

  const shortOnes = [{ ...PROGRAM.short, flaw: 'short' }, { ...PROGRAM.cut, flaw: 'cut' }]

  it.each(shortOnes)('tries all IDs at $path until the program is repaired', async ({ flaw, ...program }) => {
    await prove(program, { rules: RULE, finds: [flaw], attacks: [guessId(program.id)] })
  })

  it.each(CHANGED)('gets into the account with another ID at $path until the program is repaired ($flaw)', async ({ changes, flaw, path }) => {
    const { id, ...program } = known(path)
    await prove({ ...program, changes }, { rules: RULE, finds: [flaw], attacks: [guessId(id)] })
  })

  it('gets into the account where the ID is a number until somebody follows the suggestion', async () => {
    await prove(PROGRAM.cookieWorkspace, { rules: RULE, finds: ['guessable'], attacks: [guessId(PROGRAM.cookieWorkspace.id)], by: 'suggestions' })
  })
})

// Behind the others: once a part of Next has been loaded, what prepares Node for it comes too late.
it.each(UUIDS)('users are fine with a UUID at $path, and with what is better', { timeout: 120_000 }, async ({ change, path }) => {
  await prove({ ...known(path), changes: [change] }, { rules: RULE, options: { minEntropyBits: 128, allowUuid: false }, finds: ['uuid'], attacks: [] })
})

expectRecord(RULE)
