import { goOnAfterLogout, replayAfterLogout, replayAfterNextLogin } from './attacks.js'
import { CLIENT_SESSIONS, ENDING_SESSIONS, FORGETFUL_LOGOUTS, PASSPORT_LOGINS, PROGRAM, SERVER_SESSIONS, UNREADABLE_SESSIONS } from './catalogue.js'
import { prove } from './proof.js'
import { expectRecord } from './table.js'

const RULE = 'require-store-delete-on-logout'

const REPAIRED = [...SERVER_SESSIONS, ...ENDING_SESSIONS, ...UNREADABLE_SESSIONS.slice(0, 1), PROGRAM.alias, PROGRAM.untyped, PROGRAM.optional, ...FORGETFUL_LOGOUTS]
const ABANDONED = [PROGRAM.abandoned, PROGRAM.caught, PROGRAM.slowStore]
const FORGETTING = [PROGRAM.returnTo, PROGRAM.audit, PROGRAM.koaSessionForgets, PROGRAM.koaGenericForgets, PROGRAM.reactRouterForgets, PROGRAM.honoForgets, PROGRAM.chain, PROGRAM.yarForgets, ...UNREADABLE_SESSIONS.slice(1), ...PASSPORT_LOGINS.slice(0, 1)]

describe('an attacker with a copy of the cookies', { timeout: 120_000 }, () => {
  it.each(REPAIRED)('is in the account after the logout at $path until the program is repaired', async (program) => {
    await prove(program, { rules: RULE, finds: ['cookieOnly'], attacks: [replayAfterLogout] })
  })

  it.each(ABANDONED)('is in the account after the logout at $path until the program is repaired', async (program) => {
    await prove(program, { rules: RULE, finds: ['abandoned'], attacks: [replayAfterLogout, goOnAfterLogout] })
  })

  it('is in the account after the logout in a package without a manifest until somebody follows the suggestion', async () => {
    await prove(PROGRAM.workspace, { rules: RULE, finds: ['cookieOnly'], attacks: [replayAfterLogout], by: 'suggestions' })
  })

  it('is in the account after the logout with a client that only its words tell until somebody follows the suggestion', async () => {
    await prove(PROGRAM.recordsOfClient, { rules: RULE, finds: ['cookieOnly'], attacks: [replayAfterLogout], by: 'suggestions' })
  })

  it.each(FORGETTING)('is in the account after the next login at $path until somebody follows the suggestion', async (program) => {
    await prove(program, { rules: RULE, finds: ['identityOnly'], attacks: [replayAfterNextLogin], by: 'suggestions' })
  })
})

describe('the next person at the browser', { timeout: 120_000 }, () => {
  it.each(CLIENT_SESSIONS)('is in the account after the logout at $path until the program is repaired', async (program) => {
    await prove(program, { rules: RULE, finds: ['abandoned'], attacks: [goOnAfterLogout] })
  })
})

expectRecord(RULE)
