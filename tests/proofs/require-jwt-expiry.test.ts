import { proveOffer } from './flawed.js'
import { ENDLESS, IN_DIGITS } from './flaws-of-tokens.js'
import { expectRecord } from './table.js'
import { livesForSeconds, replayCookieAfter } from './token-attacks.js'

it.each(ENDLESS)('an attacker with a copy of the token is in the account long after at $path until somebody follows the suggestion ($finds)', { timeout: 120_000 }, async (program) => {
  await proveOffer(program, [replayCookieAfter('access', 60)])
})

it.each(IN_DIGITS)('a token lives for seconds at $path until somebody follows the suggestion', { timeout: 120_000 }, async (program) => {
  await proveOffer(program, [livesForSeconds('access')])
})

expectRecord('require-jwt-expiry')
