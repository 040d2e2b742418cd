import type { Node } from '../ast/nodes.js'
import type { Setting } from '../ast/setting.js'
import type { LifetimeFacts } from '../frameworks/framework.js'
import type { Cookie } from './cookie.js'

/** What ends a session or a cookie. */
export type Lifetime =
  /** Something in the source or the library does, after this many seconds if it says how many. */
  | { readonly state: 'ends'; readonly seconds: number | undefined; readonly node: Node | undefined }
  /** Nothing does: nothing is written, or `node` says so; on purpose with a value such as `Infinity`. */
  | { readonly state: 'endless'; readonly node: Node | undefined; readonly isOnPurpose: boolean }
  | { readonly state: 'unknown' }

/** Nothing is said about an end. */
export const NOTHING: Lifetime = { state: 'endless', node: undefined, isOnPurpose: false }

const ENDLESS: readonly unknown[] = [null, undefined, false]

/** Reads what ends a cookie: `maxAge`, else `expires`, else the library's default. */
export function cookieLifetime(cookie: Cookie, facts: Pick<LifetimeFacts, 'default' | 'endless'> | undefined): Lifetime {
  const endless = facts?.endless ?? (cookie.facts.zeroDeletes ? ENDLESS : [...ENDLESS, 0])
  const unit = cookie.facts.maxAge === 'milliseconds' ? 1000 : 1
  const byAge = readAge(cookie.attribute('maxAge'), unit, endless)
  const byDate = readDate(cookie.attribute('expires'))
  const found = first([byAge, byDate])
  if (found?.state === 'endless' && found.node === undefined && facts?.default !== undefined) {
    return { state: 'ends', seconds: facts.default, node: undefined }
  }
  return found ?? NOTHING
}

/** A lifetime option that stands beside the cookie: a `ttl`, an `expiry`. */
export function optionLifetime(setting: Setting<unknown>, unit: 'milliseconds' | 'seconds'): Lifetime {
  return readAge(setting, unit === 'milliseconds' ? 1000 : 1, ENDLESS)
}

/** The strongest of several answers: an end, else doubt, else an explicit "no end", else nothing. */
export function first(answers: readonly Lifetime[]): Lifetime | undefined {
  return (
    answers.find(({ state }) => state === 'ends') ??
    answers.find(({ state }) => state === 'unknown') ??
    answers.find((answer) => answer.state === 'endless' && answer.node !== undefined) ??
    answers[0]
  )
}

function readAge(setting: Setting<unknown>, unit: number, endless: readonly unknown[]): Lifetime {
  if (setting.state === 'unknown') return { state: 'unknown' }
  if (setting.state === 'absent') return NOTHING
  const { node, value } = setting
  // No library can send an infinite lifetime: some fail, some send no cookie. It is meant to be endless.
  if (endless.includes(value) || value === Infinity) return { state: 'endless', node, isOnPurpose: Boolean(value) }
  const amount = typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN
  return { state: 'ends', seconds: Number.isFinite(amount) ? amount / unit : undefined, node }
}

function readDate(setting: Setting<unknown>): Lifetime {
  if (setting.state === 'unknown') return { state: 'unknown' }
  if (setting.state === 'absent') return NOTHING
  const { node, value } = setting
  if (value === null || value === undefined || value === false || value === 0) return { state: 'endless', node, isOnPurpose: false }
  return { state: 'ends', seconds: undefined, node }
}
