import { defineFramework, from, handed, signature } from './framework.js'

const CONFIGURED = {
  emits: 'sessionConfigured',
  options: 'options',
  cookie: 'options.cookieOptions',
  secret: 'options.cookieOptions.password',
} as const

/** https://hapi.dev/module/yar/api */
export const hapiYar = defineFramework({
  name: '@hapi/yar',
  reference: 'https://hapi.dev/module/yar/api',
  names: {
    plugin: [from('@hapi/yar'), from('@hapi/yar', 'plugin')],
    request: handed('request', '@hapi/hapi'),
    server: handed('router', '@hapi/hapi'),
  },
  cookie: {
    defaults: { httpOnly: true, secure: true, sameSite: 'lax', path: '/' },
    keys: { httpOnly: 'isHttpOnly', maxAge: 'ttl', partitioned: 'isPartitioned', sameSite: 'isSameSite', secure: 'isSecure' },
    maxAge: 'milliseconds',
    lax: 'Lax',
    expires: 'none',
    zeroDeletes: true,
  },
  session: {
    places: ['yar'],
    of: handed('request', '@hapi/hapi'),
    // Up to this size the data is in the cookie, beside an id that nothing is kept under.
    kind: { serverIf: { option: 'maxCookieSize', value: 0 } },
    name: { options: ['name'], default: 'session' },
    generator: ['customSessionIDGenerator'],
    generatorAsks: true,
    lifetime: {
      options: { 'cache.expiresIn': 'milliseconds' },
      defaultOnServer: 24 * 60 * 60,
      endless: [null, undefined],
      enforcedBy: 'browser',
      slides: 'never',
    },
    renew: { code: 'yar.reset', ends: 'at once', keepsData: false, keepsObject: true },
    end: { code: 'yar.reset', ends: 'at once', keepsData: false, keepsObject: true },
    showsId: ['printed'],
    telling: ['reset', 'set', 'clear', 'flash', 'touch', 'commit', 'lazy'],
  },
  signatures: [
    signature('{ plugin, options }', CONFIGURED),
    signature("{ plugin: '@hapi/yar', options }", CONFIGURED),
    signature('request.yar.set(property, value)', { emits: 'sessionWritten', property: 'property', value: 'value' }),
    signature('request.yar.set(data)', { emits: 'sessionWritten', properties: 'data' }),
    signature('request.yar.clear(property)', { emits: 'sessionPropertyDeleted', property: 'property' }),
    signature('request.yar.reset()', { emits: 'sessionRegenerated' }),
    signature('server.yar.revoke(id)', { emits: 'sessionDestroyed', ends: 'promise' }),
    signature('request.server.yar.revoke(id)', { emits: 'sessionDestroyed', ends: 'promise' }),
    signature('request.yar.commit(toolkit)', { emits: 'sessionSaved', ends: 'promise' }),
  ],
})
