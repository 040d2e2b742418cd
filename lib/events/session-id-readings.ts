import { SESSION_NAMES } from './session-places.js'

/** What has the ID of a session in it: the session itself, and all cookies of a request. */
const HOLDERS = ['sess', ...SESSION_NAMES, 'cookies', 'signedCookies'].join('|')

const READINGS = [
  // `req.sessionID`, `cookies.sid`
  /s(?:ess(?:ion)?)?[_-]?id\b/i,
  // `session.id`, `(session as Session).id`, `cookies['__session']`
  new RegExp(String.raw`\b(?:${HOLDERS})(?: as [\w.<>, ]{1,40}\))?\s*[?!]?(?:\.|\[['"])(?:id\b|[\w.-]*sess)`, 'i'),
  // `const { id } = req.session`, `const own = req.session ?? {}`, `(req) => req.session`
  new RegExp(String.raw`(?:=|\breturn\b)[^=;\r\n'"]{0,60}\b(?:${HOLDERS})\b(?!\s*[?!]?\.|\s*\()`, 'i'),
  // `({ session: { id } })`, `({ session: own })`, `req['session']`
  new RegExp(String.raw`\b(?:${HOLDERS})(?:\s*:\s*[\w{]|['"]\])`, 'i'),
  // `const own = await getSession(header)`
  /await\s+[\w.]*sess\w*\(/i,
]

/**
 * Whether some code may read the ID of a session, by any of its names. Few files do, and the answers of the others need
 * no look.
 */
export function mayReadSessionId(code: string): boolean {
  return READINGS.some((reading) => reading.test(code))
}
