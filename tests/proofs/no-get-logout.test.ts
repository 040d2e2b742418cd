import { proveOffer } from './flawed.js'
import { OPEN_LOGOUTS } from './flaws-of-sessions.js'
import { expectRecord } from './table.js'
import { logOutByLink } from './token-attacks.js'

it.each(OPEN_LOGOUTS)('another site logs its visitors out at $path until somebody follows the suggestion', { timeout: 120_000 }, async (program) => {
  await proveOffer(program, [logOutByLink])
})

expectRecord('no-get-logout')
