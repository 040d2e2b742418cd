import { defineFramework, from, handed, signature } from './framework.js'

/** https://github.com/expressjs/session#api */
export const expressSession = defineFramework({
  name: 'express-session',
  reference: 'https://github.com/expressjs/session#api',
  names: { session: from('express-session'), req: handed('request', 'express') },
  cookie: {
    defaults: { httpOnly: true, path: '/' },
    maxAge: 'milliseconds',
    zeroDeletes: true,
    secureByConnection: 'auto',
  },
  session: {
    places: ['session'],
    of: handed('request', 'express'),
    kind: 'server',
    name: { options: ['name', 'key'], default: 'connect.sid' },
    generator: ['genid'],
    generatorAsks: true,
    store: ['store'],
    memoryStore: 'MemoryStore',
    uninitialized: { option: 'saveUninitialized', default: true },
    lifetime: {
      endless: [null, undefined, false],
      enforcedBy: 'server',
      slides: { option: 'rolling', default: false },
    },
    renew: { code: 'session.regenerate', ends: 'callback', keepsData: false },
    end: { code: 'session.destroy', ends: 'callback', keepsData: false },
    keepsCookie: true,
    telling: ['regenerate', 'destroy', 'reload', 'save', 'touch', 'resetMaxAge'],
    abandonedEndsWith: { option: 'unset', value: 'destroy' },
  },
  signatures: [
    signature('session(options?)', {
      emits: 'sessionConfigured',
      options: 'options',
      cookie: 'options.cookie',
      secret: 'options.secret',
    }),
    signature('req.session.regenerate(done?)', { emits: 'sessionRegenerated', done: 'done', needs: 'done' }),
    signature('req.session.destroy(done?)', { emits: 'sessionDestroyed', done: 'done' }),
    signature('req.session.touch()', { emits: 'sessionProlonged' }),
    signature('req.session.save(done?)', { emits: 'sessionSaved', done: 'done', ends: 'callback' }),
    signature('req.sessionStore.get(id, done?)', { emits: 'sessionLookedUp', value: 'id', done: 'done' }),
    signature('req.sessionStore.load(id, done?)', { emits: 'sessionLookedUp', value: 'id', done: 'done' }),
    signature('req.session[property] = value', { emits: 'sessionWritten', property: 'property', value: 'value' }),
    signature('delete req.session[property]', { emits: 'sessionPropertyDeleted', property: 'property' }),
    signature('req.session = value', { emits: 'sessionReplaced', value: 'value' }),
    signature('req.session = null', { emits: 'sessionAbandoned' }),
    signature('delete req.session', { emits: 'sessionAbandoned' }),
  ],
})
