import { visitWith } from './browser.js'
import { proveOffer } from './flawed.js'
import { HARMLESS, MIXED, UNLISTED, UNSIGNED } from './flaws-of-tokens.js'
import { expectRecord } from './table.js'
import { forgeToken } from './token-attacks.js'

/** Another service has the same key, and another purpose for its tokens: it signs them with another algorithm. */
const signedOtherwise = forgeToken('access', { header: { alg: 'HS512' }, key: ({ settings }) => settings.JWT_SECRET ?? '' })
const unsigned = forgeToken('access', { header: { alg: 'none', kid: 'unknown' } })
const signedWithPublicKey = forgeToken('access', { header: { alg: 'HS256' }, key: async (program) => (await visitWith(program, new Map(), '/public-key')).text })

describe('an attacker who chooses the algorithm', { timeout: 120_000 }, () => {
  it.each(UNLISTED)('uses a key with another one at $path until somebody follows the suggestion', async (program) => {
    await proveOffer(program, [signedOtherwise])
  })

  it.each(UNSIGNED)('signs nothing, and names no key, at $path until somebody follows the suggestion', async (program) => {
    await proveOffer(program, [unsigned])
  })

  it('signs with the public key until somebody follows the suggestion', async () => {
    await proveOffer(MIXED, [signedWithPublicKey])
  })
})

it.each(HARMLESS)('users are fine with the list of $path, and with the suggestion', { timeout: 120_000 }, async (program) => {
  await proveOffer(program, [])
})

expectRecord('require-jwt-algorithms')
