import { createHmac } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { opensAccount, type Attack } from './attacks.js'
import { holdOpen, openBrowser, visitWith, type Cookies } from './browser.js'
import { ATTACKER, greets, logInSurely, logOut, VICTIM } from './people.js'
import { runProgram, type RunningProgram } from './run-program.js'
import { settingsFor } from './settings.js'

/**
 * The attacker has the source. At home, where the victim's password is one of the attacker's choice, the program
 * gives out cookies for the victim.
 */
export const forgeAtHome: Attack = async (program) => {
  const folder = copyOf(dirname(program.file))
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.[cm]?js$/.test(name)) continue
    const path = join(folder, name)
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(VICTIM.password, 'my own'))
  }
  const home = await runProgram(join(folder, basename(program.file)), settingsFor(folder))
  const browser = openBrowser(home)
  await logInSurely(browser, { ...VICTIM, password: 'my own' })
  await home.stop()
  return opensAccount(program, browser.cookies())
}

function copyOf(folder: string): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'session-security-home-')))
  onTestFinished(() => {
    rmSync(copy, { recursive: true, force: true, maxRetries: 3 })
  })
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

/** The attacker has a copy of one cookie of the victim's, and waits. */
export function replayCookieAfter(name: string, minutes: number): Attack {
  return async (program) => {
    const victim = openBrowser(program)
    await logInSurely(victim, VICTIM)
    const copy = only(victim.cookies(), name)
    if ((await opensAccount(program, copy)) === 'fails') throw new Error('The copy of the cookie does not work at once.')
    await program.pass(minutes)
    return opensAccount(program, copy)
  }
}

function only(cookies: Cookies, name: string): Cookies {
  const value = cookies.get(name)
  if (value === undefined) throw new Error(`There is no ${name} in ${JSON.stringify([...cookies])}.`)
  return new Map([[name, value]])
}

type Part = Readonly<Record<string, unknown>>

/** How an attacker changes a token of his own; what is not said stays. */
export interface Forgery {
  readonly header?: Part
  /** What the attacker signs with; without it there is no signature. */
  readonly key?: (program: RunningProgram) => Promise<string> | string
}

/** The attacker logs in, writes the victim's name into the token, and signs it as well as possible. */
export function forgeToken(name: string, { header = {}, key }: Forgery): Attack {
  return async (program) => {
    const attacker = openBrowser(program)
    await logInSurely(attacker, ATTACKER)
    const [head = '', payload = ''] = (attacker.cookies().get(name) ?? '').split('.')
    const forgedHeader = { ...(JSON.parse(decoded(head)) as Part), ...header }
    const text = `${encoded(JSON.stringify(forgedHeader))}.${encoded(decoded(payload).replaceAll(ATTACKER.name, VICTIM.name))}`
    const signature = key ? sign(text, String(forgedHeader.alg), await key(program)) : ''
    return opensAccount(program, new Map([[name, `${text}.${signature}`]]))
  }
}

function sign(text: string, algorithm: string, key: string): string {
  return createHmac(`sha${algorithm.slice(2)}`, key).update(text).digest('base64url')
}

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url')
}

function decoded(text: string): string {
  return Buffer.from(text, 'base64url').toString()
}

/** The attacker writes cookies by hand. */
export function writeCookies(cookies: Readonly<Record<string, string>>, path = '/account'): Attack {
  return async (program) => (greets(await visitWith(program, new Map(Object.entries(cookies)), path), VICTIM) ? 'succeeds' : 'fails')
}

/**
 * Another site sends the browser of the victim to the logout, with a link or by itself: whatever SameSite says, unless
 * that is Strict, the cookies come along.
 */
export const logOutByLink: Attack = async (program) => {
  const victim = openBrowser(program)
  await logInSurely(victim, VICTIM)
  await victim.get('/logout')
  return greets(await victim.get('/account'), VICTIM) ? 'fails' : 'succeeds'
}

/**
 * The attacker has a copy of the cookies, and keeps the record locked while the victim logs out: who is told that all
 * is well does not try again, nor call anybody.
 */
export const logOutWhileLocked: Attack = async (program) => {
  const victim = openBrowser(program)
  await logInSurely(victim, VICTIM)
  const copy = victim.cookies()
  const unlock = await holdOpen(program, copy, '/export')
  const outcome = await orEnd(async () => {
    const { status } = await logOut(victim)
    return status < 400 ? opensAccount(program, copy) : 'fails'
  })(program)
  unlock()
  return outcome
}

/** An attack that succeeds as well where it ends the program, or where a request gets no answer. */
export function orEnd(attack: Attack): Attack {
  return async (program) => {
    const outcome = await attack(program).catch(() => 'succeeds' as const)
    return (await program.hasEnded()) ? 'succeeds' : outcome
  }
}

/** No attack: whether the token in a cookie ends before anybody has used it. */
export function livesForSeconds(name: string): Attack {
  return async (program) => {
    const browser = openBrowser(program)
    await logInSurely(browser, VICTIM)
    const [, payload = ''] = (browser.cookies().get(name) ?? '').split('.')
    const { exp, iat } = JSON.parse(decoded(payload)) as { exp: number; iat: number }
    return exp - iat < 60 ? 'succeeds' : 'fails'
  }
}

/** No attack: whether the program starts where nobody has told it a secret. */
export const startWithoutSecret: Attack = async ({ file }) => {
  const started = await runProgram(join(copyOf(dirname(file)), basename(file))).catch((error: unknown) => error)
  if (!(started instanceof Error)) {
    await (started as RunningProgram).stop()
    return 'succeeds'
  }
  if (/Error: \w+ is not set/.test(started.message)) return 'fails'
  throw started
}

/** The attacker writes the victim's name into a session of his own, in a cookie without a signature. */
export const rewriteSession: Attack = async (program) => {
  const attacker = openBrowser(program)
  await logInSurely(attacker, ATTACKER)
  const forged = [...attacker.cookies()].map(([name, value]): [string, string] => {
    const text = Buffer.from(value, 'base64').toString()
    return [name, text.includes(ATTACKER.name) ? Buffer.from(text.replace(ATTACKER.name, VICTIM.name)).toString('base64') : value]
  })
  return opensAccount(program, new Map(forged))
}

/** The attacker sends a token that is as long as the right one; how long it takes tells something unless each one takes the same. */
export function measureComparison(name: string): Attack {
  return async (program) => {
    const victim = openBrowser(program)
    await logInSurely(victim, VICTIM)
    const cookies = victim.cookies()
    const before = await program.comparisons()
    await visitWith(program, new Map([...cookies, [name, (cookies.get(name) ?? '').replace(/.$/, '!')]]), '/account')
    return (await program.comparisons()) > before ? 'fails' : 'succeeds'
  }
}
