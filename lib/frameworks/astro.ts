import { defineFramework, from, global, handed, instance, signature } from './framework.js'

const WRITTEN = { emits: 'cookieWritten', name: 'name', value: 'value', cookie: 'options' } as const
const READ = { emits: 'cookieRead', name: 'name' } as const
const CLEARED = { emits: 'cookieCleared', name: 'name', cookie: 'options' } as const
const HEADER = { emits: 'headerWritten', header: 'header', value: 'value' } as const

const MIDDLEWARE = ['context', 'next'] as const

/** https://docs.astro.build/en/reference/api-reference/#cookies */
export const astro = defineFramework({
  name: 'astro',
  packages: ['astro:middleware', 'astro:actions'],
  reference: 'https://docs.astro.build/en/reference/api-reference/#cookies',
  names: {
    context: [handed('context', 'astro'), global('Astro')],
    cookies: instance('astro', 'AstroCookies'),
  },
  cookie: {
    defaults: {},
    maxAge: 'seconds',
    zeroDeletes: true,
  },
  server: {
    parameters: ['context'],
    parameterNames: { context: ['context', 'ctx'], next: ['next'] },
    types: {
      APIContext: 'context',
      ActionAPIContext: 'context',
      AstroGlobal: 'context',
      APIRoute: 'handler',
      MiddlewareHandler: 'handler',
      MiddlewareNext: 'next',
    },
    companions: ['astro:middleware', 'astro:actions', 'astro/middleware'],
    routers: [],
    takers: [
      ...['astro:middleware', 'astro/middleware'].flatMap((module) =>
        ['defineMiddleware', 'sequence'].map((name) => ({ is: from(module, name), parameters: MIDDLEWARE })),
      ),
      { is: from('astro:actions', 'defineAction'), parameters: [undefined, 'context'], method: 'post' },
    ],
    exports: [
      {
        files: /^(?=(?:.*\/)?pages\/).*\.[cm]?[jt]sx?$/,
        names: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'ALL'],
        methods: { ALL: 'all' },
      },
      { files: /(?:^|\/)middleware(?:\/index)?\.[cm]?[jt]s$/, names: ['onRequest'], parameters: MIDDLEWARE },
    ],
    withoutNode: { unless: ['@astrojs/node'] },
    awaitsHandlers: true,
    sendsReturnValue: true,
  },
  production: { code: 'import.meta.env.PROD' },
  signatures: [
    signature('context.cookies.get(name)', READ),
    signature('context.cookies.set(name, value, options?)', WRITTEN),
    signature('context.cookies.delete(name, options?)', CLEARED),
    signature('cookies.get(name)', READ),
    signature('cookies.set(name, value, options?)', WRITTEN),
    signature('cookies.delete(name, options?)', CLEARED),
    signature('context.response.headers.set(header, value)', HEADER),
    signature('context.response.headers.append(header, value)', HEADER),
  ],
})
