import type { Node } from '../ast/nodes.js'
import type { Cookie } from './cookie.js'
import { isInSeconds, secondsIn } from './duration.js'
import type { CookieWritten, SessionConfigured } from './events.js'
import { settingAt } from './given.js'
import type { StrayOption } from './stray-options.js'

/** An option that does not do what it says. */
export type Mistake =
  | StrayOption
  /** A lifetime in the wrong unit. */
  | { readonly kind: 'tooLong' | 'tooShort'; readonly key: string; readonly node: Node }
  | { readonly kind: 'noNumber'; readonly key: string; readonly node: Node; readonly unit: 'milliseconds' | 'seconds' }

/** The 400 days to which browsers cut a lifetime (RFC 6265bis, section 5.5). */
const LONGEST = 400 * 24 * 60 * 60

const MINUTE = 60_000

export function mistakesIn(event: CookieWritten | SessionConfigured): readonly Mistake[] {
  const { cookie } = event
  if (cookie.place.kind !== 'options') return []
  return [...cookie.stray, ...lifetimesIn(event, cookie)]
}

function lifetimesIn(event: CookieWritten | SessionConfigured, cookie: Cookie): readonly Mistake[] {
  const ofCookie = { key: cookie.nameOf('maxAge'), setting: cookie.attribute('maxAge'), unit: cookie.facts.maxAge }
  const others =
    event.type === 'sessionConfigured'
      ? Object.entries(event.facts.lifetime.options ?? {}).map(([key, unit]) => ({ key, setting: settingAt(event.options, key), unit }))
      : []
  const endless = event.type === 'sessionConfigured' ? (event.facts.lifetime.endless ?? []) : []
  return [ofCookie, ...others].flatMap(({ key, setting, unit }): Mistake[] => {
    if (setting.state !== 'known' || setting.from !== 'source' || endless.includes(setting.value)) return []
    const { node, value } = setting
    if (cookie.facts.durations && typeof value === 'string' && secondsIn(value) !== undefined) return []
    if (isNoNumber(value)) return [{ kind: 'noNumber', key, node, unit }]
    const amount = Number(value)
    if (unit === 'milliseconds' && amount < MINUTE && isInSeconds(amount)) return [{ kind: 'tooShort', key, node }]
    return unit === 'seconds' && Number.isFinite(amount) && amount > LONGEST ? [{ kind: 'tooLong', key, node }] : []
  })
}

/** `'1d'`, `NaN`, `true`: no library makes a time of it. */
function isNoNumber(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '' || Number.isNaN(Number(value))
  return value === true || Number.isNaN(value)
}
