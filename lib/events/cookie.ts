import type { Node } from '../ast/nodes.js'
import { onDemand } from '../ast/on-demand.js'
import { onceForName } from '../ast/once-for-each.js'
import { ABSENT, mapSetting, UNKNOWN, withDefault, type Setting } from '../ast/setting.js'
import type { Attribute, CookieFacts } from '../frameworks/framework.js'
import type { OptionsPlace } from './events.js'
import { propertyAt, settingAt } from './given.js'
import { HEADER_FACTS, HEADER_NAMES, type HeaderCookie } from './header-cookie.js'
import { strayOptions, type SessionOptions, type StrayOption } from './stray-options.js'

/** A cookie's attributes, whatever the library calls them, and where they are written. */
export interface Cookie {
  readonly facts: CookieFacts
  /** What the source says, or the library's default where it says nothing; unknown where that is nothing, and another option says it in vain. */
  attribute(name: Attribute): Setting<unknown>
  /** The expressions that an attribute can have in the source; undefined where they can't be seen. */
  expressions(name: Attribute): readonly Node[] | undefined
  readonly httpOnly: Setting<boolean>
  /** What the library does where nothing says anything about an attribute. */
  defaultOf(name: Attribute): unknown
  /** What the library calls an attribute. */
  keyOf(name: Attribute): string
  /** The same as a reader finds it, with the option around it: `cookie.maxAge`. */
  nameOf(name: Attribute): string
  readonly place: CookiePlace
  /** Where an attribute is written: in `place`, where it would be too, among those of all cookies, or in an option beside them. */
  placeOf(name: Attribute): CookiePlace
  /** What is said of the cookie in vain. */
  readonly stray: readonly StrayOption[]
}

/** Where a cookie's attributes are written: in an options object, or in the text of a header. */
export type CookiePlace =
  | { readonly kind: 'header'; readonly node: Node }
  | ({ readonly kind: 'options' } & OptionsPlace)

/** Where the attributes of a cookie may come from. */
export interface CookieSources {
  readonly place: OptionsPlace
  readonly facts: CookieFacts
  readonly defaults: CookieFacts['defaults']
  /** What a plugin sets for every cookie of the server. */
  readonly fallback?: (name: Attribute) => Setting<unknown>
  /** Options of the same use that count for all of its cookies. */
  readonly ofAll?: OptionsPlace | undefined
  /** Options of the whole use, some of which may set attributes too. */
  readonly outer?: OptionsPlace | undefined
  /** The session whose cookie it is. */
  readonly session?: SessionOptions
}

/** The options in which an attribute is written, or would be, and its name there. */
interface WrittenAt {
  readonly place: CookiePlace & OptionsPlace
  readonly name: string
}

