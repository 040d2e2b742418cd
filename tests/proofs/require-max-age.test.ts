import { frameworks } from '../../lib/frameworks/index.js'
import { goOnAfter, replayAfter } from './attacks.js'
import { ASKED_SESSIONS, CLIENT_SESSIONS, COOKIES, PROGRAM, SEALED_SESSIONS, SERVER_SESSIONS, UNREADABLE_SESSIONS, type Program } from './catalogue.js'
import { copyProgram } from './program-folder.js'
import { prove } from './proof.js'
import { repair } from './repair.js'
import type { RunningProgram } from './run-program.js'
import { expectRecord } from './table.js'

const RULE = 'require-max-age'

/** The limits of the default profile, and a minute. */
const IDLE = 31
const ABSOLUTE = 12 * 60 + 1

/** With `rolling`, which comes with the repair, each answer brings back a cookie that the logout only deletes. */
const SOUND_LOGOUT = 'require-store-delete-on-logout'

/** Programs that say that there is no end, and do not only leave it out. */
const SAID = /^(?:express-session\/async|koa-session|koa-generic-session|fastify-session\/async|iron-session|hapi-yar\/sealed\.ts)/

const ALL: readonly Program[] = [...SERVER_SESSIONS, ...UNREADABLE_SESSIONS, PROGRAM.cookieFunction, PROGRAM.sayNothing, ...CLIENT_SESSIONS, ...SEALED_SESSIONS, ...ASKED_SESSIONS.filter(({ id }) => !id), ...COOKIES]
/** Encrypted sessions end after a day by default. */
const PROGRAMS = ALL.filter(({ library }) => library !== '@fastify/secure-session')
const isEnforced = ({ library }: Program) => lifetimeOf(library)?.enforcedBy === 'server'

describe('an attacker with a copy of the cookies', { timeout: 120_000 }, () => {
  it.each(PROGRAMS.filter(isEnforced))('is in the account long after the last visit at $path until it is repaired', async (program) => {
    const minutes = minutesOf(program)
    const attacks = [replayAfter(minutes), goOnAfter(minutes)]
    await prove(program, { rules: RULE, finds: findsIn(program), attacks, prepared: SOUND_LOGOUT })
  })
})

describe('the next person at the browser', { timeout: 120_000 }, () => {
  const others = PROGRAMS.filter((program) => !isEnforced(program))

  it.each(others)('is in the account long after the last visit at $path until it is repaired', async (program) => {
    const minutes = minutesOf(program)
    // The page of the rule says so: the browser ends the session, and a copy of the cookies goes on.
    const stays = async (running: RunningProgram) => {
      expect(await replayAfter(minutes)(running)).toBe('succeeds')
    }
    await prove(program, { rules: RULE, finds: findsIn(program), attacks: [goOnAfter(minutes)], prepared: SOUND_LOGOUT, stays })
  })

  it('is in the account where nothing tells the library until somebody follows the suggestion', async () => {
    await prove(PROGRAM.cookieWorkspace, { rules: RULE, finds: ['missing'], attacks: [goOnAfter(ABSOLUTE)], by: 'suggestions' })
  })
})

it('waits with `rolling` for a logout that does more than delete the cookie', async () => {
  const [program] = SERVER_SESSIONS
  if (!program) throw new Error('The program is gone.')
  const { folder } = copyProgram(program)
  expect((await repair(folder, RULE)).messages).toMatchObject([{ messageId: 'missing', suggestions: [{ messageId: 'idle' }] }])
  await repair(folder, SOUND_LOGOUT)
  expect((await repair(folder, RULE)).messages).toEqual([])
})

function findsIn({ path }: Program): readonly string[] {
  return [SAID.test(path) ? 'endless' : 'missing']
}

/** Where each visit moves the end, the limit is one for idle users; elsewhere it is the end. */
function minutesOf({ library }: Program): number {
  return (lifetimeOf(library)?.slides ?? 'never') === 'never' ? ABSOLUTE : IDLE
}

function lifetimeOf(library: string) {
  return frameworks.find(({ name }) => name === library)?.session?.lifetime
}

expectRecord(RULE)
