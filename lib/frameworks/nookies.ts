import { defineFramework, from, signature } from './framework.js'

/** Next calls it on the server first, and in the page for what is opened after that. */
const ON_BOTH_SIDES = ['getInitialProps']

const SENT = { emits: 'cookieWritten', name: 'name', value: 'value', cookie: 'options', given: 'context', unlessIn: ON_BOTH_SIDES } as const

/** Without a context there is no answer to write to, and the cookie is the page's. */
const SET_IN_PAGE = { emits: 'browserCookieWritten', name: 'name', value: 'value', cookie: 'options', unlessGiven: 'context' } as const
const CLEARED = { emits: 'cookieCleared', name: 'name', cookie: 'options' } as const

/** https://github.com/maticzav/nookies#reference */
export const nookies = defineFramework({
  name: 'nookies',
  reference: 'https://github.com/maticzav/nookies#reference',
  names: { nookies: from('nookies') },
  cookie: {
    defaults: {},
    maxAge: 'seconds',
    zeroDeletes: true,
  },
  signatures: [
    signature('nookies.setCookie(context, name, value, options?)', SENT),
    signature('nookies.setCookie(context, name, value, options?)', SET_IN_PAGE),
    signature('nookies.set(context, name, value, options?)', SENT),
    signature('nookies.set(context, name, value, options?)', SET_IN_PAGE),
    signature('nookies.destroyCookie(context, name, options?)', CLEARED),
    signature('nookies.destroy(context, name, options?)', CLEARED),
  ],
})
