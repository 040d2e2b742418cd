import type { TSESTree } from '@typescript-eslint/utils'
import { propertyName } from '../ast/member-name.js'
import { wrapped } from '../ast/nodes.js'
import type { Options } from '../ast/object-options.js'
import type { Attribute, CookieFacts, SessionFacts } from '../frameworks/framework.js'
import type { OptionsPlace } from './events.js'

/** An option that says something of a cookie, of which the library takes no notice. */
export interface StrayOption {
  readonly kind: 'misplaced' | 'misspelt'
  readonly attribute: Attribute
  readonly key: string
  /** The option that is meant. */
  readonly right: string
  readonly property: TSESTree.Property
}

/** The options of a session, beside those of its cookie. */
export interface SessionOptions {
  readonly options: OptionsPlace
  readonly facts: SessionFacts
}

/**
 * What is said of a cookie in vain: `httponly` for `httpOnly`, or `httpOnly` beside the object for the cookie.
 * `valid-cookie-options` speaks of it; what the cookie would be without it, no other rule says.
 */
export function strayOptions(place: OptionsPlace, facts: CookieFacts, session: SessionOptions | undefined): readonly StrayOption[] {
  return [...misspeltIn(place, facts), ...(session ? misplacedIn(session, place, facts) : [])]
}

const ATTRIBUTES: readonly Attribute[] = ['domain', 'expires', 'httpOnly', 'maxAge', 'partitioned', 'path', 'sameSite', 'secure']

/** What people write at the wrong depth: the attributes that say how safe a cookie is, and how long it lives. */
const NOTABLE: readonly Attribute[] = ['httpOnly', 'maxAge', 'sameSite', 'secure']

/** `httponly`, `HttpOnly` and `http_only` for `httpOnly`; `httpOnly` for Hapi's `isHttpOnly`. */
function misspeltIn({ options }: OptionsPlace, facts: CookieFacts): readonly StrayOption[] {
  const { seen } = options.names
  if (seen.length === 0) return []
  const keys = ATTRIBUTES.map((attribute) => ({ attribute, right: keyIn(facts, attribute) }))
  return seen.flatMap((key): StrayOption[] => {
    if (keys.some(({ right }) => right === key)) return []
    const meant = keys.find(({ attribute, right }) => [attribute, right].some((name) => plain(name) === plain(key)))
    const property = !meant || seen.includes(meant.right) ? undefined : propertyOf(options, key)
    return meant && property ? [{ kind: 'misspelt', ...meant, key, property }] : []
  })
}

/** The key of an attribute among the others, where options beside them may set it too. */
function keyIn({ keys }: CookieFacts, name: Attribute): string {
  return keys?.[name] ?? name
}

function plain(key: string): string {
  return key.replace(/[-_]/g, '').toLowerCase()
}

/** Attributes beside the object for the cookie, and such an object where the attributes stand beside the other options. */
function misplacedIn({ facts: { lifetime }, options }: SessionOptions, place: OptionsPlace, facts: CookieFacts): readonly StrayOption[] {
  const isFlat = place.path.length === options.path.length
  const outer = isFlat ? options.options.nested('cookie') : options.options
  const inLifetime = new Set(Object.keys(lifetime.options ?? {}))
  const { seen } = outer.names
  return NOTABLE.flatMap((attribute): StrayOption[] => {
    const key = keyIn(facts, attribute)
    const property = !seen.includes(key) || inLifetime.has(key) ? undefined : propertyOf(outer, key)
    if (!property) return []
    return [{ kind: 'misplaced', attribute, key: isFlat ? `cookie.${key}` : key, right: [...place.path, key].join('.'), property }]
  })
}

/** The property with a key, where the options are one object in sight. */
function propertyOf(options: Options, key: string): TSESTree.Property | undefined {
  const [value, another] = options.expressions(key) ?? []
  if (!value || another) return undefined
  const { parent } = wrapped(value)
  return parent?.type === 'Property' && propertyName(parent) === key ? parent : undefined
}
