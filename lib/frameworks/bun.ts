import { defineFramework, from, global, handed, instance, literal, signature } from './framework.js'

const WRITTEN = { emits: 'cookieWritten', name: 'name', value: 'value', cookie: 'options' } as const
const WRITTEN_AS_ONE = { emits: 'cookieWritten', name: 'cookie.name', value: 'cookie.value', cookie: 'cookie' } as const

/** https://bun.com/docs/runtime/cookies */
export const bun = defineFramework({
  name: 'bun',
  packages: ['@types/bun', 'bun-types'],
  reference: 'https://bun.com/docs/runtime/cookies',
  names: {
    request: handed('request', 'bun'),
    map: [global('Bun', 'CookieMap', 'new()'), instance('bun', 'CookieMap')],
    Cookie: [global('Bun', 'Cookie'), from('bun', 'Cookie')],
    // `set` takes one made with `new Cookie(…)` as well, which is read where it is made.
    cookie: literal(),
  },
  cookie: {
    defaults: { sameSite: 'lax', path: '/' },
    deletedWithout: ['httpOnly', 'maxAge', 'sameSite', 'secure'],
    maxAge: 'seconds',
    zeroDeletes: true,
  },
  server: {
    parameters: ['request'],
    // Every server has a request; only its place or its type tells that it is Bun's.
    parameterNames: {},
    types: { BunRequest: 'request' },
    routers: [],
    takers: [{ is: global('Bun', 'serve') }, { is: from('bun', 'serve') }],
    // `export default { routes: { '/login': login } }` in the file that Bun is started with.
    exports: [{ files: /\.[cm]?[jt]sx?$/, names: ['default.routes.*'] }],
    awaitsHandlers: true,
    sendsReturnValue: true,
  },
  signatures: [
    signature('request.cookies.set(name, value, options?)', WRITTEN),
    signature('request.cookies.set(cookie)', WRITTEN_AS_ONE),
    signature('request.cookies.delete(cookie)', { emits: 'cookieCleared', name: 'cookie.name' }),
    signature('request.cookies.delete(name)', { emits: 'cookieCleared', name: 'name' }),
    signature('map.set(name, value, options?)', WRITTEN),
    signature('map.set(cookie)', WRITTEN_AS_ONE),
    signature('map.delete(cookie)', { emits: 'cookieCleared', name: 'cookie.name' }),
    signature('map.delete(name)', { emits: 'cookieCleared', name: 'name' }),
    signature('new Cookie(name, value, options?)', WRITTEN),
    signature('new Cookie(cookie)', WRITTEN_AS_ONE),
    signature('Cookie.from(name, value, options?)', WRITTEN),
  ],
})
