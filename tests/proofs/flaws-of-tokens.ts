import type { Program } from './catalogue.js'
import { flawed, type Flawed } from './flawed.js'
import type { Change } from './program-folder.js'
import { TOKENS } from './tokens.js'

const EXPIRES = `expiresIn: '15m'`
const OPTION = `, { ${EXPIRES} }`
const STEP = `.setExpirationTime('15m')`
const STEP_ON_A_LINE = `\n    ${STEP}`
const CLAIM = ', exp: Math.floor(Date.now() / 1000) + 15 * 60'

const endless = (messageId: string, program: Program, ...changes: readonly Change[]) => flawed('require-jwt-expiry', messageId, program, ...changes)

const NO_END: readonly Flawed[] = [
  endless('missing', TOKENS.jsonwebtoken, [OPTION, '']),
  endless('missing', TOKENS.typed, [OPTION, '']),
  endless('missing', TOKENS.jose, [STEP_ON_A_LINE, '']),
  endless('missing', TOKENS.joseTyped, [STEP, '']),
  endless('missing', TOKENS.fastJwt, [`, ${EXPIRES}`, '']),
  endless('endless', TOKENS.fastJwt, [`'15m'`, 'Infinity']),
  endless('missing', TOKENS.fastifyJwt, [OPTION, '']),
  endless('missing', TOKENS.nestjsJwt, [OPTION, '']),
  endless('missing', TOKENS.honoJwt, [CLAIM, '']),
  endless('missing', TOKENS.honoMiddleware, [CLAIM, '']),
  // Both places that sign are found; one edit is for both.
  { ...endless('missing', TOKENS.elysiajsJwt, [`, exp: '15m'`, '']), finds: ['missing', 'missing'] },
  endless('missing', TOKENS.jwtSimple, [CLAIM, '']),
]

const THOUSANDS: Change = [EXPIRES, 'expiresIn: 15 * 60 * 1000']

const IN_MILLISECONDS: readonly Flawed[] = [
  endless('milliseconds', TOKENS.jsonwebtoken, THOUSANDS),
  endless('milliseconds', TOKENS.typed, [EXPIRES, 'expiresIn: 60 * 1000 * 15']),
  endless('milliseconds', TOKENS.fastifyJwt, THOUSANDS),
  endless('milliseconds', TOKENS.nestjsJwt, THOUSANDS),
]

const MOMENT = 'exp: Date.now() + 15 * 60 * 1000'
const SUBJECT: Change = ['sub: name', `sub: name, ${MOMENT}`]

const AT_A_MOMENT: readonly Flawed[] = [
  endless('moment', TOKENS.jsonwebtoken, [OPTION, ''], SUBJECT),
  endless('moment', TOKENS.jose, [STEP_ON_A_LINE, ''], SUBJECT),
  endless('moment', TOKENS.fastJwt, [`, ${EXPIRES}`, ''], SUBJECT),
  endless('moment', TOKENS.fastifyJwt, [OPTION, ''], SUBJECT),
  endless('moment', TOKENS.nestjsJwt, [OPTION, ''], ['{ sub: name }', `{ sub: name, ${MOMENT} }`]),
  endless('moment', TOKENS.honoJwt, [CLAIM, `, ${MOMENT}`]),
  endless('moment', TOKENS.elysiajsJwt, [`, exp: '15m'`, ''], SUBJECT, ['sub: known', `sub: known${CLAIM}`]),
  endless('moment', TOKENS.jwtSimple, [CLAIM, `, ${MOMENT}`]),
]

/** Tokens that live too long. */
export const ENDLESS: readonly Flawed[] = [...NO_END, ...IN_MILLISECONDS, ...AT_A_MOMENT]

/** Tokens that are no good before anybody has used them. */
export const IN_DIGITS: readonly Flawed[] = [TOKENS.jsonwebtoken, TOKENS.typed, TOKENS.fastifyJwt, TOKENS.nestjsJwt].map((program) => endless('digits', program, [`'15m'`, `'9000'`]))

