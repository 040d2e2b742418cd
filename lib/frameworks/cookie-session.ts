import { defineFramework, from, handed, signature } from './framework.js'

/** https://github.com/expressjs/cookie-session#api */
export const cookieSession = defineFramework({
  name: 'cookie-session',
  reference: 'https://github.com/expressjs/cookie-session#api',
  names: { cookieSession: from('cookie-session'), req: handed('request', 'express') },
  cookie: {
    defaults: { httpOnly: true, secure: 'tls', path: '/' },
    maxAge: 'milliseconds',
    zeroDeletes: false,
  },
  session: {
    places: ['session'],
    of: handed('request', 'express'),
    kind: 'client',
    isReadable: true,
    unsigned: { option: 'signed', value: false },
    name: { options: ['name'], default: 'session' },
    lifetime: { endless: [null, undefined, false, 0], enforcedBy: 'browser', slides: 'never' },
    end: { code: 'session = null', ends: 'at once', keepsData: false },
  },
  signatures: [
    signature('cookieSession(options?)', {
      emits: 'sessionConfigured',
      options: 'options',
      cookie: 'options',
      secret: ['options.keys', 'options.secret'],
    }),
    signature('req.session[property] = value', { emits: 'sessionWritten', property: 'property', value: 'value' }),
    signature('delete req.session[property]', { emits: 'sessionPropertyDeleted', property: 'property' }),
    signature('req.session = value', { emits: 'sessionReplaced', value: 'value' }),
    signature('req.session = null', { emits: 'sessionDestroyed' }),
    signature('req.session = {}', { emits: 'sessionAbandoned' }),
    signature('delete req.session', { emits: 'sessionAbandoned' }),
  ],
})
