import type { Program } from './catalogue.js'
import type { Change } from './program-folder.js'
import { prove } from './proof.js'
import { expectRecord } from './table.js'
import { livesForSeconds, replayCookieAfter } from './token-attacks.js'
import { changed, TOKENS } from './tokens.js'

const RULE = 'require-jwt-expiry'
const stolen = replayCookieAfter('access', 60)

const OPTION = `, { expiresIn: '15m' }`
const CLAIM = ', exp: Math.floor(Date.now() / 1000) + 15 * 60'

const WITHOUT: readonly (readonly [Program, Change])[] = [
  [TOKENS.jsonwebtoken, [OPTION, '']],
  [TOKENS.typed, [OPTION, '']],
  [TOKENS.jose, [`\n    .setExpirationTime('15m')`, '']],
  [TOKENS.joseTyped, [`.setExpirationTime('15m')`, '']],
  [TOKENS.fastJwt, [`, expiresIn: '15m'`, '']],
  [TOKENS.fastifyJwt, [OPTION, '']],
  [TOKENS.nestjsJwt, [OPTION, '']],
  [TOKENS.honoJwt, [CLAIM, '']],
  [TOKENS.honoMiddleware, [CLAIM, '']],
  [TOKENS.elysiajsJwt, [`, exp: '15m'`, '']],
  [TOKENS.jwtSimple, [CLAIM, '']],
]

const IN_MILLISECONDS = changed([
  [TOKENS.jsonwebtoken, [`expiresIn: '15m'`, 'expiresIn: 15 * 60 * 1000']],
  [TOKENS.typed, [`expiresIn: '15m'`, 'expiresIn: 60 * 1000 * 15']],
  [TOKENS.fastifyJwt, [`expiresIn: '15m'`, 'expiresIn: 15 * 60 * 1000']],
  [TOKENS.nestjsJwt, [`expiresIn: '15m'`, 'expiresIn: 15 * 60 * 1000']],
])

/** Each place that signs has its finding, also where one edit is for all. */
function said({ library }: Program, messageId: string): readonly string[] {
  return library === '@elysiajs/jwt' ? [messageId, messageId] : [messageId]
}

const MOMENT = 'exp: Date.now() + 15 * 60 * 1000'
const AS_MOMENT = changed([
  [TOKENS.jsonwebtoken, [OPTION, ''], ['sub: name', `sub: name, ${MOMENT}`]],
  [TOKENS.jose, [`\n    .setExpirationTime('15m')`, ''], ['sub: name', `sub: name, ${MOMENT}`]],
  [TOKENS.fastJwt, [`, expiresIn: '15m'`, ''], ['sub: name', `sub: name, ${MOMENT}`]],
  [TOKENS.fastifyJwt, [OPTION, ''], ['sub: name', `sub: name, ${MOMENT}`]],
  [TOKENS.nestjsJwt, [OPTION, ''], ['{ sub: name }', `{ sub: name, ${MOMENT} }`]],
  [TOKENS.honoJwt, [CLAIM, `, ${MOMENT}`]],
  [TOKENS.elysiajsJwt, [`, exp: '15m'`, ''], ['sub: name', `sub: name, ${MOMENT}`], ['sub: known', `sub: known, exp: Math.floor(Date.now() / 1000) + 60 * 15`]],
  [TOKENS.jwtSimple, [CLAIM, `, ${MOMENT}`]],
])

const IN_DIGITS = changed([
  [TOKENS.jsonwebtoken, [`'15m'`, `'9000'`]],
  [TOKENS.typed, [`'15m'`, `'9000'`]],
  [TOKENS.fastifyJwt, [`'15m'`, `'9000'`]],
  [TOKENS.nestjsJwt, [`'15m'`, `'9000'`]],
])

describe('an attacker with a copy of the token', { timeout: 120_000 }, () => {
  it.each(WITHOUT)('is in the account long after at $path until somebody follows the suggestion', async (program, change) => {
    await prove({ ...program, changes: [change] }, { rules: RULE, finds: said(program, 'missing'), attacks: [stolen], by: 'suggestions' })
  })

  it('is in the account long after where the token never ends until somebody follows the suggestion', async () => {
    await prove({ ...TOKENS.fastJwt, changes: [[`'15m'`, 'Infinity']] }, { rules: RULE, finds: ['endless'], attacks: [stolen], by: 'suggestions' })
  })

  it.each(IN_MILLISECONDS)('is in the account long after of $flaw at $path until somebody follows the suggestion', async (program) => {
    await prove(program, { rules: RULE, finds: ['milliseconds'], attacks: [stolen], by: 'suggestions' })
  })

  it.each(AS_MOMENT)('is in the account long after of $flaw at $path until somebody follows the suggestion', async (program) => {
    await prove(program, { rules: RULE, finds: ['moment'], attacks: [stolen], by: 'suggestions' })
  })
})

it.each(IN_DIGITS)('a token lives for seconds at $path until somebody follows the suggestion', { timeout: 120_000 }, async (program) => {
  await prove(program, { rules: RULE, finds: ['digits'], attacks: [livesForSeconds('access')], by: 'suggestions' })
})

expectRecord('require-jwt-expiry')
