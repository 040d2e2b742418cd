import type { EventType } from '../events/events.js'
import type { Manifest } from '../manifest.js'

/** A requirement of the OWASP Application Security Verification Standard. */
export interface Requirement {
  readonly id: string
  /** What it asks, in our words. */
  readonly asks: string
  /** What must happen in a program for the requirement to be about it; only where rules check it. */
  readonly on?: readonly EventType[]
  /** Why no linter can tell; only where no rule checks it. */
  readonly beyond?: string
}

const CONFIGURED = ['sessionConfigured'] as const
const COOKIES = [...CONFIGURED, 'cookieWritten', 'browserCookieWritten'] as const
const IN_BROWSER = [...COOKIES, 'webStorageWritten'] as const
const IDS = [...CONFIGURED, 'sessionIdGenerated', 'sessionIdSupplied'] as const
const LOGINS = ['userLoggedIn', 'sessionRestored', 'sessionIdSupplied'] as const
const TOKENS = ['jwtSigned', 'jwtVerified', 'jwtDecoded', 'cookieTrusted', 'sessionUnsigned', 'tokenRefreshed'] as const
const SECRETS = [...CONFIGURED, 'secretWritten', 'jwtSigned', 'jwtVerified'] as const
const LIFETIMES = [...COOKIES, 'jwtSigned'] as const
const ENDS = [...CONFIGURED, 'cookieCleared', 'identityUnset', 'sessionAbandoned', 'sessionDestroyed', 'jwtSigned'] as const
const SESSIONS = [...COOKIES, ...LOGINS, ...TOKENS] as const

const WHOLE = 'whether a program has it at all, no file shows'
const DOCUMENT = 'it asks for a decision in writing'
const PROVIDER = 'it is about what an identity provider does'
const OTHERS = 'rules for JWTs in general ask it'

/** Chapter V3: session management. */
const VERSION_4: readonly Requirement[] = [
  { id: 'v4.0.3-3.1.1', asks: 'no session tokens in URLs', on: SESSIONS },
  { id: 'v4.0.3-3.2.1', asks: 'a new token at login', on: LOGINS },
  { id: 'v4.0.3-3.2.2', asks: 'tokens with 64 bits of entropy', on: IDS },
  { id: 'v4.0.3-3.2.3', asks: 'tokens in the browser only in secured cookies or session storage', on: IN_BROWSER },
  { id: 'v4.0.3-3.2.4', asks: 'tokens made by approved algorithms', on: IDS },
  { id: 'v4.0.3-3.3.1', asks: 'logout and expiry end the session', on: ENDS },
  { id: 'v4.0.3-3.3.2', asks: 'logging in again after a while, idle and in all', on: LIFETIMES },
  { id: 'v4.0.3-3.3.3', asks: 'ending all other sessions after a password change', on: SESSIONS },
  { id: 'v4.0.3-3.3.4', asks: 'users see and end their sessions', beyond: WHOLE },
  { id: 'v4.0.3-3.4.1', asks: 'cookies are `Secure`', on: COOKIES },
  { id: 'v4.0.3-3.4.2', asks: 'cookies are `HttpOnly`', on: COOKIES },
  { id: 'v4.0.3-3.4.3', asks: 'cookies have `SameSite`', on: COOKIES },
  { id: 'v4.0.3-3.4.4', asks: 'cookies have the `__Host-` prefix', on: COOKIES },
  { id: 'v4.0.3-3.4.5', asks: 'the narrowest path where a host is shared', on: COOKIES },
  { id: 'v4.0.3-3.5.1', asks: 'users revoke the tokens of linked applications', beyond: WHOLE },
  { id: 'v4.0.3-3.5.2', asks: 'session tokens instead of static secrets', on: SECRETS },
  { id: 'v4.0.3-3.5.3', asks: 'stateless tokens are safe from tampering, replay and other keys', on: TOKENS },
  { id: 'v4.0.3-3.6.1', asks: 'relying parties say how old a login may be', beyond: PROVIDER },
  { id: 'v4.0.3-3.6.2', asks: 'identity providers say when somebody logged in', beyond: PROVIDER },
  { id: 'v4.0.3-3.7.1', asks: 'logging in again before sensitive changes', on: SESSIONS },
]

