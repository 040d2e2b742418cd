import { readByScript } from './attacks.js'
import { ASKED_SESSIONS, CLIENT_SESSIONS, COOKIES, ENDING_SESSIONS, PROGRAM, SEALED_SESSIONS, SERVER_SESSIONS, type Program } from './catalogue.js'
import { prove } from './proof.js'
import { expectRecord } from './table.js'

const PROGRAMS: readonly Program[] = [...SERVER_SESSIONS, ...ENDING_SESSIONS, PROGRAM.cookieFunction, ...CLIENT_SESSIONS, ...SEALED_SESSIONS, ...ASKED_SESSIONS, ...COOKIES]
/** Programs that leave the attribute out, where the library does not add it. */
const LEFT_OUT = ['astro/endpoints', 'h3/router.mjs', 'tanstack-start/routes.mjs', 'react-router/cookie-storage', 'react-router/memory.ts', 'react-router/create-cookie.mjs', 'response/worker', 'response/typed.ts', 'aws-lambda/rest', 'aws-lambda/http-api.ts', 'cookie/serialize.cjs', 'express/callbacks.cjs', 'express/async.mjs', 'fastify-cookie/callbacks.cjs', 'node-http/set-header.cjs', 'node-http/write-head.ts', 'next/routes', 'hono/chain.mjs', 'elysia/chain.mjs', 'tinyhttp/constant.mjs', 'hono-sessions/typed.ts']

describe('a script in the page, which sends home the cookies that it can read', { timeout: 120_000 }, () => {
  it.each(PROGRAMS)('gets into the account at $path until the program is repaired', async (program) => {
    const finds = [LEFT_OUT.includes(program.path) ? 'missing' : 'off']
    await prove(program, { rules: 'require-http-only', finds, attacks: [readByScript] })
  })

  it('gets into the account where a page of the program reads cookies until somebody follows the suggestion', async () => {
    await prove(PROGRAM.page, { rules: 'require-http-only', finds: ['missing'], attacks: [readByScript], by: 'suggestions' })
  })
})

expectRecord('require-http-only')
