import { fastJwt } from '../../lib/frameworks/fast-jwt.js'
import { summarise } from './installed.js'
import { CLAIMS, claimsIn, KEY, run, testJwtFacts } from './jwt-facts.js'

type Made = (given: unknown) => unknown

const make = (start: string, options: object) => run(fastJwt, start, { options }) as Made

summarise('fast-jwt', 'signs, verifies and decodes as the table says')

testJwtFacts({
  facts: fastJwt.jwt,
  sign: (payload, options) => make('createSigner', { key: KEY, ...options })(payload),
  verify: (token, options) => make('createVerifier', { key: KEY, ...options, ...inMilliseconds(options) })(token),
  decode: (token) => make('createDecoder', {})(token),
})

/** The age of a token is a number here. */
function inMilliseconds({ maxAge }: { maxAge?: unknown }): object {
  return maxAge === undefined ? {} : { maxAge: 60_000 }
}

it('gives no end for one that is infinite', () => {
  expect(claimsIn(String(make('createSigner', { key: KEY, expiresIn: Infinity })(CLAIMS)))).not.toHaveProperty('exp')
})
