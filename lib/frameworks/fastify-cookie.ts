import { anything, defineFramework, from, handed, signature } from './framework.js'

const WRITTEN = { emits: 'cookieWritten', name: 'name', value: 'value', cookie: 'options' } as const

const REGISTERED = {
  emits: 'cookieDefaultsSet',
  cookie: 'options.parseOptions',
  secret: 'options.secret',
} as const

/** https://github.com/fastify/fastify-cookie#api */
export const fastifyCookie = defineFramework({
  name: '@fastify/cookie',
  reference: 'https://github.com/fastify/fastify-cookie#api',
  names: { app: anything(), plugin: from('@fastify/cookie'), named: from('@fastify/cookie', 'fastifyCookie'), reply: handed('response', 'fastify') },
  cookie: {
    defaults: { sameSite: 'lax' },
    defaultsBefore: { version: '<10', defaults: {} },
    deletedPath: '/',
    maxAge: 'seconds',
    zeroDeletes: true,
    secureByConnection: 'auto',
  },
  requestCookies: { of: handed('request', 'fastify'), plain: 'cookies' },
  signatures: [
    signature('app.register(plugin, options?)', REGISTERED),
    signature('app.register(named, options?)', REGISTERED),
    signature('reply.setCookie(name, value, options?)', WRITTEN),
    signature('reply.cookie(name, value, options?)', WRITTEN),
    signature('reply.clearCookie(name, options?)', { emits: 'cookieCleared', name: 'name', cookie: 'options' }),
  ],
})
