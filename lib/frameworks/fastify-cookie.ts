import { anything, defineFramework, from, handed, signature } from './framework.js'

const WRITTEN = { emits: 'cookieWritten', name: 'name', value: 'value', cookie: 'options' } as const

/** https://github.com/fastify/fastify-cookie#api */
export const fastifyCookie = defineFramework({
  name: '@fastify/cookie',
  reference: 'https://github.com/fastify/fastify-cookie#api',
  names: { app: anything(), plugin: from('@fastify/cookie'), reply: handed('response', 'fastify') },
  cookie: {
    defaults: { sameSite: 'lax' },
    defaultsBefore: { version: '<10', defaults: {} },
    maxAge: 'seconds',
    zeroDeletes: true,
  },
  signatures: [
    signature('app.register(plugin, options?)', {
      emits: 'cookieDefaultsSet',
      cookie: 'options.parseOptions',
      secret: 'options.secret',
    }),
    signature('reply.setCookie(name, value, options?)', WRITTEN),
    signature('reply.cookie(name, value, options?)', WRITTEN),
    signature('reply.clearCookie(name, options?)', { emits: 'cookieCleared', name: 'name', cookie: 'options' }),
  ],
})
