import { proveOffer } from './flawed.js'
import { TRUSTING, TRUSTING_TYPED, UNSIGNED_SESSIONS } from './flaws-of-sessions.js'
import { expectRecord } from './table.js'
import { rewriteSession, writeCookies } from './token-attacks.js'

describe('an attacker who writes cookies', { timeout: 120_000 }, () => {
  it('is another user, logged in, and one of the staff until somebody follows the suggestions', async () => {
    await proveOffer(TRUSTING, [writeCookies({ userId: 'alice' }), writeCookies({ loggedIn: 'true' }, '/members'), writeCookies({ isAdmin: 'true' }, '/admin')])
  })

  it('is another user of a program in TypeScript until somebody follows the suggestion', async () => {
    await proveOffer(TRUSTING_TYPED, [writeCookies({ user_id: 'alice' })])
  })

  it.each(UNSIGNED_SESSIONS)('writes a session at $path until somebody follows the suggestion', async (program) => {
    await proveOffer(program, [rewriteSession])
  })
})

expectRecord('no-auth-from-unsigned-cookie')
