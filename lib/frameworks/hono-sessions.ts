import { defineFramework, from, handed, instance, signature } from './framework.js'

/** The same library on npm, on JSR, and where Deno found it before. */
const MODULES = ['hono-sessions', '@jcs224/hono-sessions', 'deno.land/x/hono_sessions/mod.ts'] as const

/** https://github.com/jcs224/hono_sessions#readme */
export const honoSessions = defineFramework({
  name: 'hono-sessions',
  packages: MODULES.slice(1),
  reference: 'https://github.com/jcs224/hono_sessions#readme',
  names: {
    sessionMiddleware: MODULES.map((module) => from(module, 'sessionMiddleware')),
    SessionOptions: MODULES.map((module) => from(module, 'SessionOptions')),
    ctx: handed('context', 'hono'),
  },
  cookie: {
    defaults: { path: '/' },
    maxAge: 'seconds',
    lax: 'Lax',
    zeroDeletes: true,
    prefixedBy: { option: 'prefix', prefixes: { host: '__Host-', secure: '__Secure-' } },
  },
  session: {
    places: ["get('session')", 'var.session'],
    of: handed('context', 'hono'),
    kind: { clientWhen: { option: 'store', values: MODULES.map((module) => instance(module, 'CookieStore')) } },
    name: { options: ['sessionCookieName'], default: 'session' },
    store: ['store'],
    memoryStore: 'MemoryStore',
    lifetime: {
      options: { expireAfterSeconds: 'seconds' },
      enforced: 'expireAfterSeconds',
      endless: [null, undefined, false],
      enforcedBy: 'server',
      slides: { option: 'autoExtendExpiration', default: true },
    },
    // Both are carried out once the handler has answered, whatever else it does to the session.
    renew: {
      code: "set('session_key_rotation', true)",
      ends: 'at once',
      keepsData: true,
      keepsObject: true,
      declares: { name: 'session_key_rotation', type: 'boolean', beside: 'session' },
    },
    end: { code: "get('session').deleteSession()", ends: 'at once', keepsData: false, keepsObject: true },
    telling: ['deleteSession', 'forget', 'flash'],
    hidesId: true,
  },
  signatures: [
    signature('sessionMiddleware(options)', {
      emits: 'sessionConfigured',
      options: 'options',
      cookie: 'options.cookieOptions',
      secret: 'options.encryptionKey',
    }),
    signature('const options: SessionOptions', {
      emits: 'sessionConfigured',
      options: 'options',
      cookie: 'options.cookieOptions',
      secret: 'options.encryptionKey',
    }),
    signature("ctx.set('session_key_rotation', true)", { emits: 'sessionRegenerated' }),
    ...(["ctx.get('session')", 'ctx.var.session'] as const).flatMap((session) => [
      signature(`${session}.set(property, value)`, { emits: 'sessionWritten', property: 'property', value: 'value' }),
      signature(`${session}.forget(property)`, { emits: 'sessionPropertyDeleted', property: 'property' }),
      signature(`${session}.deleteSession()`, { emits: 'sessionDestroyed' }),
    ]),
  ],
})
