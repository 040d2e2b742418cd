import { defineFramework, from, instance, result, signature } from './framework.js'

const GIVEN = { emits: 'secretGiven', secret: 'options.keys', given: 'options.keys' } as const
const WRITTEN = { emits: 'cookieWritten', name: 'name', value: 'value', cookie: 'options' } as const

/** https://github.com/pillarjs/cookies#api */
export const cookies = defineFramework({
  name: 'cookies',
  reference: 'https://github.com/pillarjs/cookies#api',
  names: { Cookies: from('cookies'), jar: instance('cookies'), called: result('cookies') },
  cookie: {
    defaults: { httpOnly: true, secure: 'tls', path: '/' },
    maxAge: 'milliseconds',
    zeroDeletes: false,
    signed: 'with keys',
  },
  signatures: [
    signature('new Cookies(request, response, options?)', GIVEN),
    signature('Cookies(request, response, options?)', GIVEN),
    signature('Cookies.express(keys)', { emits: 'secretGiven', secret: 'keys' }),
    signature('jar.set(name, value?, options?)', WRITTEN),
    signature('called.set(name, value?, options?)', WRITTEN),
  ],
})
