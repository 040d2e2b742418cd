import { anything, defineFramework, from, handed, signature } from './framework.js'

const REGISTERED = {
  emits: 'sessionConfigured',
  options: 'options',
  cookie: 'options.cookie',
  secret: ['options.key', 'options.secret'],
} as const

/** https://github.com/fastify/fastify-secure-session#readme */
export const fastifySecureSession = defineFramework({
  name: '@fastify/secure-session',
  reference: 'https://github.com/fastify/fastify-secure-session#readme',
  names: { app: anything(), plugin: from('@fastify/secure-session'), named: from('@fastify/secure-session', 'fastifySecureSession'), request: handed('request', 'fastify') },
  cookie: {
    defaults: { httpOnly: true, sameSite: 'lax' },
    maxAge: 'seconds',
    zeroDeletes: true,
    // It is sent by `@fastify/cookie`.
    secureByConnection: 'auto',
  },
  session: {
    places: ['session'],
    of: handed('request', 'fastify'),
    kind: 'client',
    name: { options: ['cookieName', 'sessionName'], default: 'session' },
    lifetime: {
      options: { expiry: 'seconds' },
      enforced: 'expiry',
      default: 24 * 60 * 60 + 1,
      enforcedBy: 'server',
      slides: 'never',
    },
    end: { code: 'session.delete()', ends: 'at once', keepsData: false },
    telling: ['delete', 'data'],
  },
  signatures: [
    signature('app.register(plugin, options?)', REGISTERED),
    signature('app.register(named, options?)', REGISTERED),
    signature('request.session[property] = value', { emits: 'sessionWritten', property: 'property', value: 'value' }),
    signature('request.session = value', { emits: 'sessionReplaced', value: 'value' }),
    signature('request.session.set(property, value)', { emits: 'sessionWritten', property: 'property', value: 'value' }),
    signature('request.session.touch()', { emits: 'sessionProlonged' }),
    signature('request.session.delete()', { emits: 'sessionDestroyed' }),
    signature('request.session = null', { emits: 'sessionAbandoned' }),
    signature('delete request.session', { emits: 'sessionAbandoned' }),
  ],
})
