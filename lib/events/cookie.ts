import { ABSENT, mapSetting, withDefault, type Setting } from '../ast/setting.js'
import type { Node } from '../ast/nodes.js'
import type { Attribute, CookieFacts } from '../frameworks/framework.js'
import type { OptionsPlace } from './events.js'
import { HEADER_FACTS, HEADER_NAMES, type HeaderCookie } from './header-cookie.js'

/** A cookie's attributes, whatever the library calls them, and where they are written. */
export interface Cookie {
  readonly facts: CookieFacts
  /** What the source says, or the library's default where it says nothing. */
  attribute(name: Attribute): Setting<unknown>
  /** The expressions that an attribute can have in the source; undefined where they can't be seen. */
  expressions(name: Attribute): readonly Node[] | undefined
  readonly httpOnly: Setting<boolean>
  /** What the library calls an attribute. */
  keyOf(name: Attribute): string
  /** The same as a reader finds it, with the option around it: `cookie.maxAge`. */
  nameOf(name: Attribute): string
  readonly place: CookiePlace
}

/** Where a cookie's attributes are written: in an options object, or in the text of a header. */
export type CookiePlace =
  | { readonly kind: 'header'; readonly node: Node }
  | ({ readonly kind: 'options' } & OptionsPlace)

export function cookieOfOptions(
  place: OptionsPlace,
  facts: CookieFacts,
  defaults: CookieFacts['defaults'],
  fallback: (name: Attribute) => Setting<unknown>,
): Cookie {
  const keyOf = (name: Attribute) => facts.keys?.[name] ?? name
  const isReplaced = facts.replacesDefaults === true && place.options.names.seen.length > 0
  return cookieOf({ kind: 'options', ...place }, facts, keyOf, (name) => {
    if (facts.forced?.includes(name)) return withDefault(ABSENT, defaultOf(defaults, name), place.node)
    const written = place.options.get(keyOf(name))
    const said = written.state === 'absent' ? fallback(name) : written
    return isReplaced ? said : withDefault(said, defaultOf(defaults, name), place.node)
  })
}

export function cookieOfHeader(header: HeaderCookie, node: Node): Cookie {
  return cookieOf({ kind: 'header', node }, HEADER_FACTS, (name) => HEADER_NAMES[name], (name) => header.attribute(name))
}

function cookieOf(place: CookiePlace, facts: CookieFacts, keyOf: Cookie['keyOf'], attribute: Cookie['attribute']): Cookie {
  return {
    facts,
    place,
    keyOf,
    nameOf: (name) => [...(place.kind === 'options' ? place.path : []), keyOf(name)].join('.'),
    attribute,
    expressions: (name) => (place.kind === 'options' ? place.options.expressions(keyOf(name)) : undefined),
    get httpOnly() {
      return mapSetting(attribute('httpOnly'), Boolean)
    },
  }
}

function defaultOf(defaults: CookieFacts['defaults'], name: Attribute): unknown {
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
