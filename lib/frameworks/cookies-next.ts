import { defineFramework, from, result, signature } from './framework.js'

const MODULE = 'cookies-next'
const PARTS = { name: 'name', value: 'value', cookie: 'options' } as const

/** Next calls it on the server first, and in the page for what is opened after that. */
const ON_BOTH_SIDES = ['getInitialProps']
const SENT = { emits: 'cookieWritten', ...PARTS, unlessIn: ON_BOTH_SIDES } as const

/** Which side writes the cookie is told by what it is given: the answer, or Next's own cookies. */
const IN_PAGE = [
  { options: 'options', property: 'req' },
  { options: 'options', property: 'res' },
  { options: 'options', property: 'cookies' },
] as const
const SET_IN_PAGE = { emits: 'browserCookieWritten', ...PARTS } as const
const CLEARED = { emits: 'cookieCleared', name: 'name', cookie: 'options' } as const

/** https://github.com/andreizanik/cookies-next#readme */
export const cookiesNext = defineFramework({
  name: MODULE,
  reference: 'https://github.com/andreizanik/cookies-next#readme',
  names: {
    either: from(MODULE),
    server: from(`${MODULE}/server`),
    client: from(`${MODULE}/client`),
    set: ['', '/client'].flatMap((side) => [
      result(MODULE + side, 'useSetCookie'),
      result(MODULE + side, 'useReactiveSetCookie'),
      from(MODULE + side, 'useCookiesNext.().setCookie'),
      from(MODULE + side, 'useReactiveCookiesNext.().setCookie'),
    ]),
  },
  cookie: {
    defaults: { path: '/' },
    maxAge: 'seconds',
    zeroDeletes: true,
  },
  signatures: [
    signature('either.setCookie(name, value, options?)', { ...SENT, given: 'options.res' }),
    signature('either.setCookie(name, value, options?)', { ...SENT, given: 'options.cookies' }),
    signature('either.setCookie(name, value, options?)', { ...SET_IN_PAGE, unless: IN_PAGE }),
    signature('server.setCookie(name, value, options?)', SENT),
    signature('client.setCookie(name, value, options?)', SET_IN_PAGE),
    signature('set(name, value, options?)', SET_IN_PAGE),
    signature('either.deleteCookie(name, options?)', CLEARED),
    signature('server.deleteCookie(name, options?)', CLEARED),
    signature('client.deleteCookie(name, options?)', CLEARED),
  ],
})
