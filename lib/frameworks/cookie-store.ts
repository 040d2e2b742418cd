import { defineFramework, global, signature } from './framework.js'

/** https://developer.mozilla.org/en-US/docs/Web/API/CookieStore */
export const cookieStore = defineFramework({
  name: 'cookieStore',
  reference: 'https://developer.mozilla.org/en-US/docs/Web/API/CookieStore',
  names: {
    cookieStore: [global('cookieStore'), global('window', 'cookieStore'), global('globalThis', 'cookieStore'), global('self', 'cookieStore')],
  },
  cookie: {
    defaults: { path: '/', sameSite: 'strict', secure: true },
    maxAge: 'milliseconds',
    zeroDeletes: true,
    forced: ['secure'],
  },
  signatures: [
    signature('cookieStore.set(name, value)', { emits: 'browserCookieWritten', name: 'name', value: 'value' }),
    signature('cookieStore.set(cookie)', { emits: 'browserCookieWritten', name: 'cookie.name', value: 'cookie.value', cookie: 'cookie' }),
    signature('cookieStore.delete(cookie)', { emits: 'cookieCleared', name: 'cookie.name', given: 'cookie.name' }),
    signature('cookieStore.delete(name)', { emits: 'cookieCleared', name: 'name' }),
  ],
})
