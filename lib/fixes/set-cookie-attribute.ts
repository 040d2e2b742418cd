import type { TSESLint } from '@typescript-eslint/utils'
import type { Cookie } from '../events/cookie.js'
import type { SessionConfigured } from '../events/events.js'
import { propertyAt } from '../events/given.js'
import { durationText } from './duration-text.js'
import type { Edit } from './edit.js'
import { setHeaderAttribute } from './set-header-attribute.js'
import { setOptions, type Wanted } from './set-options.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** Turns on an attribute that is a flag, in the library's own spelling. */
export function setCookieFlag(sourceCode: SourceCode, cookie: Cookie, attribute: 'httpOnly' | 'secure'): Edit | undefined {
  return setCookieAttribute(sourceCode, cookie, attribute, 'true')
}

/**
 * Gives an attribute a value, in the library's own spelling.
 *
 * @param text the code of the value; a header has the attribute alone, or with what is between the quotes
 */
export function setCookieAttribute(
  sourceCode: SourceCode,
  cookie: Cookie,
  attribute: 'httpOnly' | 'path' | 'sameSite' | 'secure',
  text: string,
): Edit | undefined {
  const key = cookie.keyOf(attribute)
  if (cookie.place.kind === 'options') return setOptions(sourceCode, { place: cookie.place, name: key, text })
  const [, value] = /^['"](.*)['"]$/.exec(text) ?? []
  return setHeaderAttribute(sourceCode, cookie.place.node, value === undefined ? key : `${key}=${value}`)
}

/** Gives sessions a lifetime where their library enforces it: in an option of its own, or in the cookie's. */
export function setSessionLifetime(
  sourceCode: SourceCode,
  { cookie, facts, options }: SessionConfigured,
  seconds: number,
  ...also: readonly Wanted[]
): Edit | undefined {
  const { enforced, options: units } = facts.lifetime
  const unit = enforced === undefined ? undefined : units?.[enforced]
  if (enforced === undefined || !unit) return setCookieLifetime(sourceCode, cookie, seconds, ...also)
  return setOptions(sourceCode, { ...propertyAt(options, enforced), text: durationText(seconds, unit) }, ...also)
}

/**
 * Gives the cookie a lifetime, in the library's own key and unit.
 *
 * @param seconds what the cookie will live
 * @param also further options to set in the same edit
 */
export function setCookieLifetime(sourceCode: SourceCode, cookie: Cookie, seconds: number, ...also: readonly Wanted[]): Edit | undefined {
  const { place } = cookie
  const key = cookie.keyOf('maxAge')
  if (place.kind === 'header') return setHeaderAttribute(sourceCode, place.node, `${key}=${seconds}`)
  // Where both are written, the one that counts depends on the library and on their order.
  const isWritten = (name: string) => place.options.expressions(name)?.length !== 0
  if (isWritten(key) && isWritten(cookie.keyOf('expires'))) return undefined
  return setOptions(sourceCode, { place, name: key, text: durationText(seconds, cookie.facts.maxAge) }, ...also)
}
