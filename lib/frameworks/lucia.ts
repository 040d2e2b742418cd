import { defineFramework, from, instance, inUse, signature } from './framework.js'

const HOUR = 60 * 60
const DAY = 24 * HOUR
const MONTH = 30 * DAY

/** https://v3.lucia-auth.com/reference/main/Lucia */
export const lucia = defineFramework({
  name: 'lucia',
  reference: 'https://v3.lucia-auth.com/reference/main/Lucia',
  names: {
    Lucia: from('lucia', 'Lucia'),
    lucia: [instance('lucia', 'Lucia'), inUse()],
  },
  cookie: {
    defaults: { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: MONTH },
    maxAge: 'seconds',
    zeroDeletes: true,
    // The cookie lives as long as the session, or 400 days with `expires: false`.
    forced: ['maxAge', 'expires'],
  },
  session: {
    places: [],
    of: instance('lucia', 'Lucia'),
    kind: 'server',
    name: { options: ['sessionCookie.name'], default: 'auth_session' },
    lifetime: {
      spans: { sessionExpiresIn: { made: instance('lucia', 'TimeSpan'), units: { ms: 0.001, s: 1, m: 60, h: HOUR, d: DAY, w: 7 * DAY } } },
      default: MONTH,
      endless: [],
      enforcedBy: 'server',
      slides: 'always',
    },
    end: { code: 'lucia.invalidateSession(session.id)', ends: 'promise', keepsData: false },
  },
  signatures: [
    signature('new Lucia(adapter, options?)', {
      emits: 'sessionConfigured',
      options: 'options',
      cookie: 'options.sessionCookie.attributes',
    }),
    signature('lucia.createSession(user, attributes, options)', { emits: 'sessionIdGiven', value: 'options.sessionId' }),
    signature('lucia.validateSession(id)', { emits: 'sessionLookedUp', value: 'id' }),
    signature('lucia.invalidateSession(id)', { emits: 'sessionDestroyed' }),
    signature('lucia.invalidateUserSessions(user)', { emits: 'sessionDestroyed' }),
    signature('lucia.invalidateAllUserSessions(user)', { emits: 'sessionDestroyed' }),
    signature('lucia.createBlankSessionCookie()', { emits: 'cookieCleared' }),
  ],
})