/** Chapter V7 about sessions, the cookies of V3.3, and self-contained tokens in V9. */
const VERSION_5: readonly Requirement[] = [
  { id: 'v5.0.0-3.3.1', asks: 'cookies are `Secure`, and their names say so', on: COOKIES },
  { id: 'v5.0.0-3.3.2', asks: 'cookies have the `SameSite` that fits', on: COOKIES },
  { id: 'v5.0.0-3.3.3', asks: 'cookies have the `__Host-` prefix unless they are shared', on: COOKIES },
  { id: 'v5.0.0-3.3.4', asks: 'what scripts need not read is `HttpOnly`, and nowhere else', on: IN_BROWSER },
  { id: 'v5.0.0-3.3.5', asks: 'a cookie has at most 4096 bytes', beyond: 'its size shows only at run time' },
  { id: 'v5.0.0-7.1.1', asks: 'timeouts are documented', on: LIFETIMES },
  { id: 'v5.0.0-7.1.2', asks: 'how many sessions at once is documented', beyond: DOCUMENT },
  { id: 'v5.0.0-7.1.3', asks: 'systems with a common login are documented', beyond: DOCUMENT },
  { id: 'v5.0.0-7.2.1', asks: 'tokens are verified by a trusted back end', on: TOKENS },
  { id: 'v5.0.0-7.2.2', asks: 'tokens are made for each session, and no static keys', on: SECRETS },
  { id: 'v5.0.0-7.2.3', asks: 'tokens have 128 bits of entropy', on: IDS },
  { id: 'v5.0.0-7.2.4', asks: 'a new token at login, and the old one ended', on: LOGINS },
  { id: 'v5.0.0-7.3.1', asks: 'an idle timeout', on: LIFETIMES },
  { id: 'v5.0.0-7.3.2', asks: 'an absolute lifetime', on: LIFETIMES },
  { id: 'v5.0.0-7.4.1', asks: 'after logout and expiry the session is of no more use', on: ENDS },
  { id: 'v5.0.0-7.4.2', asks: 'ending all sessions of an account that is disabled', on: SESSIONS },
  { id: 'v5.0.0-7.4.3', asks: 'ending all other sessions after a factor was changed', on: SESSIONS },
  { id: 'v5.0.0-7.4.4', asks: 'a visible way to log out', beyond: WHOLE },
  { id: 'v5.0.0-7.4.5', asks: 'administrators end sessions', on: CONFIGURED },
  { id: 'v5.0.0-7.5.1', asks: 'logging in again before sensitive changes', on: SESSIONS },
  { id: 'v5.0.0-7.5.2', asks: 'users see and end their sessions', beyond: WHOLE },
  { id: 'v5.0.0-7.5.3', asks: 'a further factor before highly sensitive operations', on: SESSIONS },
  { id: 'v5.0.0-7.6.1', asks: 'lifetimes at identity provider and relying party fit', beyond: PROVIDER },
  { id: 'v5.0.0-7.6.2', asks: 'a session begins when the user wants it', on: CONFIGURED },
  { id: 'v5.0.0-9.1.1', asks: 'signatures of tokens are verified before use', on: TOKENS },
  { id: 'v5.0.0-9.1.2', asks: 'only listed algorithms, never `none`', on: TOKENS },
  { id: 'v5.0.0-9.1.3', asks: 'keys only from trusted sources', on: TOKENS },
  { id: 'v5.0.0-9.2.1', asks: 'tokens are refused after their time', on: TOKENS },
  { id: 'v5.0.0-9.2.2', asks: 'only tokens of the right type', beyond: OTHERS },
  { id: 'v5.0.0-9.2.3', asks: 'only tokens for this audience', beyond: OTHERS },
  { id: 'v5.0.0-9.2.4', asks: 'tokens say for which audience they are', beyond: OTHERS },
]

/** What each version asks of sessions. */
export const VERSIONS = { '4.0.3': VERSION_4, '5.0.0': VERSION_5 } as const

/** The rules that check a requirement. */
export function rulesFor(manifest: Manifest, id: string): readonly string[] {
  return Object.entries(manifest).flatMap(([name, { asvs }]) => (asvs.includes(id) ? [name] : []))
}
