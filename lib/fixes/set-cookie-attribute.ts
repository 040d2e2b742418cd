import type { TSESLint } from '@typescript-eslint/utils'
import type { Cookie } from '../events/cookie.js'
import type { SessionConfigured } from '../events/events.js'
import type { FileContext } from '../events/file-context.js'
import { propertyAt, settingAt } from '../events/given.js'
import { optionLifetime, overrulingAge } from '../events/lifetime.js'
import type { Attribute } from '../frameworks/framework.js'
import { durationText } from './duration-text.js'
import type { Edit } from './edit.js'
import { literalText } from './literal-text.js'
import { setHeaderAttribute } from './set-header-attribute.js'
import { setOptions, type Wanted } from './set-options.js'
import { writeCookie } from './write-cookie.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** Turns on an attribute that is a flag, in the library's own spelling. */
export function setCookieFlag(context: FileContext, cookie: Cookie, attribute: 'httpOnly' | 'secure'): Edit | undefined {
  return setCookieAttribute(context, cookie, attribute, 'true')
}

/**
 * Gives an attribute a value, in the library's own spelling.
 *
 * @param text the code of the value; a header has the attribute alone, or with what is between the quotes
 */
export function setCookieAttribute(
  context: FileContext,
  cookie: Cookie,
  attribute: 'httpOnly' | 'path' | 'sameSite' | 'secure',
  text: string,
): Edit | undefined {
  const { sourceCode } = context
  const key = cookie.keyOf(attribute)
  const place = cookie.placeOf(attribute)
  if (place.kind === 'options') {
    // Every string is a path.
    const code = attribute === 'path' ? text : literalText(context, place, key, text)
    return writeCookie(sourceCode, cookie, `${key}: ${text}`) ?? setOptions(sourceCode, { place, name: key, text: code, ...aheadOfOthers(cookie, attribute) })
  }
  const [, value] = /^['"](.*)['"]$/.exec(text) ?? []
  return setHeaderAttribute(sourceCode, place.node, value === undefined ? key : `${key}=${value}`)
}

const ATTRIBUTES: readonly Attribute[] = ['domain', 'expires', 'httpOnly', 'maxAge', 'partitioned', 'path', 'sameSite', 'secure']

/**
 * Edits of several rules at one place wait for each other. So each attribute that is added has a place of its own:
 * flags before the others, a lifetime behind them, SameSite on the side that is left.
 */
function aheadOfOthers(cookie: Cookie, attribute: Attribute): Pick<Wanted, 'ahead'> {
  const isWritten = (other: Attribute) => cookie.expressions(other)?.length !== 0
  const isBehind = attribute === 'path' || (attribute === 'sameSite' && (isWritten('maxAge') || isWritten('expires')))
  const names = ATTRIBUTES.map((other) => cookie.keyOf(other))
  return isBehind ? {} : { ahead: { names, side: attribute === 'secure' ? 'near' : 'far' } }
}

/** Gives sessions a lifetime where their library enforces it: in an option of its own, or in the cookie's. */
export function setSessionLifetime(
  sourceCode: SourceCode,
  session: SessionConfigured,
  seconds: number,
  ...also: readonly Wanted[]
): Edit | undefined {
  const { cookie, facts, options } = session
  const { endlessOptions, enforced, options: units } = facts.lifetime
  const unit = enforced === undefined ? undefined : units?.[enforced]
  if (enforced === undefined || !unit) return setCookieLifetime(sourceCode, cookie, seconds, ...also)
  const wanted = { ...propertyAt(options, enforced), text: durationText(seconds, unit) }
  if (!overrulingAge(session)) return setOptions(sourceCode, wanted, ...also)
  // An end that is written already counts again as soon as the cookie has one.
  const isWritten = optionLifetime(settingAt(options, enforced), unit, endlessOptions).state !== 'endless'
  return setCookieLifetime(sourceCode, cookie, seconds, ...(isWritten ? [] : [wanted]), ...also)
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
  const text = durationText(seconds, cookie.facts.maxAge)
  return writeCookie(sourceCode, cookie, `${key}: ${text}`) ?? setOptions(sourceCode, { place, name: key, text, isCopied: cookie.facts.changesOptions }, ...also)
}
