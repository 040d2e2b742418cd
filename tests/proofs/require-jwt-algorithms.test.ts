import { visitWith } from './browser.js'
import { prove } from './proof.js'
import type { RunningProgram } from './run-program.js'
import { expectRecord } from './table.js'
import { forgeToken } from './token-attacks.js'
import { changed, TOKENS } from './tokens.js'

const RULE = 'require-jwt-algorithms'

/** Another service has the same key, and another purpose for its tokens: it signs them with another algorithm. */
const signedOtherwise = forgeToken('access', { header: { alg: 'HS512' }, key: ({ settings }: RunningProgram) => settings.JWT_SECRET ?? '' })
const unsigned = forgeToken('access', { header: { alg: 'none', kid: 'unknown' } })
const signedWithPublicKey = forgeToken('access', { header: { alg: 'HS256' }, key: async (program) => (await visitWith(program, new Map(), '/public-key')).text })

const LIST = `algorithms: ['HS256']`
const IN_OPTIONS = [`\n  ${LIST},`, ''] as const

const WITHOUT_LIST = changed([
  [TOKENS.jsonwebtoken, [`, { ${LIST} }`, '']],
  [TOKENS.typed, [`, { ${LIST} }`, '']],
  [TOKENS.jose, [`, { ${LIST} }`, '']],
  [TOKENS.joseTyped, [`, { ${LIST} }`, '']],
  [TOKENS.fastJwt, [`, ${LIST}`, '']],
  [TOKENS.fastifyJwt, [`\n  verify: { ${LIST} },`, '']],
  [TOKENS.elysiajsJwt, [`, { ${LIST} }`, '']],
  [TOKENS.koaJwt, IN_OPTIONS],
  [TOKENS.passportJwt, [`\n      ${LIST},`, '']],
])

const KEYS = 'const keys = { 2026: jwtSecret }'
const UNKNOWN_KEYS = changed([
  [
    TOKENS.jsonwebtoken,
    [`expiresIn: '15m' }`, `expiresIn: '15m', keyid: '2026' }`],
    [`(token, jwtSecret, { ${LIST} })`, `(token, keys[jwt.decode(token, { complete: true }).header.kid], { algorithms: ['HS256', 'none'] })`],
    ['\nfunction giveAccess', `${KEYS};\n\nfunction giveAccess`],
  ],
  [
    TOKENS.expressJwt,
    [`expiresIn: '15m' }`, `expiresIn: '15m', keyid: '2026' }`],
    ['secret: jwtSecret', 'secret: (req, token) => keys[token.header.kid]'],
    [LIST, `algorithms: ['HS256', 'none']`],
    ['\nfunction giveAccess', `${KEYS}\n\nfunction giveAccess`],
  ],
  [
    TOKENS.passportJwt,
    [`expiresIn: '15m' }`, `expiresIn: '15m', keyid: '2026' }`],
    ['secretOrKey: jwtSecret', 'secretOrKeyProvider: (req, token, done) => done(null, keys[jwt.decode(token, { complete: true }).header.kid])'],
    [LIST, `algorithms: ['HS256', 'none']`],
    ['\nconst giveAccess', `${KEYS}\n\nconst giveAccess`],
  ],
])

describe('an attacker who chooses the algorithm', { timeout: 120_000 }, () => {
  it.each(WITHOUT_LIST)('uses a key with another one at $path until somebody follows the suggestion', async (program) => {
    await prove(program, { rules: RULE, options: { requireExplicit: true }, finds: ['missing'], attacks: [signedOtherwise], by: 'suggestions' })
  })

  it.each(UNKNOWN_KEYS)('signs nothing, and names no key, at $path until somebody follows the suggestion', async (program) => {
    await prove(program, { rules: RULE, finds: ['none'], attacks: [unsigned], by: 'suggestions' })
  })

  it('signs with the public key until somebody follows the suggestion', async () => {
    await prove(TOKENS.keyPair, { rules: RULE, finds: ['mixed'], attacks: [signedWithPublicKey], by: 'suggestions' })
  })
})

expectRecord('require-jwt-algorithms')
