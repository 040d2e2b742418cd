import { defineFramework, from, inUse, result, signature } from './framework.js'

const RECIPE = 'supertokens-node/recipe/session'
const ALL_DAYS = 100 * 24 * 60 * 60

/**
 * The core, a service of its own, keeps the sessions and says how long they live: no option of this package does.
 *
 * https://github.com/supertokens/supertokens-node#readme
 */
export const supertokensNode = defineFramework({
  name: 'supertokens-node',
  reference: 'https://github.com/supertokens/supertokens-node#readme',
  names: {
    Session: from(RECIPE),
    session: [result(RECIPE, 'getSession'), result(RECIPE, 'createNewSession'), inUse()],
  },
  cookie: {
    defaults: { httpOnly: true, secure: 'tls', sameSite: 'lax', path: '/' },
    keys: { domain: 'cookieDomain', path: 'accessTokenPath', sameSite: 'cookieSameSite', secure: 'cookieSecure' },
    maxAge: 'seconds',
    zeroDeletes: true,
    // How long the tokens live is said to its core.
    forced: ['httpOnly', 'maxAge', 'expires'],
  },
  session: {
    places: [],
    of: result(RECIPE, 'getSession'),
    kind: 'server',
    name: { options: [], default: 'sAccessToken' },
    // `refresh_token_validity` of the core.
    lifetime: { default: ALL_DAYS, endless: [], enforcedBy: 'server', slides: 'always' },
  },
  signatures: [
    signature('Session.init(options?)', { emits: 'sessionConfigured', options: 'options', cookie: 'options' }),
    signature('Session.revokeSession(handle)', { emits: 'sessionDestroyed', ends: 'promise' }),
    signature('Session.revokeMultipleSessions(handles)', { emits: 'sessionDestroyed', ends: 'promise' }),
    signature('Session.revokeAllSessionsForUser(user)', { emits: 'sessionDestroyed', ends: 'promise' }),
    signature('session.revokeSession()', { emits: 'sessionDestroyed', ends: 'promise' }),
  ],
})
