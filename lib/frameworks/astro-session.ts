import { defineFramework, from, global, handed, instance, signature } from './framework.js'

const SET = { emits: 'sessionWritten', property: 'property', value: 'value' } as const
const DELETED = { emits: 'sessionPropertyDeleted', property: 'property' } as const

/** https://docs.astro.build/en/guides/sessions/ */
export const astroSession = defineFramework({
  name: 'astro/session',
  packages: ['astro:middleware', 'astro:actions'],
  reference: 'https://docs.astro.build/en/guides/sessions/',
  names: {
    defineConfig: from('astro/config', 'defineConfig'),
    context: [handed('context', 'astro'), global('Astro')],
    session: instance('astro', 'AstroSession'),
  },
  cookie: {
    defaults: { httpOnly: true, secure: 'production', sameSite: 'lax', path: '/' },
    maxAge: 'seconds',
    zeroDeletes: true,
    forced: ['httpOnly'],
  },
  session: {
    places: ['session'],
    of: handed('context', 'astro'),
    kind: 'server',
    name: { options: ['cookie.name', 'cookie'], default: 'astro-session' },
    mayBeMissing: true,
    comesWithServer: true,
    lifetime: {
      // A driver may have an end of its own for what it keeps.
      options: { ttl: 'seconds', 'options.ttl': 'seconds', 'driver.config.ttl': 'seconds' },
      enforced: 'ttl',
      endless: [undefined],
      enforcedBy: 'server',
      slides: 'never',
    },
    renew: { code: 'session.regenerate', ends: 'promise', keepsData: true, keepsObject: true },
    end: { code: 'session.destroy()', ends: 'at once', keepsData: false, keepsObject: true },
  },
  signatures: [
    signature('defineConfig(options)', {
      emits: 'sessionConfigured',
      options: 'options.session',
      cookie: 'options.session.cookie',
      given: 'options.session',
    }),
    signature('context.session.set(property, value, options?)', SET),
    signature('context.session.delete(property)', DELETED),
    signature('context.session.load(id)', { emits: 'sessionLookedUp', value: 'id' }),
    signature('context.session.regenerate()', { emits: 'sessionRegenerated' }),
    signature('context.session.destroy()', { emits: 'sessionDestroyed' }),
    signature('session.set(property, value, options?)', SET),
    signature('session.delete(property)', DELETED),
    signature('session.load(id)', { emits: 'sessionLookedUp', value: 'id' }),
    signature('session.regenerate()', { emits: 'sessionRegenerated' }),
    signature('session.destroy()', { emits: 'sessionDestroyed' }),
  ],
})
