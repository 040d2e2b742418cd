import { defineFramework, from, handed, instance, result, signature, type Meaning } from './framework.js'

/** Nitro and Nuxt hand the functions on under names of their own. */
const MODULES = ['h3', 'nitro/h3', 'nitro', '#imports']

/** An export of h3, by whatever module it comes from. */
export function exportOfH3(name: string): readonly Meaning[] {
  return MODULES.map((module) => from(module, name))
}

/** What a call of such an export returns. */
export function resultOfH3(name: string): readonly Meaning[] {
  return MODULES.map((module) => result(module, name))
}

/** Files of servers, in which Nuxt and Nitro import by themselves. */
export const AUTO_IMPORTS = {
  packages: ['nuxt', 'nitropack', 'nitro'],
  files: /^(?=(?:.*\/)?(?:server|routes|api)\/).*\.[cm]?[jt]s$/,
}

const WRITTEN = { emits: 'cookieWritten', name: 'name', value: 'value', cookie: 'options' } as const
const CLEARED = { emits: 'cookieCleared', name: 'name', cookie: 'options' } as const
const HEADER = { emits: 'headerWritten', header: 'header', value: 'value' } as const
const HEADERS = { emits: 'headerWritten', headers: 'headers' } as const

const MAKERS = [
  ...['defineEventHandler', 'eventHandler', 'defineHandler', 'defineValidatedHandler', 'defineRoute', 'defineRequestMiddleware', 'defineResponseMiddleware'],
  ...['cachedEventHandler', 'defineCachedEventHandler', 'defineCachedHandler'],
]

/** https://h3.dev/utils/cookie */
export const h3 = defineFramework({
  name: 'h3',
  packages: ['nitropack', 'nitro', 'nuxt'],
  reference: 'https://h3.dev/utils/cookie',
  names: {
    setCookie: exportOfH3('setCookie'),
    setChunkedCookie: exportOfH3('setChunkedCookie'),
    getCookie: exportOfH3('getCookie'),
    deleteCookie: exportOfH3('deleteCookie'),
    deleteChunkedCookie: exportOfH3('deleteChunkedCookie'),
    getHeader: [...exportOfH3('getHeader'), ...exportOfH3('getRequestHeader')],
    setHeader: [...exportOfH3('setHeader'), ...exportOfH3('setResponseHeader'), ...exportOfH3('appendHeader'), ...exportOfH3('appendResponseHeader')],
    setHeaders: [...exportOfH3('setHeaders'), ...exportOfH3('setResponseHeaders'), ...exportOfH3('appendHeaders'), ...exportOfH3('appendResponseHeaders')],
    given: handed('context', 'h3'),
  },
  cookie: {
    defaults: { path: '/' },
    maxAge: 'seconds',
    zeroDeletes: true,
  },
  server: {
    parameters: ['context'],
    // An `event` is mostly one of a page: only registration and types tell that it is a request.
    parameterNames: {},
    types: { H3Event: 'context', EventHandler: 'handler', Middleware: 'handler', H3: 'router', App: 'router', Router: 'router' },
    companions: ['nitro/h3', 'nitropack/runtime', 'nuxt-auth-utils'],
    routerNames: ['app', 'router'],
    routers: [result('h3', 'createApp'), result('h3', 'createRouter'), instance('h3', 'H3'), instance('nitro/h3', 'H3'), instance('nitro', 'H3')],
    // A file without a method in its name answers all of them.
    methodFiles: { named: /\.(connect|delete|get|head|options|patch|post|put|trace)\.[cm]?[jt]s$/, folders: /(?:^|\/)server\/(?:api|routes)\// },
    takers: [
      ...MAKERS.flatMap((name) => exportOfH3(name).map((is) => ({ is }))),
      ...MAKERS.slice(-3).map((name) => ({ is: from('nitropack/runtime', name) })),
      ...exportOfH3('defineMiddleware').map((is) => ({ is, parameters: ['context', 'next'] as const })),
    ],
    withoutNode: { where: ['wrangler', 'nitro-cloudflare-dev', '@nuxthub/core'] },
    awaitsHandlers: true,
    sendsReturnValue: true,
  },
  signatures: [
    signature('setCookie(event, name, value, options?)', WRITTEN),
    signature('setChunkedCookie(event, name, value, options?)', WRITTEN),
    signature('getCookie(event, name)', { emits: 'cookieRead', name: 'name' }),
    signature('deleteCookie(event, name, options?)', CLEARED),
    signature('deleteChunkedCookie(event, name, options?)', CLEARED),
    signature('getHeader(event, name)', { emits: 'headerRead', name: 'name' }),
    signature('setHeader(event, header, value)', HEADER),
    signature('setHeaders(event, headers)', HEADERS),
    signature('given.res.headers.set(header, value)', { ...HEADER, versions: '>=2' }),
    signature('given.res.headers.append(header, value)', { ...HEADER, versions: '>=2' }),
    signature('given.node.res.setHeader(header, value)', HEADER),
    signature('given.node.res.appendHeader(header, value)', HEADER),
    signature('given.node.res.writeHead(status, headers)', HEADERS),
  ],
  production: { code: '!import.meta.dev', packages: AUTO_IMPORTS.packages },
  autoImports: AUTO_IMPORTS,
})
