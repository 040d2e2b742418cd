import type { CookieWritten, SessionConfigured } from './events.js'

/**
 * Whether browsers refuse a cookie as long as it is not Secure: one with a `__Host-` or `__Secure-` name, and one that
 * other sites may send (RFC 6265bis, sections 4.1.3 and 5.7).
 */
export function isRefusedWithoutSecure(event: CookieWritten | SessionConfigured): boolean {
  const sameSite = event.cookie.attribute('sameSite')
  const isSentByOthers = sameSite.state === 'known' && String(sameSite.value).toLowerCase() === 'none'
  return isSentByOthers || /^__(?:host|secure)-/i.test(nameOf(event) ?? '')
}

/** The name of a cookie, where the source or a library's default says it. */
export function nameOf(event: CookieWritten | SessionConfigured): string | undefined {
  if (event.type === 'cookieWritten') return event.name.state === 'known' ? event.name.value : undefined
  const { name } = event.facts
  const written = name.options.map((option) => event.options.options.get(option)).find(({ state }) => state !== 'absent')
  if (!written) return name.default
  return written.state === 'known' && typeof written.value === 'string' ? written.value : undefined
}
