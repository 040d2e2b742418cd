import { defineFramework, instance, signature } from './framework.js'

/** https://github.com/bendotcodes/cookies/tree/main/packages/universal-cookie#readme */
export const universalCookie = defineFramework({
  name: 'universal-cookie',
  reference: 'https://github.com/bendotcodes/cookies/tree/main/packages/universal-cookie#readme',
  // `react-cookie` hands the same class on.
  names: { cookies: [instance('universal-cookie'), instance('react-cookie', 'Cookies')] },
  cookie: {
    defaults: {},
    maxAge: 'seconds',
    zeroDeletes: true,
  },
  signatures: [
    signature('cookies.set(name, value, options?)', { emits: 'browserCookieWritten', name: 'name', value: 'value', cookie: 'options' }),
    signature('cookies.remove(name, options?)', { emits: 'cookieCleared', name: 'name', cookie: 'options' }),
  ],
})
