import { defineFramework, handed, inUse, signature } from './framework.js'

/** https://hapi.dev/module/cookie/api */
export const hapiCookie = defineFramework({
  name: '@hapi/cookie',
  reference: 'https://hapi.dev/module/cookie/api',
  names: {
    server: [handed('router', '@hapi/hapi'), inUse()],
    request: handed('request', '@hapi/hapi'),
  },
  cookie: {
    defaults: { httpOnly: true, secure: true, sameSite: 'strict' },
    keys: { httpOnly: 'isHttpOnly', maxAge: 'ttl', partitioned: 'isPartitioned', sameSite: 'isSameSite', secure: 'isSecure' },
    maxAge: 'milliseconds',
    lax: 'Lax',
    expires: 'none',
    zeroDeletes: true,
  },
  session: {
    places: ['cookieAuth'],
    of: handed('request', '@hapi/hapi'),
    kind: 'client',
    name: { options: ['cookie.name'], default: 'sid' },
    lifetime: {
      endless: [null, undefined],
      enforcedBy: 'browser',
      slides: { option: 'keepAlive', default: false },
    },
    end: { code: 'cookieAuth.clear()', ends: 'at once', keepsData: false },
    telling: ['set', 'clear', 'ttl'],
  },
  signatures: [
    signature("server.auth.strategy(strategy, 'cookie', options)", {
      emits: 'sessionConfigured',
      options: 'options',
      cookie: 'options.cookie',
      secret: 'options.cookie.password',
      // The attributes stood beside the name once: `{ cookie: 'sid', password, isSecure }`.
      given: 'options.cookie.password',
    }),
    signature('request.cookieAuth.set(property, value)', { emits: 'sessionWritten', property: 'property', value: 'value' }),
    signature('request.cookieAuth.set(data)', { emits: 'sessionWritten', properties: 'data' }),
    signature('request.cookieAuth.clear(property)', { emits: 'sessionPropertyDeleted', property: 'property' }),
    signature('request.cookieAuth.clear(property?)', { emits: 'sessionDestroyed', unlessGiven: 'property' }),
    signature('request.cookieAuth.ttl(milliseconds)', { emits: 'sessionCommitted', lifetime: 'milliseconds' }),
  ],
})
