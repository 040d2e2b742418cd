import { defineFramework, from, signature } from './framework.js'

/** https://nuxt.com/docs/api/composables/use-cookie */
export const nuxt = defineFramework({
  name: 'nuxt',
  packages: ['#app'],
  reference: 'https://nuxt.com/docs/api/composables/use-cookie',
  names: {
    useCookie: ['#imports', '#app', 'nuxt/app'].map((module) => from(module, 'useCookie')),
  },
  cookie: {
    defaults: { path: '/' },
    maxAge: 'seconds',
    zeroDeletes: true,
  },
  signatures: [
    signature('useCookie(name, options?).value = value', {
      emits: 'browserCookieWritten',
      name: 'name',
      cookie: 'options',
      value: 'value',
    }),
  ],
  production: { code: '!import.meta.dev' },
  autoImports: {
    packages: ['nuxt'],
    // What stands under `server/` is Nitro's, which has no such function.
    files: /^(?!.*\/server\/)(?:.*\.vue|(?=.*\/(?:app|components|composables|layouts|middleware|pages|plugins|stores?|utils)\/).*\.[cm]?[jt]sx?)$/,
  },
})
