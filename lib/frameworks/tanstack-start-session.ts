import { defineFramework, signature } from './framework.js'
import { SEALED, sealedCookie, sealedLifetime } from './h3-session.js'
import { exportOfStart, PACKAGES_OF_START, resultOfStart } from './tanstack-start.js'

const SESSION = resultOfStart('useSession')

/**
 * Those of a draft of h3's second version, under a name of their own. From 1.169 on there are none.
 *
 * https://tanstack.com/start/latest/docs/framework/react/guide/authentication
 */
export const tanstackStartSession = defineFramework({
  name: '@tanstack/react-start/session',
  packages: PACKAGES_OF_START,
  reference: 'https://tanstack.com/start/latest/docs/framework/react/guide/authentication',
  names: {
    useSession: exportOfStart('useSession'),
    getSession: exportOfStart('getSession'),
    updateSession: exportOfStart('updateSession'),
    clearSession: exportOfStart('clearSession'),
    sealSession: exportOfStart('sealSession'),
    session: SESSION,
    SessionConfig: exportOfStart('SessionConfig'),
  },
  cookie: sealedCookie,
  session: {
    places: [],
    of: SESSION,
    kind: 'client',
    name: { options: ['name'], default: 'start' },
    lifetime: sealedLifetime,
  },
  signatures: [
    signature('useSession(options)', SEALED),
    signature('getSession(options)', SEALED),
    signature('updateSession(options, update?)', SEALED),
    signature('sealSession(options)', SEALED),
    signature('const options: SessionConfig', SEALED),
    signature('session.update(data)', { emits: 'sessionWritten', value: 'data' }),
    signature('session.clear()', { emits: 'sessionDestroyed' }),
    signature('clearSession(options)', { emits: 'sessionDestroyed' }),
  ],
})
