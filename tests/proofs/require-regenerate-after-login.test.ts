import { fixLockedSession, fixSession } from './attacks.js'
import { ASKED_SESSIONS, ENDING_SESSIONS, PASSPORT_LOGINS, PROGRAM, SERVER_SESSIONS, UNREADABLE_SESSIONS } from './catalogue.js'
import { openBrowser } from './browser.js'
import { logInSurely, VICTIM } from './people.js'
import { copyProgram } from './program-folder.js'
import { prove } from './proof.js'
import { repair } from './repair.js'
import { runProgram } from './run-program.js'
import { expectRecord } from './table.js'

const RULE = 'require-regenerate-after-login'
/** A middleware that waits for a promise; Koa would answer before a callback had run. */
const WITHOUT_REPAIR = 'koa-session/chain.cjs'

const REPAIRED = [...SERVER_SESSIONS.filter(({ path }) => path !== WITHOUT_REPAIR), ...ENDING_SESSIONS, ...UNREADABLE_SESSIONS, PROGRAM.chain, PROGRAM.untyped, PROGRAM.remixSession, PROGRAM.optional]
const SUGGESTED = [PROGRAM.alias, PROGRAM.returnTo, PROGRAM.audit, PROGRAM.caught, PROGRAM.workspace, PROGRAM.koaGenericForgets]

describe('an attacker who plants a session in the browser of the victim', { timeout: 120_000 }, () => {
  it.each(REPAIRED)('gets into the account at $path until the program is repaired', async (program) => {
    await prove(program, { rules: RULE, finds: ['missing'], attacks: [fixSession] })
  })

  it.each(ASKED_SESSIONS)('gets into the account at $path until the program is repaired', async (program) => {
    await prove(program, { rules: RULE, finds: ['kept'], attacks: [fixSession] })
  })

  it.each(PASSPORT_LOGINS)('gets into the account at $path until the program is repaired', async (program) => {
    await prove(program, { rules: RULE, finds: ['library'], attacks: [fixSession] })
  })

  it('gets into the account where nobody waits for the new session until the program is repaired', async () => {
    await prove(PROGRAM.slowStore, { rules: RULE, finds: ['unawaited'], attacks: [fixSession] })
  })

  it('gets into the account where nobody looks whether there is a new session until the program is repaired', async () => {
    await prove(PROGRAM.lockedStore, { rules: RULE, finds: ['unchecked'], attacks: [fixLockedSession] })
  })

  it.each(SUGGESTED)('gets into the account at $path until somebody follows the suggestion', async (program) => {
    await prove(program, { rules: RULE, finds: ['missing'], attacks: [fixSession], by: 'suggestions' })
  })
})

it('still answers an error that the login throws, now in a callback', { timeout: 60_000 }, async () => {
  const visits = ['/login', '/promise/login'] as const
  const answers = async (file: string) => {
    const program = await runProgram(file)
    const browser = openBrowser(program)
    const failures = await Promise.all(visits.map(async (path) => (await browser.post(path, { name: 'nobody' })).status))
    await logInSurely(browser, VICTIM)
    await program.stop()
    return failures
  }
  expect(await answers(copyProgram(PROGRAM.untested).file)).toEqual([500, 500])
  const { file, folder } = copyProgram(PROGRAM.untested)
  expect((await repair(folder, RULE)).messages).toEqual([])
  expect(await answers(file)).toEqual([500, 500])
})

it('leaves a Koa middleware alone that waits for a promise', async () => {
  const [program] = SERVER_SESSIONS.filter(({ path }) => path === WITHOUT_REPAIR)
  if (!program) throw new Error('The program is gone.')
  const { messages } = await repair(copyProgram(program).folder, RULE)
  expect(messages).toMatchObject([{ messageId: 'missing' }])
  expect(messages).not.toMatchObject([{ suggestions: expect.anything() }])
})

expectRecord(RULE)
