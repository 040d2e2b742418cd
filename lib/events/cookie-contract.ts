import type { Setting } from '../ast/setting.js'
import type { Cookie } from './cookie.js'
import type { CookieCleared, CookieWritten, SessionConfigured } from './events.js'
import { settingAt } from './given.js'

/**
 * What browsers ask of a cookie, or they refuse it: of a name that begins with `__Host-` or `__Secure-`, and of one
 * that other sites may send (RFC 6265bis, sections 4.1.3 and 5.7).
 */
export type Breach = 'domain' | 'none' | 'path' | 'prefix'

/** Where a cookie breaks what browsers ask; nothing where the source does not decide it. */
export function breachesIn(event: CookieCleared | CookieWritten | SessionConfigured): readonly Breach[] {
  const { cookie } = event
  if (cookie.facts.prefixesItself) return []
  const [, prefix] = /^__(host|secure)-/i.exec(nameOf(event) ?? '') ?? []
  const isHost = prefix?.toLowerCase() === 'host'
  const breaches: Breach[] = []
  if (isOff(cookie.attribute('secure'))) {
    if (prefix !== undefined) breaches.push('prefix')
    else if (isNone(cookie.attribute('sameSite'))) breaches.push('none')
  }
  if (isHost && isGiven(cookie.attribute('domain'))) breaches.push('domain')
  if (isHost && isOtherPath(cookie.attribute('path'))) breaches.push('path')
  return breaches
}

/** The name of a cookie as the browser gets it, where the source or a library's default says it. */
export function nameOf(event: CookieCleared | CookieWritten | SessionConfigured): string | undefined {
  const name = nameIn(event)
  const prefix = prefixOf(event.cookie)
  return name === undefined || prefix === undefined ? undefined : `${prefix}${name}`
}

/** The prefix that an option puts before the name; undefined where nobody can say. */
function prefixOf({ facts: { prefixedBy }, place }: Cookie): string | undefined {
  if (!prefixedBy || place.kind === 'header') return ''
  const given = place.options.get(prefixedBy.option)
  if (given.state === 'absent') return ''
  return given.state === 'known' ? (prefixedBy.prefixes[String(given.value)] ?? '') : undefined
}

function nameIn(event: CookieCleared | CookieWritten | SessionConfigured): string | undefined {
  if (event.type !== 'sessionConfigured') return event.name.state === 'known' ? event.name.value : undefined
  const { facts, options } = event
  const written = facts.name.options.map((option) => settingAt(options, option)).find(({ state }) => state !== 'absent')
  if (!written) return facts.name.default
  return written.state === 'known' && typeof written.value === 'string' ? written.value : undefined
}

/** What becomes of Secure where it is left out, if the library decides by itself; nothing where that is always the same. */
export function secureOtherwise(cookie: Cookie): string | undefined {
  return OTHERWISE.get(cookie.defaultOf('secure'))
}

const OTHERWISE: ReadonlyMap<unknown, string> = new Map([
  ['tls', 'follows the connection'],
  ['production', 'is on in production'],
])

function isOff(secure: Setting<unknown>): boolean {
  return secure.state === 'absent' || (secure.state === 'known' && !secure.value)
}

function isNone(sameSite: Setting<unknown>): boolean {
  return sameSite.state === 'known' && String(sameSite.value).toLowerCase() === 'none'
}

function isGiven(domain: Setting<unknown>): boolean {
  return domain.state === 'known' && Boolean(domain.value)
}

function isOtherPath(path: Setting<unknown>): boolean {
  return path.state === 'absent' || (path.state === 'known' && path.value !== '/')
}
