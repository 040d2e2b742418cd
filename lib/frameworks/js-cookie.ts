import { defineFramework, from, global, result, signature } from './framework.js'

const MODULE = 'js-cookie'
const WRITTEN = { emits: 'browserCookieWritten', name: 'name', value: 'value', cookie: 'attributes' } as const

/** https://github.com/js-cookie/js-cookie#basic-usage */
export const jsCookie = defineFramework({
  name: MODULE,
  reference: 'https://github.com/js-cookie/js-cookie#basic-usage',
  names: {
    // The second is what the script from a CDN is called.
    Cookies: [
      ...[from(MODULE), result(MODULE, 'withAttributes'), result(MODULE, 'withConverter'), result(MODULE, 'withConverter.().withAttributes')],
      ...[global('Cookies'), global('window', 'Cookies')],
    ],
  },
  cookie: {
    defaults: { path: '/' },
    keys: { maxAge: 'max-age' },
    maxAge: 'seconds',
    expires: 'days',
    zeroDeletes: true,
  },
  signatures: [
    signature('Cookies.set(name, value, attributes?)', WRITTEN),
    signature('Cookies.remove(name, attributes?)', { emits: 'cookieCleared', name: 'name', cookie: 'attributes' }),
    signature('Cookies.withAttributes(attributes)', { emits: 'cookieDefaultsSet', cookie: 'attributes' }),
  ],
})
