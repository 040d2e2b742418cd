import { openBrowser } from './browser.js'
import type { Program } from './catalogue.js'
import { logInSurely, VICTIM } from './people.js'
import { prove } from './proof.js'
import type { RunningProgram } from './run-program.js'
import { expectRecord } from './table.js'
import { measureComparison } from './token-attacks.js'

const PROGRAMS: readonly Program[] = [
  { library: 'express', path: 'express/remember-me.cjs', libraries: ['express4', 'cookie-parser'] },
  { library: '@fastify/cookie', path: 'fastify-cookie/remember-me.mjs', libraries: ['fastify', '@fastify/cookie'] },
  { library: 'hono', path: 'hono/remember-me.ts', libraries: ['hono', '@hono/node-server'] },
]

/** The right token is taken, and nothing else: no other one, no part of it, nothing that is no text. */
async function takesOnlyTheToken(program: RunningProgram): Promise<void> {
  const browser = openBrowser(program)
  await logInSurely(browser, VICTIM)
  const token = browser.cookies().get('token') ?? ''
  const statusOf = async (sent: unknown) => (await browser.post('/orders', { name: VICTIM.name, token: sent })).status
  expect(await statusOf(token)).toBe(200)
  for (const sent of [token.replace(/.$/, '!'), token.slice(1), `${token}x`, '', undefined, null, 0, true, [token], { token }]) expect(await statusOf(sent), JSON.stringify(sent)).toBe(401)
}

describe('an attacker who measures how long a comparison takes', { timeout: 120_000 }, () => {
  it.each(PROGRAMS)('learns something at $path until somebody follows the suggestions', async (program) => {
    const attacks = [measureComparison('token')]
    await prove(program, { rules: 'no-timing-unsafe-token-compare', finds: ['compared', 'compared'], attacks, by: 'suggestions', stays: takesOnlyTheToken })
  })
})

expectRecord('no-timing-unsafe-token-compare')
