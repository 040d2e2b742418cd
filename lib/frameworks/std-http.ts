import { defineFramework, from, signature } from './framework.js'

/** How the module is named by JSR, by deno.land, and by the import maps that people write for both. */
const MODULES = ['@std/http/cookie', '@std/http', 'deno.land/std/http/cookie.ts', 'deno.land/std/http/mod.ts', 'std/http/cookie.ts', '$std/http/cookie.ts']

/** https://jsr.io/@std/http/doc/cookie */
export const stdHttp = defineFramework({
  name: '@std/http',
  packages: ['@jsr/std__http'],
  reference: 'https://jsr.io/@std/http/doc/cookie',
  names: { std: [...MODULES, '@jsr/std__http/cookie', '@jsr/std__http'].map((module) => from(module)) },
  cookie: {
    defaults: {},
    maxAge: 'seconds',
    lax: 'Lax',
    zeroDeletes: true,
  },
  signatures: [
    signature('std.setCookie(headers, cookie)', { emits: 'cookieWritten', name: 'cookie.name', value: 'cookie.value', cookie: 'cookie' }),
    signature('std.deleteCookie(headers, name, attributes?)', { emits: 'cookieCleared', name: 'name', cookie: 'attributes' }),
  ],
})
