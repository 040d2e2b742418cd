import { defineFramework, from, result, signature, type Meaning } from './framework.js'

/** One package for each library of components, and the one behind them all. */
export const PACKAGES_OF_START = ['@tanstack/solid-start', '@tanstack/vue-start', '@tanstack/start-server-core']
const MODULES = ['@tanstack/react-start/server', '@tanstack/solid-start/server', '@tanstack/vue-start/server', '@tanstack/start-server-core']

/** An export of TanStack Start, by whatever module it comes from. */
export function exportOfStart(name: string): readonly Meaning[] {
  return MODULES.map((module) => from(module, name))
}

/** What a call of such an export returns. */
export function resultOfStart(name: string): readonly Meaning[] {
  return MODULES.map((module) => result(module, name))
}

const HEADER = { emits: 'headerWritten', header: 'header', value: 'value' } as const

/**
 * The functions find the request by themselves.
 *
 * https://tanstack.com/start/latest/docs/framework/react/guide/server-functions
 */
export const tanstackStart = defineFramework({
  name: '@tanstack/react-start',
  packages: PACKAGES_OF_START,
  reference: 'https://tanstack.com/start/latest/docs/framework/react/guide/server-functions',
  names: {
    setCookie: exportOfStart('setCookie'),
    getCookie: exportOfStart('getCookie'),
    deleteCookie: exportOfStart('deleteCookie'),
    getRequestHeader: exportOfStart('getRequestHeader'),
    setResponseHeader: exportOfStart('setResponseHeader'),
    appendResponseHeader: exportOfStart('appendResponseHeader'),
    setResponseHeaders: exportOfStart('setResponseHeaders'),
  },
  cookie: {
    defaults: { path: '/' },
    maxAge: 'seconds',
    zeroDeletes: true,
  },
  signatures: [
    signature('setCookie(name, value, options?)', { emits: 'cookieWritten', name: 'name', value: 'value', cookie: 'options' }),
    signature('getCookie(name)', { emits: 'cookieRead', name: 'name' }),
    signature('deleteCookie(name, options?)', { emits: 'cookieCleared', name: 'name', cookie: 'options' }),
    signature('getRequestHeader(name)', { emits: 'headerRead', name: 'name' }),
    signature('setResponseHeader(header, value)', HEADER),
    signature('appendResponseHeader(header, value)', HEADER),
    signature('setResponseHeaders(headers)', { emits: 'headerWritten', headers: 'headers' }),
  ],
})
