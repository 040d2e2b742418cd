import { defineFramework, from, literal, signature } from './framework.js'

const WRITTEN = { emits: 'cookieWritten', name: 'name', value: 'value', cookie: 'options' } as const
const WRITTEN_AS_ONE = { emits: 'cookieWritten', name: 'cookie.name', value: 'cookie.value', cookie: 'cookie' } as const
const READ = { emits: 'cookiesRead', text: 'text' } as const

/** https://github.com/jshttp/cookie#api */
export const cookie = defineFramework({
  name: 'cookie',
  reference: 'https://github.com/jshttp/cookie#api',
  names: {
    library: from('cookie'),
    // `stringifySetCookie(name, value)` has two arguments as well.
    cookie: literal(),
  },
  cookie: {
    defaults: {},
    maxAge: 'seconds',
    zeroDeletes: true,
  },
  signatures: [
    signature('library.stringifySetCookie(cookie, encoding?)', WRITTEN_AS_ONE),
    signature('library.stringifySetCookie(name, value, options?)', WRITTEN),
    signature('library.parse(text, options?)', READ),
    signature('library.parseCookie(text, options?)', READ),
    signature('library.serialize(cookie, encoding?)', WRITTEN_AS_ONE),
    signature('library.serialize(name, value, options?)', WRITTEN),
  ],
})
