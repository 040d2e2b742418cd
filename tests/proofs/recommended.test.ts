import { fixSession, goOnAfter, goOnAfterLogout, guessId, readByScript, replayAfterLogout, type Attack } from './attacks.js'
import { ASKED_SESSIONS, CLIENT_SESSIONS, COOKIES, ENDING_SESSIONS, PROGRAM, SEALED_SESSIONS, SERVER_SESSIONS, UNREADABLE_SESSIONS, type Program } from './catalogue.js'
import { prove } from './proof.js'

const NEXT_DAY = 24 * 60

describe('after one `eslint --fix` with the recommended rules', { timeout: 120_000 }, () => {
  it.each(SERVER_SESSIONS.filter(isRepairedWhole))('none of the attacks on a session works at $path', async (program) => {
    await prove(program, {
      rules: 'recommended',
      finds: program.id ? 5 : 4,
      attacks: [fixSession, replayAfterLogout, readByScript, goOnAfter(NEXT_DAY), ...guesses(program)],
    })
  })

  it.each(UNREADABLE_SESSIONS.slice(0, 1))('none of the attacks on a session that no script can read works at $path', async (program) => {
    await prove(program, { rules: 'recommended', finds: 3, attacks: [fixSession, replayAfterLogout, goOnAfter(NEXT_DAY)] })
  })

  it.each(ENDING_SESSIONS)('none of the attacks on a session that ends by itself works at $path', async (program) => {
    await prove(program, { rules: 'recommended', finds: 3, attacks: [fixSession, replayAfterLogout, readByScript] })
  })

  it.each(CLIENT_SESSIONS)('none of the attacks on a session in the cookie works at $path', async (program) => {
    const isEndless = program.library === 'cookie-session'
    await prove(program, {
      rules: 'recommended',
      finds: isEndless ? 3 : 2,
      attacks: [goOnAfterLogout, readByScript, ...(isEndless ? [goOnAfter(NEXT_DAY)] : [])],
    })
  })

  it.each(SEALED_SESSIONS)('none of the attacks on a sealed session works at $path', async (program) => {
    await prove(program, { rules: 'recommended', finds: 2, attacks: [readByScript, goOnAfter(NEXT_DAY)] })
  })

  it.each(ASKED_SESSIONS)('none of the attacks on a session that is asked for works at $path', async (program) => {
    // Records of the program's own may end by themselves.
    const others = program.id ? guesses(program) : [goOnAfter(NEXT_DAY)]
    await prove(program, { rules: 'recommended', finds: 3, attacks: [fixSession, readByScript, ...others] })
  })

  it.each(COOKIES)('none of the attacks on a cookie works at $path', async (program) => {
    await prove(program, { rules: 'recommended', finds: 3, attacks: [readByScript, goOnAfter(NEXT_DAY), ...guesses(program)] })
  })
})

it('several repairs in one handler work together', { timeout: 120_000 }, async () => {
  await prove(PROGRAM.remember, {
    rules: 'recommended',
    finds: 6,
    attacks: [fixSession, replayAfterLogout, readByScript, goOnAfter(NEXT_DAY), ...guesses(PROGRAM.remember)],
  })
})

/** One middleware waits for a promise; there the login gets no repair. */
function isRepairedWhole({ path }: Program): boolean {
  return path !== 'koa-session/chain.cjs'
}

function guesses({ id }: Program): readonly Attack[] {
  return id ? [guessId(id)] : []
}
