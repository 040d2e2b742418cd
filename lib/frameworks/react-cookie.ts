import { defineFramework, from, signature } from './framework.js'

const HOOK = 'useCookies.()'

/** https://github.com/bendotcodes/cookies/tree/main/packages/react-cookie#readme */
export const reactCookie = defineFramework({
  name: 'react-cookie',
  reference: 'https://github.com/bendotcodes/cookies/tree/main/packages/react-cookie#readme',
  names: {
    // `const [cookies, setCookie, removeCookie] = useCookies(['sid'])`
    setCookie: from('react-cookie', `${HOOK}.1`),
    removeCookie: from('react-cookie', `${HOOK}.2`),
  },
  cookie: {
    defaults: {},
    maxAge: 'seconds',
    zeroDeletes: true,
  },
  signatures: [
    signature('setCookie(name, value, options?)', { emits: 'browserCookieWritten', name: 'name', value: 'value', cookie: 'options' }),
    signature('removeCookie(name, options?)', { emits: 'cookieCleared', name: 'name', cookie: 'options' }),
  ],
})
