import { defineFramework, from, handed, signature } from './framework.js'

/** https://docs.adonisjs.com/guides/basics/session */
export const adonisjsSession = defineFramework({
  name: '@adonisjs/session',
  reference: 'https://docs.adonisjs.com/guides/basics/session',
  names: { defineConfig: from('@adonisjs/session', 'defineConfig'), ctx: handed('context', '@adonisjs/core') },
  cookie: {
    defaults: { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 2 * 60 * 60 },
    maxAge: 'seconds',
    durations: true,
    zeroDeletes: false,
  },
  session: {
    places: ['session'],
    of: handed('context', '@adonisjs/core'),
    kind: { clientWhen: { option: 'store', within: 'stores', values: [from('@adonisjs/session', 'stores.cookie.()')] } },
    name: { options: ['cookieName'], default: 'adonis_session' },
    lifetime: {
      options: { age: 'seconds' },
      enforced: 'age',
      default: 2 * 60 * 60,
      // The age decides the `maxAge` of the cookie, whatever is written there, and there is always an age.
      endless: [],
      enforcedBy: 'server',
      slides: 'always',
    },
    // Both are carried out once the handler has answered, whatever else it does to the session.
    renew: { code: 'session.regenerate()', ends: 'at once', keepsData: true, keepsObject: true },
    end: { code: 'session.clear()', ends: 'at once', keepsData: false, keepsObject: true },
    telling: ['put', 'forget', 'pull', 'reflash', 'flashAll', 'flashErrors'],
  },
  signatures: [
    signature('defineConfig(options)', { emits: 'sessionConfigured', options: 'options', cookie: 'options.cookie' }),
    signature('ctx.session.put(property, value)', { emits: 'sessionWritten', property: 'property', value: 'value' }),
    signature('ctx.session.forget(property)', { emits: 'sessionPropertyDeleted', property: 'property' }),
    signature('ctx.session.regenerate()', { emits: 'sessionRegenerated' }),
    signature('ctx.session.clear()', { emits: 'sessionDestroyed' }),
  ],
})
