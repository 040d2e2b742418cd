import type { Change } from './program-folder.js'
import type { Program } from './catalogue.js'
import { prove } from './proof.js'
import { expectRecord } from './table.js'
import { replayCookieAfter } from './token-attacks.js'
import { TOKENS } from './tokens.js'

const RULE = 'no-excessive-lifetime'

const IN_WORDS: Change = [`'15m'`, `'30d'`]
const IN_SECONDS: Change = ['+ 15 * 60', '+ 30 * 24 * 60 * 60']

/** The lifetimes of cookies are in `cookies.test.ts`; these are those of tokens. */
const LONG: readonly (readonly [Program, Change])[] = [
  [TOKENS.jsonwebtoken, IN_WORDS],
  [TOKENS.typed, IN_WORDS],
  [TOKENS.jose, IN_WORDS],
  [TOKENS.fastJwt, IN_WORDS],
  [TOKENS.fastifyJwt, IN_WORDS],
  [TOKENS.nestjsJwt, IN_WORDS],
  [TOKENS.honoJwt, IN_SECONDS],
  [TOKENS.elysiajsJwt, IN_WORDS],
  [TOKENS.jwtSimple, IN_SECONDS],
]

describe('an attacker with a copy of a token', { timeout: 120_000 }, () => {
  it.each(LONG)('is in the account after the end of the day at $path until somebody follows the suggestion', async (program, change) => {
    await prove({ ...program, changes: [change] }, { rules: RULE, finds: ['token'], attacks: [replayCookieAfter('access', 12 * 60 + 1)], by: 'suggestions' })
  })
})

expectRecord(RULE)