const LIST = `algorithms: ['HS256']`
const unverified = (messageId: string, program: Program, ...changes: readonly Change[]) => flawed('no-unverified-jwt', messageId, program, ...changes)

/** Tokens that are not verified although the code looks like it. */
export const UNVERIFIED: readonly Flawed[] = [
  unverified('key', TOKENS.jsonwebtoken, [`jwt.verify(token, jwtSecret, { ${LIST} })`, 'jwt.decode(token, jwtSecret)']),
  unverified('key', TOKENS.typed, [`jwt.verify(token, key, { ${LIST} })`, 'jwt.decode(token, key)']),
  unverified('turnedOff', TOKENS.jwtSimple, ['jwt.decode(token, jwtSecret)', `jwt.decode(token, jwtSecret, 'true')`]),
]

const IGNORING = 'ignoreExpiration: true'
const IN_VERIFICATION: Change = [`${LIST} }`, `${LIST}, ${IGNORING} }`]
const IN_OPTIONS: Change = [`${LIST},`, `${LIST},\n  ${IGNORING},`]

/** Tokens that are taken after their end. */
export const EXPIRED: readonly Flawed[] = [
  unverified('expired', TOKENS.jsonwebtoken, IN_VERIFICATION),
  unverified('expired', TOKENS.typed, [`{ ${LIST} }`, `{ ${IGNORING} }`]),
  unverified('expired', TOKENS.fastJwt, [LIST, IGNORING]),
  unverified('expired', TOKENS.fastifyJwt, IN_VERIFICATION),
  unverified('expired', TOKENS.nestjsJwt, IN_VERIFICATION),
  unverified('expired', TOKENS.honoJwt, [`alg: 'HS256' }`, `alg: 'HS256', exp: false }`]),
  unverified('expired', TOKENS.honoMiddleware, ['iat: true', 'exp: false']),
  unverified('expired', TOKENS.expressJwt, IN_OPTIONS),
  unverified('expired', TOKENS.koaJwt, IN_OPTIONS),
  unverified('expired', TOKENS.passportJwt, IN_OPTIONS),
]

const ARGUMENT: Change = [`, { ${LIST} }`, '']
const listed = (messageId: string, program: Program, ...changes: readonly Change[]) => flawed('require-jwt-algorithms', messageId, program, ...changes)
const unlisted = (program: Program, change: Change): Flawed => ({ ...listed('missing', program, change), options: { requireExplicit: true } })

/** Verifications without a list of algorithms. */
export const UNLISTED: readonly Flawed[] = [
  unlisted(TOKENS.jsonwebtoken, ARGUMENT),
  unlisted(TOKENS.typed, ARGUMENT),
  unlisted(TOKENS.jose, ARGUMENT),
  unlisted(TOKENS.joseTyped, ARGUMENT),
  unlisted(TOKENS.fastJwt, [`, ${LIST}`, '']),
  unlisted(TOKENS.fastifyJwt, [`\n  verify: { ${LIST} },`, '']),
  unlisted(TOKENS.elysiajsJwt, ARGUMENT),
  unlisted(TOKENS.koaJwt, [`\n  ${LIST},`, '']),
  unlisted(TOKENS.passportJwt, [`\n      ${LIST},`, '']),
]

const NAMED_KEY: Change = [`${EXPIRES} }`, `${EXPIRES}, keyid: '2026' }`]
const WITH_NONE = `algorithms: ['HS256', 'none']`
const READ_KEY = 'keys[jwt.decode(token, { complete: true }).header.kid]'
const keysBefore = (text: string, end = ''): Change => [text, `const keys = { 2026: jwtSecret }${end}\n\n${text}`]

