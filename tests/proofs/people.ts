import { openBrowser, type Answer, type Browser } from './browser.js'
import type { RunningProgram } from './run-program.js'

export interface Person {
  readonly name: string
  readonly password: string
}

/** The accounts that every program has. */
export const VICTIM: Person = { name: 'alice', password: 'tulips' }
export const ATTACKER: Person = { name: 'mallory', password: 'nettles' }
const USER: Person = { name: 'bob', password: 'daisies' }

export function logIn(browser: Browser, { name, password }: Person): Promise<Answer> {
  return browser.post('/login', { name, password })
}

/** The button of a page, or the link of one that has none: whoever gets no answer to the one uses the other. */
export async function logOut(browser: Browser): Promise<Answer> {
  const answer = await browser.post('/logout')
  return answer.status === 404 || answer.status === 405 ? browser.get('/logout') : answer
}

/** Whether a page greets somebody by name. */
export function greets({ status, text }: Answer, { name }: Person): boolean {
  return status === 200 && text.includes(name)
}

/** Logs somebody in, in a browser where that has to work. */
export async function logInSurely(browser: Browser, person: Person): Promise<void> {
  const answer = await logIn(browser, person)
  if (greets(await browser.get('/account'), person)) return
  throw new Error(`${person.name} can't log in: ${answer.status} ${answer.text}`)
}

/** What goes wrong for people who only use the program: none of it may. */
export async function troublesOfUsers(program: RunningProgram): Promise<readonly string[]> {
  const troubles: string[] = []
  const expectThat = (isSo: boolean, trouble: string) => {
    if (!isSo) troubles.push(trouble)
  }
  const browser = openBrowser(program)
  const other = openBrowser(program)
  expectThat((await browser.get('/')).status === 200, 'the home page does not open')
  expectThat((await browser.get('/account')).status === 401, 'the account is open to visitors')
  expectThat((await logIn(browser, { ...USER, password: 'roses' })).status === 401, 'a wrong password is not refused')
  expectThat((await browser.get('/account')).status === 401, 'a wrong password logs in')
  expectThat((await logIn(browser, USER)).status < 400, 'a login fails')
  expectThat(greets(await browser.get('/account'), USER), 'a login does not log in')
  // Nobody logs in within the same millisecond, which some IDs are made of.
  await program.pass(1)
  expectThat((await logIn(other, VICTIM)).status < 400, 'a second login fails')
  for (let visit = 1; visit <= 3; visit++) {
    await program.pass(20)
    expectThat(greets(await browser.get('/account'), USER), `an active user is logged out after ${visit * 20} minutes`)
    expectThat(greets(await other.get('/account'), VICTIM), `another active user is logged out after ${visit * 20} minutes`)
  }
  expectThat((await logOut(browser)).status < 400, 'a logout fails')
  expectThat((await browser.get('/account')).status === 401, STILL_LOGGED_IN)
  expectThat((await browser.get('/')).status === 200, 'the home page does not open after a logout')
  expectThat(greets(await other.get('/account'), VICTIM), 'a logout logs others out')
  expectThat((await logIn(browser, USER)).status < 400, 'a login after a logout fails')
  expectThat(greets(await browser.get('/account'), USER), 'a login after a logout does not log in')
  return troubles
}

/** The one trouble that a flaw may be. */
export const STILL_LOGGED_IN = 'a logout does not log out'
