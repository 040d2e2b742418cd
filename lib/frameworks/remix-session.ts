import { defineFramework, result, signature } from './framework.js'

const storages = [
  result('@remix-run/session/memory-storage', 'createMemorySessionStorage'),
  result('@remix-run/session/fs-storage', 'createFsSessionStorage'),
]

/**
 * Sessions that are kept on the server. Those that are kept in the cookie have an id that opens nothing; their
 * cookie is declared apart, with `@remix-run/cookie`.
 *
 * https://github.com/remix-run/remix/tree/main/packages/session#readme
 */
export const remixSession = defineFramework({
  name: '@remix-run/session',
  reference: 'https://github.com/remix-run/remix/tree/main/packages/session#readme',
  names: { storage: storages },
  session: {
    places: ['read(cookie)'],
    of: storages,
    kind: 'server',
    // The cookie is the program's own.
    name: { options: [], default: '' },
    lifetime: { enforcedBy: 'browser', slides: 'never' },
    renew: { code: 'session.regenerateId(true)', ends: 'at once', keepsData: true },
    end: { code: 'session.destroy()', ends: 'at once', keepsData: false },
  },
  signatures: [
    signature('storage.read(cookie).set(property, value)', { emits: 'sessionWritten', property: 'property', value: 'value' }),
    signature('storage.read(cookie).unset(property)', { emits: 'sessionPropertyDeleted', property: 'property' }),
    signature('storage.read(cookie).regenerateId(deleteOldSession?)', { emits: 'sessionRegenerated' }),
    signature('storage.read(cookie).destroy()', { emits: 'sessionDestroyed' }),
  ],
})
