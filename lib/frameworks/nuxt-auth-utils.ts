import { defineFramework, from, global, signature, type Meaning } from './framework.js'
import { AUTO_IMPORTS } from './h3.js'

function exported(name: string): readonly Meaning[] {
  return [from('#imports', name), from('nuxt-auth-utils', name)]
}

/** https://github.com/atinux/nuxt-auth-utils#configuration */
export const nuxtAuthUtils = defineFramework({
  name: 'nuxt-auth-utils',
  reference: 'https://github.com/atinux/nuxt-auth-utils#configuration',
  names: {
    defineNuxtConfig: [from('nuxt/config', 'defineNuxtConfig'), from('nuxt', 'defineNuxtConfig'), global('defineNuxtConfig')],
    setUserSession: exported('setUserSession'),
    replaceUserSession: exported('replaceUserSession'),
    clearUserSession: exported('clearUserSession'),
  },
  cookie: {
    defaults: { httpOnly: true, secure: true, sameSite: 'lax', path: '/' },
    maxAge: 'seconds',
    zeroDeletes: true,
  },
  session: {
    places: [],
    of: exported('setUserSession'),
    kind: 'client',
    name: { options: ['name'], default: 'nuxt-session' },
    lifetime: {
      options: { maxAge: 'seconds' },
      enforced: 'maxAge',
      endless: [null, undefined],
      endlessOptions: [0],
      enforcedBy: 'server',
      slides: 'never',
    },
  },
  signatures: [
    signature('defineNuxtConfig(options)', {
      emits: 'sessionConfigured',
      options: 'options.runtimeConfig.session',
      cookie: 'options.runtimeConfig.session.cookie',
      secret: 'options.runtimeConfig.session.password',
      given: 'options.runtimeConfig.session',
      whereInUse: true,
    }),
    signature('setUserSession(event, data, config?)', { emits: 'sessionWritten', value: 'data' }),
    signature('replaceUserSession(event, data, config?)', { emits: 'sessionWritten', value: 'data' }),
    signature('clearUserSession(event, config?)', { emits: 'sessionDestroyed', ends: 'promise' }),
  ],
  autoImports: { ...AUTO_IMPORTS, packages: ['nuxt-auth-utils'] },
})
