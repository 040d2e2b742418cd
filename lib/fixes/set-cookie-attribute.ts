import type { TSESLint } from '@typescript-eslint/utils'
import type { Cookie } from '../events/cookie.js'
import { durationText } from './duration-text.js'
import type { Edit } from './edit.js'
import { setHeaderAttribute } from './set-header-attribute.js'
import { setOption } from './set-option.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** Turns on an attribute that is a flag, in the library's own spelling. */
export function setCookieFlag(sourceCode: SourceCode, cookie: Cookie, attribute: 'httpOnly' | 'secure'): Edit | undefined {
  return cookie.place.kind === 'header'
    ? setHeaderAttribute(sourceCode, cookie.place.node, cookie.keyOf(attribute))
    : setOption(sourceCode, cookie.place, cookie.keyOf(attribute), 'true')
}

/** Gives the cookie a lifetime, in the library's own key and unit. `seconds` is what it will live. */
export function setCookieLifetime(sourceCode: SourceCode, cookie: Cookie, seconds: number): Edit | undefined {
  const key = cookie.keyOf('maxAge')
  return cookie.place.kind === 'header'
    ? setHeaderAttribute(sourceCode, cookie.place.node, `${key}=${seconds}`)
    : setOption(sourceCode, cookie.place, key, durationText(seconds, cookie.facts.maxAge))
}
