import type { Program } from './catalogue.js'
import { prove } from './proof.js'
import { expectRecord } from './table.js'
import { rewriteSession, writeCookies } from './token-attacks.js'

const RULE = 'no-auth-from-unsigned-cookie'

const CLASSIC: Program = { library: 'cookie-parser', path: 'express/trusting.cjs', libraries: ['express4', 'cookie-parser'] }
const TYPED: Program = { library: 'cookie-parser', path: 'express/trusting.ts', libraries: ['express', 'cookie-parser'] }

const KEYS = `keys: ['keyboard cat'],`
const UNSIGNED: readonly Program[] = [
  { library: 'cookie-session', path: 'cookie-session/callbacks.cjs', libraries: ['express4', 'cookie-session'], keepsLoggedIn: true, changes: [[KEYS, `${KEYS}\n  signed: false,`]] },
  { library: 'cookie-session', path: 'cookie-session/typed.ts', libraries: ['express', 'cookie-session'], keepsLoggedIn: true, changes: [[KEYS, `${KEYS}\n  signed: false,`], ['export const', 'const']] },
  { library: 'koa-session', path: 'koa-session/cookie.mjs', libraries: ['koa', 'koa-session'], changes: [['signed: true', 'signed: false']] },
]

describe('an attacker who writes cookies', { timeout: 120_000 }, () => {
  it('is another user, logged in, and one of the staff until somebody follows the suggestions', async () => {
    const attacks = [writeCookies({ userId: 'alice' }), writeCookies({ loggedIn: 'true' }, '/members'), writeCookies({ isAdmin: 'true' }, '/admin')]
    await prove(CLASSIC, { rules: RULE, finds: ['identity', 'login', 'permission'], attacks, by: 'suggestions' })
  })

  it('is another user of a program in TypeScript until somebody follows the suggestion', async () => {
    await prove(TYPED, { rules: RULE, finds: ['identity'], attacks: [writeCookies({ user_id: 'alice' })], by: 'suggestions' })
  })

  it.each(UNSIGNED)('writes a session at $path until somebody follows the suggestion', async (program) => {
    await prove(program, { rules: RULE, finds: ['unsigned'], attacks: [rewriteSession], by: 'suggestions' })
  })
})

expectRecord('no-auth-from-unsigned-cookie')
