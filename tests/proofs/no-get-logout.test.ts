import { COOKIES, type Program } from './catalogue.js'
import type { Change } from './program-folder.js'
import { prove } from './proof.js'
import { expectRecord } from './table.js'
import { logOutByLink } from './token-attacks.js'

const RULE = 'no-get-logout'

const program = (path: string, ...changes: readonly Change[]): Program => {
  const found = COOKIES.find((one) => one.path === path)
  if (!found) throw new Error(`There is no ${path}`)
  return { ...found, changes }
}

const CHAIN: Change = [`.post('/logout'`, `.get('/logout'`]

/** The programs of other proofs, whose logouts answer GET, or every method. */
const PROGRAMS = [
  program('express/callbacks.cjs', CHAIN),
  program('express/async.mjs', [`.post('/logout'`, `.all('/logout'`]),
  program('express/nest.ts', [`@Post('logout')`, `@Get('logout')`], [`sameSite: 'strict'`, `sameSite: 'lax'`]),
  program('fastify-cookie/typed.ts', CHAIN),
  program('hono/factory.ts', CHAIN),
  program('elysia/chain.mjs', CHAIN),
  program('tinyhttp/constant.mjs', CHAIN),
  program('h3/router.mjs', [`.post(\n  '/logout'`, `.get(\n  '/logout'`]),
  program('hapi/routes.cjs', [`method: 'POST',\n    path: '/logout'`, `method: 'GET',\n    path: '/logout'`]),
]

describe('another site, which sends its visitors to the logout', { timeout: 120_000 }, () => {
  it.each(PROGRAMS)('logs them out at $path until somebody follows the suggestion', async (program) => {
    await prove(program, { rules: RULE, finds: ['open'], attacks: [logOutByLink], by: 'suggestions' })
  })
})

expectRecord('no-get-logout')
