import { defineFramework, from, inUse, result, signature } from './framework.js'

const CONFIGURED = {
  emits: 'sessionConfigured',
  options: 'options',
  cookie: 'options.advanced.cookies.session_token.attributes',
  fallback: 'options.advanced.defaultCookieAttributes',
  secret: 'options.secret',
} as const

const DAY = 24 * 60 * 60
const WEEK = 7 * DAY

/** https://better-auth.com/docs/reference/options */
export const betterAuth = defineFramework({
  name: 'better-auth',
  reference: 'https://better-auth.com/docs/reference/options',
  names: {
    betterAuth: [from('better-auth', 'betterAuth'), from('better-auth/minimal', 'betterAuth')],
    BetterAuthOptions: [from('better-auth', 'BetterAuthOptions'), from('better-auth/types', 'BetterAuthOptions')],
    auth: [result('better-auth', 'betterAuth'), result('better-auth/minimal', 'betterAuth'), inUse()],
  },
  cookie: {
    defaults: { httpOnly: true, secure: 'tls', sameSite: 'lax', path: '/', maxAge: WEEK },
    maxAge: 'seconds',
    zeroDeletes: true,
    // The cookie lives as long as the session.
    forced: ['maxAge', 'expires'],
    besides: {
      domain: { option: 'advanced.crossSubDomainCookies.domain', given: 'advanced.crossSubDomainCookies.enabled' },
      secure: { option: 'advanced.useSecureCookies' },
    },
    // On https it is `__Secure-` and the name; `secure: false` is sent as Secure then, and `__Host-` without its Domain.
    prefixesItself: true,
  },
  session: {
    places: [],
    of: from('better-auth', 'betterAuth'),
    kind: 'server',
    name: { options: ['advanced.cookies.session_token.name'], default: 'better-auth.session_token', prefix: 'advanced.cookiePrefix' },
    lifetime: {
      options: { 'session.expiresIn': 'seconds' },
      enforced: 'session.expiresIn',
      default: WEEK,
      endless: [],
      enforcedBy: 'server',
      slides: 'always',
      renewedAfter: { option: 'session.updateAge', default: DAY },
    },
  },
  signatures: [
    signature('betterAuth(options)', CONFIGURED),
    signature('const options: BetterAuthOptions', CONFIGURED),
    signature('auth.api.signOut(options)', { emits: 'sessionDestroyed', ends: 'promise' }),
    signature('auth.api.revokeSession(options)', { emits: 'sessionDestroyed', ends: 'promise' }),
    signature('auth.api.revokeSessions(options)', { emits: 'sessionDestroyed', ends: 'promise' }),
  ],
})
