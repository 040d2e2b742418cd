import { anything, defineFramework, from, handed, signature } from './framework.js'

const REGISTERED = {
  emits: 'sessionConfigured',
  options: 'options',
  cookie: 'options.cookie',
  secret: 'options.secret',
} as const

/** https://github.com/fastify/session#api */
export const fastifySession = defineFramework({
  name: '@fastify/session',
  reference: 'https://github.com/fastify/session#api',
  names: { app: anything(), plugin: from('@fastify/session'), named: from('@fastify/session', 'fastifySession'), request: handed('request', 'fastify') },
  cookie: {
    defaults: { httpOnly: true, secure: true, path: '/' },
    maxAge: 'milliseconds',
    zeroDeletes: false,
    secureByConnection: 'auto',
  },
  session: {
    places: ['session'],
    of: handed('request', 'fastify'),
    kind: 'server',
    name: { options: ['cookieName'], default: 'sessionId' },
    generator: ['idGenerator'],
    generatorAsks: true,
    store: ['store'],
    memoryStore: 'MemoryStore',
    uninitialized: { option: 'saveUninitialized', default: true },
    lifetime: {
      endless: [null, undefined, false, 0],
      enforcedBy: 'server',
      slides: { option: 'rolling', default: true },
    },
    renew: { code: 'session.regenerate', ends: 'callback or promise', keepsData: false },
    end: { code: 'session.destroy', ends: 'callback or promise', keepsData: false },
    showsId: ['printed'],
    keepsCookie: true,
    telling: ['destroy', 'reload'],
  },
  signatures: [
    signature('app.register(plugin, options?)', REGISTERED),
    signature('app.register(named, options?)', REGISTERED),
    signature('request.session.regenerate(keep?, done?)', { emits: 'sessionRegenerated', done: 'done' }),
    signature('request.session.destroy(done?)', { emits: 'sessionDestroyed', done: 'done' }),
    signature('request.session.touch()', { emits: 'sessionProlonged' }),
    signature('request.session.cookie.maxAge = value', { emits: 'sessionLifetimeGiven', value: 'value' }),
    signature('request.session.cookie.expires = value', { emits: 'sessionLifetimeGiven', value: 'value' }),
    signature('request.session.save(done?)', { emits: 'sessionSaved', done: 'done', ends: 'callback or promise' }),
    signature('request.session[property] = value', { emits: 'sessionWritten', property: 'property', value: 'value' }),
    signature('delete request.session[property]', { emits: 'sessionPropertyDeleted', property: 'property' }),
    signature('request.session = value', { emits: 'sessionReplaced', value: 'value' }),
    signature('request.session.set(property, value)', { emits: 'sessionWritten', property: 'property', value: 'value' }),
    signature('request.session = null', { emits: 'sessionAbandoned' }),
    signature('delete request.session', { emits: 'sessionAbandoned' }),
  ],
})
