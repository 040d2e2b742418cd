import { defineFramework, from, handed, signature } from './framework.js'

/** https://github.com/koajs/generic-session#options */
export const koaGenericSession = defineFramework({
  name: 'koa-generic-session',
  reference: 'https://github.com/koajs/generic-session#options',
  names: { session: from('koa-generic-session'), ctx: handed('context', 'koa') },
  cookie: {
    defaults: { httpOnly: true, secure: 'tls', path: '/', maxAge: 24 * 60 * 60 },
    maxAge: 'milliseconds',
    zeroDeletes: false,
  },
  session: {
    places: ['session'],
    of: handed('context', 'koa'),
    kind: 'server',
    name: { options: ['key'], default: 'koa.sid' },
    generator: ['genSid'],
    store: ['store'],
    memoryStore: 'MemoryStore',
    lifetime: {
      options: { ttl: 'milliseconds' },
      default: 24 * 60 * 60,
      endless: [null, false, 0],
      enforcedBy: 'browser',
      slides: { option: 'rolling', default: false },
    },
    renew: { code: 'regenerateSession', ends: 'promise', keepsData: false },
    end: { code: 'session = null', ends: 'at once', keepsData: false },
  },
  signatures: [
    signature('session(options?)', { emits: 'sessionConfigured', options: 'options', cookie: 'options.cookie' }),
    signature('ctx.regenerateSession()', { emits: 'sessionRegenerated' }),
    signature('ctx.saveSession()', { emits: 'sessionSaved', ends: 'promise' }),
    signature('ctx.session[property] = value', { emits: 'sessionWritten', property: 'property', value: 'value' }),
    signature('delete ctx.session[property]', { emits: 'sessionPropertyDeleted', property: 'property' }),
    signature('ctx.session = null', { emits: 'sessionDestroyed' }),
  ],
})
