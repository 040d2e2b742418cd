import type { Instant } from '../ast/instant.js'
import type { Node } from '../ast/nodes.js'
import type { Setting } from '../ast/setting.js'
import type { LifetimeFacts } from '../frameworks/framework.js'
import type { Cookie } from './cookie.js'
import { secondsIn } from './duration.js'
import type { OptionsPlace, SessionConfigured } from './events.js'

/** What ends a session or a cookie. */
export type Lifetime =
  /** Something in the source or the library does, after this many seconds if it says how many. */
  | { readonly state: 'ends'; readonly seconds: number | undefined; readonly node: Node | undefined }
  /** Nothing does: nothing is written, or `node` says so; on purpose with a value such as `Infinity`. */
  | {
      readonly state: 'endless'
      readonly node: Node | undefined
      readonly isOnPurpose: boolean
      /** The option of a store without which the store would end it. */
      readonly keptBy?: { readonly place: OptionsPlace; readonly name: string }
    }
  | { readonly state: 'unknown' }

export type ReadInstant = (node: Node) => Instant | undefined

/** Nothing is said about an end. */
export const NOTHING: Lifetime = { state: 'endless', node: undefined, isOnPurpose: false }

const ENDLESS: readonly unknown[] = [null, undefined, false]

/** Reads what ends a cookie: `maxAge`, else `expires`, else the library's default. */
export function cookieLifetime(
  cookie: Cookie,
  facts: Pick<LifetimeFacts, 'default' | 'endless'> | undefined,
  readInstant: ReadInstant,
): Lifetime {
  const unit = cookie.facts.maxAge === 'milliseconds' ? 1000 : 1
  const byAge = readAge(cookie.attribute('maxAge'), unit, facts?.endless ?? endlessIn(cookie), cookie.facts.durations)
  const byDate = readDate(cookie, readInstant)
  const found = first([byAge, byDate])
  const byItself = facts?.default ?? cookie.facts.forgottenAfter
  if (found?.state === 'endless' && found.node === undefined && byItself !== undefined) {
    return { state: 'ends', seconds: byItself, node: undefined }
  }
  return found ?? NOTHING
}

/** Where an age of 0 deletes nothing, it makes a cookie that ends with the browser. */
function endlessIn({ facts }: Cookie): readonly unknown[] {
  return facts.zeroDeletes ? ENDLESS : [...ENDLESS, 0]
}

/** A lifetime option that stands beside the cookie: a `ttl`, an `expiry`. A value that the library takes for "no end" is one on purpose. */
export function optionLifetime(setting: Setting<unknown>, unit: 'milliseconds' | 'seconds', endless: readonly unknown[] = [], durations = false): Lifetime {
  const lifetime = readAge(setting, unit === 'milliseconds' ? 1000 : 1, [...ENDLESS, ...endless], durations)
  const isListed = setting.state === 'known' && endless.includes(setting.value)
  return lifetime.state === 'endless' && isListed ? { ...lifetime, isOnPurpose: true } : lifetime
}

/** The `maxAge` of a cookie that keeps its session without an end, whatever end another option gives. */
export function overrulingAge({ cookie, facts, lifetime }: Pick<SessionConfigured, 'cookie' | 'facts' | 'lifetime'>): Node | undefined {
  if (facts.lifetime.endlessOverrules !== true || lifetime.state !== 'endless') return undefined
  return cookie.expressions('maxAge')?.find((node) => node === lifetime.node)
}

/** What ends a session that several things may end: whichever comes first, before what a library does when nothing is said. */
export function earliest(answers: readonly Lifetime[]): Lifetime | undefined {
  const ends = answers.flatMap((answer) => (answer.state === 'ends' && answer.node ? [answer] : []))
  const [shortest] = ends.toSorted((a, b) => (a.seconds ?? Infinity) - (b.seconds ?? Infinity))
  const onPurpose = answers.find((answer) => answer.state === 'endless' && answer.isOnPurpose)
  return shortest ?? answers.find(({ state }) => state === 'unknown') ?? onPurpose ?? first(answers)
}

