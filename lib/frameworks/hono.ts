import { defineFramework, from, handed, instance, result, signature } from './framework.js'

/** The same library on npm, on JSR, and where Deno found it before. */
const MODULES = ['hono', '@hono/hono', 'deno.land/x/hono/mod.ts'] as const
const COOKIES = ['hono/cookie', '@hono/hono/cookie', 'deno.land/x/hono/helper.ts', 'deno.land/x/hono/middleware.ts'] as const
const FACTORIES = ['hono/factory', '@hono/hono/factory'] as const
const PRESETS = ['hono/tiny', 'hono/quick'] as const

const WRITTEN = { emits: 'cookieWritten', name: 'name', value: 'value', cookie: 'options' } as const
const SIGNED = { ...WRITTEN, secret: 'secret' } as const
const HEADER = { emits: 'headerWritten', header: 'header', value: 'value' } as const

/** https://hono.dev/docs/helpers/cookie */
export const hono = defineFramework({
  name: 'hono',
  packages: ['@hono/hono', 'deno.land/x/hono/mod.ts', ...COOKIES],
  reference: 'https://hono.dev/docs/helpers/cookie',
  names: {
    ctx: handed('context', 'hono'),
    setCookie: COOKIES.map((module) => from(module, 'setCookie')),
    setSignedCookie: COOKIES.map((module) => from(module, 'setSignedCookie')),
    getCookie: COOKIES.map((module) => from(module, 'getCookie')),
    deleteCookie: COOKIES.map((module) => from(module, 'deleteCookie')),
    generateCookie: COOKIES.map((module) => from(module, 'generateCookie')),
    generateSignedCookie: COOKIES.map((module) => from(module, 'generateSignedCookie')),
  },
  cookie: {
    defaults: { path: '/' },
    maxAge: 'seconds',
    lax: 'Lax',
    zeroDeletes: true,
    prefixedBy: { option: 'prefix', prefixes: { host: '__Host-', secure: '__Secure-' } },
  },
  server: {
    parameters: ['context', 'next'],
    errorParameters: ['error', 'context'],
    errorHandlers: ['onError'],
    parameterNames: { context: ['c', 'ctx', 'context'], next: ['next'] },
    types: {
      Context: 'context',
      Next: 'next',
      Handler: 'handler',
      MiddlewareHandler: 'handler',
      RouteHandler: 'handler',
      Hono: 'router',
      OpenAPIHono: 'router',
    },
    companions: ['@hono/zod-openapi', '@hono/node-server', 'hono/types', ...MODULES.slice(1), ...PRESETS],
    routerNames: ['app'],
    routers: [
      ...[...MODULES, ...PRESETS].map((module) => instance(module, 'Hono')),
      instance('@hono/zod-openapi', 'OpenAPIHono'),
      ...FACTORIES.map((module) => result(module, 'createFactory.().createApp')),
    ],
    registering: ['onError', 'notFound', 'openapi'],
    takers: FACTORIES.flatMap((module) =>
      ['createMiddleware', 'createFactory.().createMiddleware', 'createFactory.().createHandlers'].map((name) => ({ is: from(module, name) })),
    ),
    withoutNode: { unless: ['@hono/node-server'] },
    awaitsHandlers: true,
    sendsReturnValue: true,
  },
  signatures: [
    signature('setCookie(context, name, value, options?)', WRITTEN),
    signature('setSignedCookie(context, name, value, secret, options?)', SIGNED),
    signature('generateCookie(name, value, options?)', WRITTEN),
    signature('generateSignedCookie(name, value, secret, options?)', SIGNED),
    signature('getCookie(context, name)', { emits: 'cookieRead', name: 'name' }),
    signature('deleteCookie(context, name, options?)', { emits: 'cookieCleared', name: 'name', cookie: 'options' }),
    signature('ctx.header(header, value, options?)', HEADER),
    signature('ctx.res.headers.set(header, value)', HEADER),
    signature('ctx.res.headers.append(header, value)', HEADER),
    ...(['body', 'html', 'json', 'newResponse', 'text'] as const).map((name) => signature(`ctx.${name}(data, status?, headers?)`, { emits: 'answered', value: 'data' })),
    signature('ctx.body(data, status, headers)', { emits: 'headerWritten', headers: 'headers' }),
    signature('ctx.body(data, init)', { emits: 'headerWritten', headers: 'init.headers' }),
    signature('ctx.text(data, status, headers)', { emits: 'headerWritten', headers: 'headers' }),
    signature('ctx.text(data, init)', { emits: 'headerWritten', headers: 'init.headers' }),
    signature('ctx.json(data, status, headers)', { emits: 'headerWritten', headers: 'headers' }),
    signature('ctx.json(data, init)', { emits: 'headerWritten', headers: 'init.headers' }),
    signature('ctx.html(data, status, headers)', { emits: 'headerWritten', headers: 'headers' }),
    signature('ctx.html(data, init)', { emits: 'headerWritten', headers: 'init.headers' }),
    signature('ctx.newResponse(data, status, headers)', { emits: 'headerWritten', headers: 'headers' }),
    signature('ctx.newResponse(data, init)', { emits: 'headerWritten', headers: 'init.headers' }),
  ],
})
