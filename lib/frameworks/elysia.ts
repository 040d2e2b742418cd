import { defineFramework, from, handed, instance, signature } from './framework.js'

/** An attribute by itself, or several of them without a value: the cookie has its value from before. */
const AMENDED = { emits: 'cookieAmended', name: 'name' } as const

/** https://elysiajs.com/patterns/cookie */
export const elysia = defineFramework({
  name: 'elysia',
  reference: 'https://elysiajs.com/patterns/cookie',
  names: {
    ctx: handed('context', 'elysia'),
    Elysia: [from('elysia', 'Elysia'), from('elysia')],
    t: from('elysia', 't'),
  },
  cookie: {
    defaults: { path: '/' },
    maxAge: 'seconds',
    zeroDeletes: true,
    writtenBy: 'set',
  },
  server: {
    parameters: ['context'],
    parameterNames: { context: ['ctx', 'context', 'c'] },
    types: { Context: 'context', Handler: 'handler', InlineHandler: 'handler', Elysia: 'router', AnyElysia: 'router', default: 'router' },
    companions: ['@elysiajs/node', '@elysiajs/jwt', '@elysiajs/bearer', '@elysiajs/cors'],
    routerNames: ['app'],
    routers: [instance('elysia', 'Elysia'), instance('elysia')],
    registering: ['derive', 'mapDerive', 'mapResolve', 'onAfterHandle', 'onAfterResponse', 'onBeforeHandle', 'onError', 'onRequest', 'onTransform', 'resolve'],
    plugging: ['group', 'guard', 'use'],
    awaitsHandlers: true,
    sendsReturnValue: true,
  },
  signatures: [
    signature('new Elysia(options?)', { emits: 'cookieDefaultsSet', cookie: 'options.cookie', secret: 'options.cookie.secrets' }),
    signature('t.Cookie(schema, options?)', { emits: 'cookieDefaultsSet', cookie: 'options', secret: 'options.secrets' }),
    signature('ctx.cookie[name].value = value', { emits: 'cookieWritten', name: 'name', value: 'value' }),
    ...(['ctx.cookie[name].set(options)', 'ctx.cookie[name].update(options)'] as const).flatMap((text) => [
      signature(text, { emits: 'cookieWritten', name: 'name', value: 'options.value', cookie: 'options', given: 'options.value' }),
      signature(text, { ...AMENDED, cookie: 'options', unlessGiven: 'options.value' }),
    ]),
    ...(['httpOnly', 'secure', 'sameSite', 'maxAge', 'expires', 'path', 'domain', 'partitioned'] as const).map((attribute) =>
      signature(`ctx.cookie[name].${attribute} = value`, AMENDED),
    ),
    signature('ctx.cookie[name].remove()', { emits: 'cookieCleared', name: 'name' }),
    signature('ctx.set.headers[header] = value', { emits: 'headerWritten', header: 'header', value: 'value' }),
    signature('ctx.set.headers = headers', { emits: 'headerWritten', headers: 'headers' }),
  ],
})
