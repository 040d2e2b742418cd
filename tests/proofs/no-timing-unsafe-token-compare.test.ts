import { openBrowser } from './browser.js'
import { proveOffer } from './flawed.js'
import { COMPARISONS } from './flaws-of-sessions.js'
import { logInSurely, VICTIM } from './people.js'
import type { RunningProgram } from './run-program.js'
import { expectRecord } from './table.js'
import { measureComparison } from './token-attacks.js'

/** The right token is taken, and nothing else: no other one, no part of it, nothing that is no text. */
async function takesOnlyTheToken(program: RunningProgram): Promise<void> {
  const browser = openBrowser(program)
  await logInSurely(browser, VICTIM)
  const token = browser.cookies().get('token') ?? ''
  const statusOf = async (sent: unknown) => (await browser.post('/orders', { name: VICTIM.name, token: sent })).status
  expect(await statusOf(token)).toBe(200)
  const others = [token.replace(/.$/, '!'), token.slice(1), `${token}x`, '', undefined, null, 0, true, [token], { token }]
  for (const sent of others) expect(await statusOf(sent), JSON.stringify(sent)).toBe(401)
}

it.each(COMPARISONS)('an attacker who measures how long a comparison takes learns something at $path until somebody follows the suggestions', { timeout: 120_000 }, async (program) => {
  await proveOffer(program, [measureComparison('token')], { stays: takesOnlyTheToken })
})

expectRecord('no-timing-unsafe-token-compare')
