import { defineFramework, from, result, signature, type Meaning } from './framework.js'
import { cookieOfRuntimes, RUNTIMES, storageSignatures } from './react-router.js'

/** What makes sessions that are kept on the server, and where it comes from. */
const MAKERS: readonly (readonly [string, string])[] = [
  ...RUNTIMES.flatMap((runtime) => [[runtime, 'createSessionStorage'] as const, [runtime, 'createMemorySessionStorage'] as const]),
  ['@react-router/node', 'createFileSessionStorage'],
  ['@remix-run/node', 'createFileSessionStorage'],
  ['@remix-run/deno', 'createFileSessionStorage'],
  ['@react-router/cloudflare', 'createWorkersKVSessionStorage'],
  ['@remix-run/cloudflare', 'createWorkersKVSessionStorage'],
  ['@react-router/architect', 'createArcTableSessionStorage'],
  ['@remix-run/architect', 'createArcTableSessionStorage'],
  ['@vercel/remix', 'createKvSessionStorage'],
]

const storages: readonly Meaning[] = MAKERS.map(([module, name]) => result(module, name))

/**
 * Sessions of which only the id is in the cookie.
 *
 * https://reactrouter.com/explanation/sessions-and-cookies#creating-custom-session-storage
 */
export const reactRouterServerSessions = defineFramework({
  name: 'react-router:server-sessions',
  packages: RUNTIMES,
  reference: 'https://reactrouter.com/explanation/sessions-and-cookies#creating-custom-session-storage',
  names: { createStorage: MAKERS.map(([module, name]) => from(module, name)), storage: storages },
  cookie: cookieOfRuntimes,
  session: {
    places: ['getSession(header)'],
    of: storages,
    kind: 'server',
    name: { options: ['cookie.name'], default: '__session' },
    generator: ['createData'],
    // These functions are the store, and may end what they keep.
    store: ['createData', 'readData', 'updateData'],
    inMemory: MAKERS.flatMap(([module, name]) => (name === 'createMemorySessionStorage' ? [from(module, name)] : [])),
    lifetime: { endless: [undefined], enforcedBy: 'server', slides: 'never' },
    renew: { code: 'getSession()', ends: 'promise', keepsData: false, gives: 'another session' },
    end: { code: 'destroySession(session)', ends: 'promise', keepsData: false },
  },
  signatures: [
    signature('createStorage(options?)', {
      emits: 'sessionConfigured',
      options: 'options',
      cookie: 'options.cookie',
      secret: 'options.cookie.secrets',
    }),
    ...storageSignatures,
  ],
})
