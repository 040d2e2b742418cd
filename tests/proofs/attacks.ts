import { holdOpen, openBrowser, visitWith, type Cookies } from './browser.js'
import { guesses, isEnough } from './guesses.js'
import { ATTACKER, greets, logIn, logInSurely, VICTIM } from './people.js'
import type { RunningProgram } from './run-program.js'
import type { IdCookie } from './session-id.js'

export type Outcome = 'fails' | 'succeeds'

/** Tries to get into the victim's account; the victim does nothing but log in and, perhaps, out. */
export type Attack = (program: RunningProgram) => Promise<Outcome>

/**
 * Session fixation: the attacker gets a session, plants its cookies in the victim's browser, and waits for
 * the victim to log in.
 */
export const fixSession: Attack = async (program) => {
  const attacker = openBrowser(program)
  await attacker.get('/')
  // Where a visitor gets no session, one of the attacker's own account does as well.
  if (attacker.cookies().size === 0) await logIn(attacker, ATTACKER)
  const planted = attacker.cookies()
  const victim = openBrowser(program)
  victim.plant(planted)
  // Where an ID is only the time, another one in the same moment would be the same.
  await program.pass(1)
  await logInSurely(victim, VICTIM)
  return opensAccount(program, planted)
}

/** Session fixation while the renewal fails: the attacker keeps the record of the planted session locked. */
export const fixLockedSession: Attack = async (program) => {
  const attacker = openBrowser(program)
  await attacker.get('/')
  const planted = attacker.cookies()
  const unlock = await holdOpen(program, planted, '/export')
  const victim = openBrowser(program)
  victim.plant(planted)
  await logIn(victim, VICTIM)
  const outcome = await opensAccount(program, planted)
  unlock()
  return outcome
}

/** The attacker has a copy of the cookies, and the victim logs out. */
export const replayAfterLogout: Attack = async (program) => {
  const victim = openBrowser(program)
  await logInSurely(victim, VICTIM)
  const copy = victim.cookies()
  if ((await opensAccount(program, copy)) === 'fails') throw new Error('The copy of the cookies does not work before the logout.')
  await victim.post('/logout')
  return opensAccount(program, copy)
}

/** The attacker has a copy of the cookies; the victim logs out, and some day in again. */
export const replayAfterNextLogin: Attack = async (program) => {
  const victim = openBrowser(program)
  await logInSurely(victim, VICTIM)
  const copy = victim.cookies()
  await victim.post('/logout')
  await logInSurely(victim, VICTIM)
  return opensAccount(program, copy)
}

/** The victim logs out, and somebody else goes on at the same browser. */
export const goOnAfterLogout: Attack = async (program) => {
  const victim = openBrowser(program)
  await logInSurely(victim, VICTIM)
  await victim.post('/logout')
  return greets(await victim.get('/account'), VICTIM) ? 'succeeds' : 'fails'
}

/** A script that the attacker got into the page sends home what it reads in `document.cookie`. */
export const readByScript: Attack = async (program) => {
  const victim = openBrowser(program)
  await logInSurely(victim, VICTIM)
  return opensAccount(program, victim.scriptCookies())
}

/** The attacker has a copy of the cookies, and waits. */
export function replayAfter(minutes: number): Attack {
  return async (program) => {
    const victim = openBrowser(program)
    await logInSurely(victim, VICTIM)
    const copy = victim.cookies()
    await program.pass(minutes)
    return opensAccount(program, copy)
  }
}

/** The victim goes away without a logout, and somebody else comes to the same browser. */
export function goOnAfter(minutes: number): Attack {
  return async (program) => {
    const victim = openBrowser(program)
    await logInSurely(victim, VICTIM)
    await program.pass(minutes)
    return greets(await victim.get('/account'), VICTIM) ? 'succeeds' : 'fails'
  }
}

/** Whether cookies, sent by hand, open the victim's account. */
export async function opensAccount(program: RunningProgram, cookies: Cookies): Promise<Outcome> {
  return greets(await visitWith(program, cookies, '/account'), VICTIM) ? 'succeeds' : 'fails'
}

/** The attacker logs in some times, lets the victim log in, and works out the victim's ID. */
export function guessId({ read, write }: IdCookie): Attack {
  return async (program) => {
    const ids = await takeIds(program, read)
    const victim = openBrowser(program)
    const from = program.now()
    await logIn(victim, VICTIM)
    const to = program.now()
    if ((await opensAccount(program, victim.cookies())) === 'fails') throw new Error('The victim is not logged in.')
    const candidates = guesses({ ids, victim: VICTIM, from, to })
    for (let at = 0; at < candidates.length; at += AT_ONCE) {
      const outcomes = await Promise.all(candidates.slice(at, at + AT_ONCE).map((id) => opensAccount(program, write(id))))
      if (outcomes.includes('succeeds')) return 'succeeds'
    }
    return 'fails'
  }
}

const AT_ONCE = 16
const IDS = 5
const ATTEMPTS = 4

/** IDs of the attacker's own, in a row. */
async function takeIds(program: RunningProgram, read: IdCookie['read']): Promise<readonly string[]> {
  for (let attempt = 1; ; attempt++) {
    const ids: string[] = []
    while (ids.length < IDS) {
      const attacker = openBrowser(program)
      await logIn(attacker, ATTACKER)
      ids.push(read(attacker.cookies()))
    }
    if (isEnough(ids) || attempt === ATTEMPTS) return ids
  }
}
