import { defineFramework, from, handed, instance, signature } from './framework.js'

const CONFIGURED = {
  emits: 'sessionConfigured',
  options: 'options',
  cookie: 'options',
} as const

/** https://github.com/koajs/session#options */
export const koaSession = defineFramework({
  name: 'koa-session',
  reference: 'https://github.com/koajs/session#options',
  names: {
    session: from('koa-session'),
    createSession: from('koa-session', 'createSession'),
    app: instance('koa'),
    ctx: handed('context', 'koa'),
  },
  cookie: {
    defaults: { httpOnly: true, secure: 'tls', path: '/' },
    maxAge: 'milliseconds',
    zeroDeletes: false,
  },
  session: {
    places: ['session'],
    of: handed('context', 'koa'),
    kind: { serverWhen: ['store', 'ContextStore'] },
    isReadable: true,
    unsigned: { option: 'signed', value: false },
    name: { options: ['key'], default: 'koa.sess' },
    generator: ['genid'],
    generatorAsks: true,
    store: ['store', 'ContextStore'],
    lifetime: {
      default: 24 * 60 * 60,
      endless: ['session'],
      enforcedBy: 'server',
      slides: { option: 'rolling', default: false },
      renewedBy: 'renew',
    },
    renew: { code: 'session.regenerate', ends: 'callback or promise', keepsData: true, versions: '>=6.4' },
    end: { code: 'session = null', ends: 'at once', keepsData: false },
    telling: ['regenerate', 'manuallyCommit'],
  },
  signatures: [
    signature('session(app, options?)', CONFIGURED),
    signature('session(options, application)', CONFIGURED),
    signature('createSession(app, options?)', CONFIGURED),
    signature('createSession(options, application)', CONFIGURED),
    signature('ctx.session.regenerate(done?)', { emits: 'sessionRegenerated', done: 'done', versions: '>=6.4' }),
    signature('ctx.session[property] = value', { emits: 'sessionWritten', property: 'property', value: 'value' }),
    signature('delete ctx.session[property]', { emits: 'sessionPropertyDeleted', property: 'property' }),
    signature('ctx.session.manuallyCommit()', { emits: 'sessionSaved', ends: 'promise' }),
    signature('ctx.session = data', { emits: 'sessionWritten', properties: 'data', given: 'data' }),
    signature('ctx.session = null', { emits: 'sessionDestroyed' }),
  ],
})