/** Verifications that let tokens pass without a signature, and find no key for some. */
export const UNSIGNED: readonly Flawed[] = [
  listed('none', TOKENS.jsonwebtoken, NAMED_KEY, [`(token, jwtSecret, { ${LIST} })`, `(token, ${READ_KEY}, { ${WITH_NONE} })`], keysBefore('function giveAccess', ';')),
  listed('none', TOKENS.expressJwt, NAMED_KEY, ['secret: jwtSecret', 'secret: (req, token) => keys[token.header.kid]'], [LIST, WITH_NONE], keysBefore('function giveAccess')),
  listed('none', TOKENS.passportJwt, NAMED_KEY, ['secretOrKey: jwtSecret', `secretOrKeyProvider: (req, token, done) => done(null, ${READ_KEY})`], [LIST, WITH_NONE], keysBefore('const giveAccess')),
]

/** A verification for which a public key may be a secret. */
export const MIXED: Flawed = listed('mixed', TOKENS.keyPair)

const MIXED_LIST = `algorithms: ['HS256', 'RS256']`

/** Lists that the libraries themselves don't follow: they look at what kind of key they have. */
export const HARMLESS: readonly Flawed[] = [
  listed('mixed', TOKENS.typed, [LIST, MIXED_LIST], ['const key = jwtSecret()', 'const secret = jwtSecret()'], [', key,', ', secret,']),
  listed('none', TOKENS.nestjsJwt, [LIST, WITH_NONE]),
  ...[TOKENS.jsonwebtoken, TOKENS.jose, TOKENS.fastifyJwt, TOKENS.expressJwt, TOKENS.koaJwt, TOKENS.passportJwt].map((program) => listed('mixed', program, [LIST, MIXED_LIST])),
]

const DECLARED = `const jwtSecret = process.env.JWT_SECRET\nif (!jwtSecret) throw new Error('JWT_SECRET is not set')`
const DECLARED_IN_CLASSIC = DECLARED.replace('\n', ';\n').concat(';')
const WRITTEN = `'the same for all who have the source'`
const READING_KEY = `function jwtSecret(): string {
  const secret = process.env.JWT_SECRET
  if (!secret) throw new Error('JWT_SECRET is not set')
  return secret
}

`
const UNSET = `process.env.JWT_SECRET ?? ${WRITTEN}`
const SAMPLE = `'your-256-bit-secret'`

const secret = (messageId: string, program: Program, text: string, declared = DECLARED) => flawed('no-hardcoded-secret', messageId, program, [declared, `const jwtSecret = ${text}`])
const classic = (messageId: string, program: Program, text: string) => secret(messageId, program, text, DECLARED_IN_CLASSIC)

/** Keys that stand in the source. */
export const KNOWN_KEYS: readonly Flawed[] = [
  classic('fallback', TOKENS.jsonwebtoken, UNSET),
  { ...flawed('no-hardcoded-secret', 'sample', TOKENS.jsonwebtoken, [DECLARED_IN_CLASSIC, ''], ['jwtSecret', SAMPLE]), finds: ['sample', 'sample'] },
  flawed('no-hardcoded-secret', 'written', TOKENS.typed, [READING_KEY, ''], ['const key = jwtSecret()', `const key = ${WRITTEN}`]),
  secret('sample', TOKENS.jose, SAMPLE),
  secret('fallback', TOKENS.joseTyped, UNSET),
  secret('sample', TOKENS.fastJwt, SAMPLE),
  secret('sample', TOKENS.fastifyJwt, SAMPLE),
  secret('sample', TOKENS.nestjsJwt, SAMPLE),
  secret('sample', TOKENS.honoJwt, `'secret'`),
  secret('fallback', TOKENS.honoMiddleware, UNSET),
  secret('sample', TOKENS.elysiajsJwt, SAMPLE),
  secret('sample', TOKENS.expressJwt, SAMPLE),
  secret('sample', TOKENS.koaJwt, SAMPLE),
  secret('sample', TOKENS.passportJwt, SAMPLE),
  classic('fallback', TOKENS.jwtSimple, UNSET),
]
