import { proveOffer } from './flawed.js'
import { EXPIRED, UNVERIFIED } from './flaws-of-tokens.js'
import { expectRecord } from './table.js'
import { forgeToken, replayCookieAfter } from './token-attacks.js'

it.each(UNVERIFIED)('an attacker who writes a token gets into the account at $path until somebody follows the suggestion ($finds)', { timeout: 120_000 }, async (program) => {
  await proveOffer(program, [forgeToken('access', { key: () => `the attacker's own` })])
})

it.each(EXPIRED)('an attacker with a copy of a token that has expired is in the account at $path until somebody follows the suggestion', { timeout: 120_000 }, async (program) => {
  await proveOffer(program, [replayCookieAfter('access', 60)])
})

expectRecord('no-unverified-jwt')
