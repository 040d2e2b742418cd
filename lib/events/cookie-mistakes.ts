import type { TSESTree } from '@typescript-eslint/utils'
import { propertyName } from '../ast/member-name.js'
import { wrapped, type Node } from '../ast/nodes.js'
import type { Options } from '../ast/object-options.js'
import type { Attribute } from '../frameworks/framework.js'
import type { Cookie } from './cookie.js'
import { secondsIn } from './duration.js'
import type { CookieWritten, OptionsPlace, SessionConfigured } from './events.js'
import { settingAt } from './given.js'

/** An option that does not do what it says. */
export type Mistake =
  /** A key that the library does not know; `right` is the one that it means. */
  | { readonly kind: 'misplaced' | 'misspelt'; readonly key: string; readonly right: string; readonly property: TSESTree.Property }
  /** A lifetime in the wrong unit. */
  | { readonly kind: 'tooLong' | 'tooShort'; readonly key: string; readonly node: Node }
  | { readonly kind: 'noNumber'; readonly key: string; readonly node: Node; readonly unit: 'milliseconds' | 'seconds' }

const ATTRIBUTES: readonly Attribute[] = ['domain', 'expires', 'httpOnly', 'maxAge', 'partitioned', 'path', 'sameSite', 'secure']

/** What people write at the wrong depth: the attributes that say how safe a cookie is, and how long it lives. */
const NOTABLE: readonly Attribute[] = ['httpOnly', 'maxAge', 'sameSite', 'secure']

/** The 400 days to which browsers cut a lifetime (RFC 6265bis, section 5.5). */
const LONGEST = 400 * 24 * 60 * 60

export function mistakesIn(event: CookieWritten | SessionConfigured): readonly Mistake[] {
  const { cookie } = event
  if (cookie.place.kind !== 'options') return []
  const misplaced = event.type === 'sessionConfigured' ? misplacedIn(event, cookie.place) : []
  return [...misspeltIn(cookie, cookie.place), ...misplaced, ...lifetimesIn(event, cookie)]
}

/** `httponly`, `HttpOnly` and `http_only` for `httpOnly`; `httpOnly` for Hapi's `isHttpOnly`. */
function misspeltIn(cookie: Cookie, { options }: OptionsPlace): readonly Mistake[] {
  const right = new Map(ATTRIBUTES.flatMap((name) => [plain(name), plain(keyIn(cookie, name))].map((spelling) => [spelling, keyIn(cookie, name)] as const)))
  const known = new Set(right.values())
  return options.names.seen.flatMap((key): Mistake[] => {
    const meant = known.has(key) ? undefined : right.get(plain(key))
    const property = meant === undefined || options.names.seen.includes(meant) ? undefined : propertyOf(options, key)
    return property && meant !== undefined ? [{ kind: 'misspelt', key, right: meant, property }] : []
  })
}

/** The key of an attribute among the others, where options beside them may set it too. */
function keyIn({ facts }: Cookie, name: Attribute): string {
  return facts.keys?.[name] ?? name
}

function plain(key: string): string {
  return key.replace(/[-_]/g, '').toLowerCase()
}

/** Attributes beside the object for the cookie, and such an object where the attributes stand beside the other options. */
function misplacedIn({ cookie, facts, options }: SessionConfigured, place: OptionsPlace): readonly Mistake[] {
  const isFlat = place.path.length === options.path.length
  const outer = isFlat ? options.options.nested('cookie') : options.options
  const inLifetime = new Set(Object.keys(facts.lifetime.options ?? {}))
  return NOTABLE.flatMap((name): Mistake[] => {
    const key = keyIn(cookie, name)
    const property = inLifetime.has(key) ? undefined : propertyOf(outer, key)
    if (!property) return []
    return [{ kind: 'misplaced', key: isFlat ? `cookie.${key}` : key, right: [...place.path, key].join('.'), property }]
  })
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
    if (unit === 'milliseconds' && isInSeconds(amount)) return [{ kind: 'tooShort', key, node }]
    return unit === 'seconds' && Number.isFinite(amount) && amount > LONGEST ? [{ kind: 'tooLong', key, node }] : []
  })
}

/** `'1d'`, `NaN`, `true`: no library makes a time of it. */
function isNoNumber(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '' || Number.isNaN(Number(value))
  return value === true || Number.isNaN(value)
}

/** Whole minutes or hours in seconds; as milliseconds they would be less than a minute, and no whole seconds. */
function isInSeconds(amount: number): boolean {
  return amount >= 60 && amount < 60_000 && ((amount % 60 === 0 && amount % 1000 !== 0) || amount % 3600 === 0)
}

/** The property with a key, where the options are one object in sight. */
function propertyOf(options: Options, key: string): TSESTree.Property | undefined {
  const [value, another] = options.expressions(key) ?? []
  if (!value || another) return undefined
  const { parent } = wrapped(value)
  return parent?.type === 'Property' && propertyName(parent) === key ? parent : undefined
}
