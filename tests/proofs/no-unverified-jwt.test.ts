import { prove } from './proof.js'
import { expectRecord } from './table.js'
import { forgeToken, replayCookieAfter } from './token-attacks.js'
import { changed, TOKENS } from './tokens.js'

const RULE = 'no-unverified-jwt'
const forged = forgeToken('access', { key: () => `the attacker's own` })

const VERIFY = `jwt.verify(token, jwtSecret, { algorithms: ['HS256'] })`
const KEYED = changed([
  [TOKENS.jsonwebtoken, [VERIFY, 'jwt.decode(token, jwtSecret)']],
  [TOKENS.typed, [VERIFY.replace('jwtSecret', 'key'), 'jwt.decode(token, key)']],
])

const IGNORING = 'ignoreExpiration: true'
const IN_VERIFICATION = [`algorithms: ['HS256'] }`, `algorithms: ['HS256'], ${IGNORING} }`] as const
const IN_OPTIONS = [`algorithms: ['HS256'],`, `algorithms: ['HS256'],\n  ${IGNORING},`] as const

const WITHOUT_END = changed([
  [TOKENS.jsonwebtoken, IN_VERIFICATION],
  [TOKENS.typed, [`{ algorithms: ['HS256'] }`, `{ ${IGNORING} }`]],
  [TOKENS.fastJwt, [`algorithms: ['HS256']`, IGNORING]],
  [TOKENS.fastifyJwt, IN_VERIFICATION],
  [TOKENS.nestjsJwt, IN_VERIFICATION],
  [TOKENS.honoJwt, [`alg: 'HS256' }`, `alg: 'HS256', exp: false }`]],
  [TOKENS.honoMiddleware, ['iat: true', 'exp: false']],
  [TOKENS.expressJwt, IN_OPTIONS],
  [TOKENS.koaJwt, IN_OPTIONS],
  [TOKENS.passportJwt, IN_OPTIONS],
])

describe('an attacker who writes a token and signs it with any key', { timeout: 120_000 }, () => {
  it.each(KEYED)('gets into the account with $flaw until somebody follows the suggestion', async (program) => {
    await prove(program, { rules: RULE, finds: ['key'], attacks: [forged, forgeToken('access', { header: { alg: 'none' } })], by: 'suggestions' })
  })

  it.each(changed([[TOKENS.jwtSimple, ['jwt.decode(token, jwtSecret)', `jwt.decode(token, jwtSecret, 'true')`]]]))(
    'gets into the account with $flaw until somebody follows the suggestion',
    async (program) => {
      await prove(program, { rules: RULE, finds: ['turnedOff'], attacks: [forged], by: 'suggestions' })
    },
  )
})

describe('an attacker with a copy of a token that has expired', { timeout: 120_000 }, () => {
  it.each(WITHOUT_END)('is in the account at $path until somebody follows the suggestion', async (program) => {
    await prove(program, { rules: RULE, finds: ['expired'], attacks: [replayCookieAfter('access', 60)], by: 'suggestions' })
  })
})

expectRecord('no-unverified-jwt')