/** A cookie whose attributes are options. */
export function cookieOfOptions({ defaults, facts, fallback = () => ABSENT, ofAll, outer, place, session }: CookieSources): Cookie {
  const usual = (name: Attribute) => facts.keys?.[name] ?? name
  // Rules ask about each attribute, and repairs about its neighbours.
  const writtenAt = onceForName(findWritten)
  const findStray = onDemand(() => strayOptions(place, facts, session))
  return cookieOf(
    { kind: 'options', ...place },
    facts,
    (name) => writtenAt(name).name,
    attribute,
    (name) => writtenAt(name).place,
    defaultOf,
    findStray,
  )

  function attribute(name: Attribute): Setting<unknown> {
    if (facts.forced?.includes(name)) return withDefault(ABSENT, defaultOf(name), place.node)
    if (name === 'expires' && facts.expires === 'none') return ABSENT
    const at = writtenAt(name)
    const said = demandedByPrefix(name, place, facts) ?? (isInVain(name, at.place) ? ABSENT : at.place.options.get(at.name))
    const setting = withDefault(said.state === 'absent' ? fallback(name) : said, defaultOf(name), place.node)
    return setting.state === 'absent' && findStray().some(({ attribute: meant }) => meant === name) ? UNKNOWN : setting
  }

  function defaultOf(name: Attribute): unknown {
    return defaultIn(defaults, name)
  }

  function findWritten(name: Attribute): WrittenAt {
    const key = usual(name)
    const found = [place, ...(ofAll ? [ofAll] : [])].find((at) => at.options.has(key) && !isInVain(name, at))
    const at = found ? { place: found, name: key } : (besideOf(name) ?? { place, name: key })
    return { place: { kind: 'options', ...at.place }, name: at.name }
  }

  /** Where a prefix that the library adds makes a cookie Secure, it is in vain to say that it is not. */
  function isInVain(name: Attribute, { options }: OptionsPlace): boolean {
    if (name !== 'secure' || !facts.prefixesItself) return false
    const setting = options.get(usual(name))
    return setting.state === 'known' && !setting.value
  }

  /** The option that sets the attribute for all cookies, where it is written and is in force. */
  function besideOf(name: Attribute): ReturnType<typeof propertyAt> | undefined {
    const beside = facts.besides?.[name]
    if (!outer || !beside || settingAt(outer, beside.option).state === 'absent') return undefined
    const { given } = beside
    const condition = given === undefined ? undefined : settingAt(outer, given)
    return !condition || (condition.state === 'known' && condition.value) ? propertyAt(outer, beside.option) : undefined
  }
}

/** `prefix: 'host'` makes the cookie secure, and its path the root, whatever is written beside it. */
function demandedByPrefix(name: Attribute, { options }: OptionsPlace, { prefixedBy }: CookieFacts): Setting<unknown> | undefined {
  if (!prefixedBy || (name !== 'secure' && name !== 'path' && name !== 'domain')) return undefined
  const given = options.get(prefixedBy.option)
  if (given.state === 'unknown') return UNKNOWN
  const prefix = given.state === 'known' ? prefixedBy.prefixes[String(given.value)] : undefined
  if (given.state === 'absent' || prefix === undefined) return undefined
  if (name === 'secure') return { ...given, value: true }
  if (prefix === '__Secure-') return undefined
  return name === 'path' ? { ...given, value: '/' } : ABSENT
}

export function cookieOfHeader(header: HeaderCookie, node: Node): Cookie {
  const place = { kind: 'header', node } as const
  return cookieOf(
    place,
    HEADER_FACTS,
    (name) => HEADER_NAMES[name],
    (name) => header.attribute(name),
    () => place,
    () => undefined,
    () => [],
  )
}

function cookieOf(
  place: CookiePlace,
  facts: CookieFacts,
  keyOf: Cookie['keyOf'],
  attribute: Cookie['attribute'],
  placeOf: Cookie['placeOf'],
  defaultOf: Cookie['defaultOf'],
  findStray: () => Cookie['stray'],
): Cookie {
  // Every rule about cookies asks.
  const attributeOnce = onceForName(attribute)
  return {
    facts,
    place,
    placeOf,
    keyOf,
    defaultOf,
    nameOf(name) {
      const at = placeOf(name)
      return [...(at.kind === 'options' ? at.path : []), keyOf(name)].join('.')
    },
    attribute: attributeOnce,
    expressions(name) {
      const at = placeOf(name)
      return at.kind === 'options' ? at.options.expressions(keyOf(name)) : undefined
    },
    get stray() {
      return findStray()
    },
    get httpOnly() {
      return mapSetting(attributeOnce('httpOnly'), Boolean)
    },
  }
}

function defaultIn(defaults: CookieFacts['defaults'], name: Attribute): unknown {
  switch (name) {
    case 'httpOnly':
    case 'secure':
    case 'sameSite':
    case 'path':
      return defaults[name]
    default:
      // A default lifetime is no attribute in the source; `lifetime.ts` counts it.
      return undefined
  }
}
