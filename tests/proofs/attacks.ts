import { frameworks } from '../../lib/frameworks/index.js'
import { tellsLibrary } from '../../lib/events/names.js'
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

/** The victim's browser follows a link to the plain version of the site, and somebody on the way reads what it sends. */
export const readOnWire: Attack = async (program) => {
  const victim = openBrowser(program)
  await logInSurely(victim, VICTIM)
  return opensAccount(program, victim.cookies(program.origin.replace('https:', 'http:')))
}

/** The victim visits another host of the same domain, which somebody else has a say in. */
export const readAtSibling: Attack = async (program) => {
  const victim = openBrowser(program)
  await logInSurely(victim, VICTIM)
  return opensAccount(program, victim.cookies(siblingOf(program)))
}

/** Another host of the same domain gives the victim's browser cookies of the attacker, and whatever the victim does happens there. */
export const plantFromSibling: Attack = async (program) => {
  const attacker = openBrowser(program)
  await logInSurely(attacker, ATTACKER)
  const sibling = siblingOf(program)
  const domain = new URL(sibling).hostname.replace(/^.*?\./, '')
  const victim = openBrowser(program)
  for (const [name, value] of attacker.cookies()) victim.take(`${name}=${value}; Domain=${domain}; Path=/; Secure`, sibling)
  return greets(await victim.get('/account'), ATTACKER) ? 'succeeds' : 'fails'
}

function siblingOf({ origin }: RunningProgram): string {
  return origin.replace(/\/\/[^.]+/, '//blog')
}

/** A page of another site sends forms to the program, while the victim is logged in there: one that orders, and one that logs out. */
export const actFromElsewhere: Attack = async (program) => {
  const victim = openBrowser(program)
  await logInSurely(victim, VICTIM)
  const copy = victim.cookies()
  if (greets(await victim.postFromElsewhere('/orders'), VICTIM)) return 'succeeds'
  await victim.postFromElsewhere('/logout')
  return (await opensAccount(program, copy)) === 'fails' ? 'succeeds' : 'fails'
}

/** Robots come by, and nobody logs in. */
export const fillStore: Attack = async (program) => {
  const before = await sessionsIn(program)
  for (let visitor = 0; visitor < VISITORS; visitor++) await visitWith(program, new Map(), '/')
  return (await sessionsIn(program)) - before >= VISITORS ? 'succeeds' : 'fails'
}

const VISITORS = 5

async function sessionsIn(program: RunningProgram): Promise<number> {
  const { text } = await visitWith(program, new Map(), '/status')
  return Number(/\d+/.exec(text)?.[0])
}

/** The attacker looks at the names of cookies, and in a list of the names that libraries give to theirs. */
export const tellLibrary: Attack = async (program) => {
  const attacker = openBrowser(program)
  await logInSurely(attacker, ATTACKER)
  const telling = frameworks.map(({ session }) => session?.name.default ?? '').filter(tellsLibrary)
  return [...attacker.cookies().keys()].some((name) => telling.includes(name.replace(/^__(?:Host|Secure)-/, ''))) ? 'succeeds' : 'fails'
}

/** The victim logs out, and the cookie is still in the browser for whoever comes next. */
export const keepAfterLogout: Attack = async (program) => {
  const victim = openBrowser(program)
  await logInSurely(victim, VICTIM)
  const before = victim.cookies()
  await victim.post('/logout')
  return [...victim.cookies()].some(([name, value]) => before.get(name) === value) ? 'succeeds' : 'fails'
}

/** No attack: a browser refuses the cookie, or forgets it at once, and with the right password nobody gets in. */
export const lockOut: Attack = async (program) => {
  const victim = openBrowser(program)
  await logIn(victim, VICTIM)
  await program.pass(1)
  return greets(await victim.get('/account'), VICTIM) ? 'fails' : 'succeeds'
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
