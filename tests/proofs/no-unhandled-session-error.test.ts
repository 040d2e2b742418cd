import { goOnAfterLogout } from './attacks.js'
import { proveOffer } from './flawed.js'
import { ANSWERED, BROKEN_LOGOUTS, UNHEARD } from './flaws-of-sessions.js'
import { expectRecord } from './table.js'
import { logOutWhileLocked, orEnd } from './token-attacks.js'

it.each(UNHEARD)('an attacker with a copy of the cookies stays in the account while the store fails at $path until somebody follows the suggestion ($finds)', { timeout: 120_000 }, async (program) => {
  await proveOffer(program, [logOutWhileLocked])
})

it.each(ANSWERED)('users are fine at $path, and with the suggestion ($finds)', { timeout: 120_000 }, async (program) => {
  await proveOffer(program, [])
})

it.each(BROKEN_LOGOUTS)('nobody can log out at $path until somebody follows the suggestion ($finds)', { timeout: 120_000 }, async (program) => {
  await proveOffer(program, [orEnd(goOnAfterLogout)], { isBroken: true })
})

expectRecord('no-unhandled-session-error')
