import { defineFramework, signature } from './framework.js'
import { AUTO_IMPORTS, exportOfH3, resultOfH3 } from './h3.js'

/** How all functions take the options of a session. */
export const SEALED = {
  emits: 'sessionConfigured',
  options: 'options',
  cookie: 'options.cookie',
  secret: 'options.password',
} as const

/** A cookie as version 1 sends it, and what was made with the first drafts of version 2. */
export const sealedCookie = {
  defaults: { httpOnly: true, secure: true, path: '/' },
  maxAge: 'seconds',
  zeroDeletes: true,
} as const

export const sealedLifetime = {
  options: { maxAge: 'seconds', idleTimeout: 'seconds' },
  enforced: 'maxAge',
  endless: [null, undefined],
  endlessOptions: [0],
  enforcedBy: 'server',
  // `maxAge` counts from the first visit, and `idleTimeout` is nothing that fixes write.
  slides: 'never',
} as const

const SESSION = resultOfH3('useSession')

/**
 * Sealed sessions: all data is in the cookie, encrypted, and so is the id. A guessable `generateId` is no flaw, as
 * nobody can put a guessed id into a seal.
 *
 * https://h3.dev/utils/session
 */
export const h3Session = defineFramework({
  name: 'h3/session',
  packages: ['nitropack', 'nitro', 'nuxt'],
  reference: 'https://h3.dev/utils/session',
  names: {
    useSession: exportOfH3('useSession'),
    getSession: exportOfH3('getSession'),
    updateSession: exportOfH3('updateSession'),
    clearSession: exportOfH3('clearSession'),
    sealSession: exportOfH3('sealSession'),
    session: SESSION,
    SessionConfig: exportOfH3('SessionConfig'),
  },
  cookie: { ...sealedCookie, defaults: { ...sealedCookie.defaults, sameSite: 'lax' }, defaultsBefore: { version: '<2', defaults: sealedCookie.defaults } },
  session: {
    places: [],
    of: SESSION,
    kind: 'client',
    name: { options: ['name'], default: 'h3' },
    lifetime: sealedLifetime,
  },
  signatures: [
    signature('useSession(event, options)', SEALED),
    // Since version 2 it only reads the session, whose end another call may have set.
    signature('getSession(event, options)', { ...SEALED, versions: '<2' }),
    signature('updateSession(event, options, update?)', SEALED),
    signature('sealSession(event, options)', SEALED),
    signature('const options: SessionConfig', SEALED),
    signature('session.update(data)', { emits: 'sessionWritten', value: 'data' }),
    signature('session.clear()', { emits: 'sessionDestroyed' }),
    signature('clearSession(event, options)', { emits: 'sessionDestroyed' }),
  ],
  autoImports: AUTO_IMPORTS,
})