/** The strongest of several answers: an end, else doubt, else an explicit "no end", else nothing. */
function first(answers: readonly Lifetime[]): Lifetime | undefined {
  return (
    answers.find(({ state }) => state === 'ends') ??
    answers.find(({ state }) => state === 'unknown') ??
    answers.find((answer) => answer.state === 'endless' && answer.node !== undefined) ??
    answers[0]
  )
}

/** Whether a cookie is over when it is written, which is how cookies are deleted: `maxAge: 0`, `-1` or `1`, `new Date(0)`. */
export function hasExpired(cookie: Cookie, readInstant: ReadInstant): boolean {
  const age = cookie.attribute('maxAge')
  const amount = age.state === 'known' ? amountOf(age.value) : undefined
  if (amount !== undefined) return amount === 0 ? cookie.facts.zeroDeletes : amount <= 1
  const date = cookie.attribute('expires')
  const days = daysIn(cookie, date)
  if (days !== undefined) return days <= 0
  if (date.state === 'known' && date.from === 'source' && isPast(instantOfValue(date.value))) return true
  const instants = cookie.expressions('expires')?.map(readInstant) ?? []
  return instants.length > 0 && instants.every(isPast)
}

function isPast(instant: Instant | undefined): boolean {
  if (instant?.milliseconds === undefined) return false
  // A second from now, as in `new Date(Date.now() + 1000)`, is long enough to delete a cookie and to do nothing else.
  return instant.from === 'now' ? instant.milliseconds <= 1000 : instant.milliseconds <= Date.now()
}

function readAge(setting: Setting<unknown>, unit: number, endless: readonly unknown[], durations = false): Lifetime {
  if (setting.state === 'unknown') return { state: 'unknown' }
  if (setting.state === 'absent') return NOTHING
  const { node, value } = setting
  // No library can send an infinite lifetime: some fail, some send no cookie. It is meant to be endless.
  if (endless.includes(value) || value === Infinity) return { state: 'endless', node, isOnPurpose: Boolean(value) }
  const seconds = durations && typeof value === 'string' ? secondsIn(value) : undefined
  if (seconds !== undefined) return { state: 'ends', seconds, node }
  const amount = amountOf(value)
  return { state: 'ends', seconds: amount === undefined ? undefined : amount / unit, node }
}

function readDate(cookie: Cookie, readInstant: ReadInstant): Lifetime {
  const setting = cookie.attribute('expires')
  if (setting.state === 'absent') return NOTHING
  if (setting.state === 'known') {
    const { node, value } = setting
    const days = daysIn(cookie, setting)
    if (days !== undefined) return { state: 'ends', seconds: days * SECONDS_OF_A_DAY, node }
    if (value === null || value === undefined || value === false || value === 0) return { state: 'endless', node, isOnPurpose: false }
    return { state: 'ends', seconds: secondsOf(readInstant(node) ?? instantOfValue(value)), node }
  }
  // `new Date(Date.now() + ttl)` is an end, although nobody can say which.
  const [node, another] = cookie.expressions('expires') ?? []
  const instant = node && !another ? readInstant(node) : undefined
  return node && instant ? { state: 'ends', seconds: secondsOf(instant), node } : { state: 'unknown' }
}

const SECONDS_OF_A_DAY = 24 * 60 * 60

/** The number of days that a library takes for a date. */
function daysIn({ facts }: Cookie, setting: Setting<unknown>): number | undefined {
  return facts.expires === 'days' && setting.state === 'known' && typeof setting.value === 'number' ? setting.value : undefined
}

function secondsOf(instant: Instant | undefined): number | undefined {
  return instant?.from === 'now' && instant.milliseconds !== undefined ? instant.milliseconds / 1000 : undefined
}

/** A date that stands in a header, or that the source decides. */
function instantOfValue(value: unknown): Instant | undefined {
  if (typeof value !== 'number' && typeof value !== 'string' && !(value instanceof Date)) return undefined
  const milliseconds = new Date(value).getTime()
  return { from: 'epoch', milliseconds: Number.isNaN(milliseconds) ? undefined : milliseconds }
}

/** A number, or a text that is one. */
function amountOf(value: unknown): number | undefined {
  if (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) return undefined
  const amount = Number(value)
  return Number.isFinite(amount) ? amount : undefined
}
