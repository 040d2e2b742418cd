import { defineFramework, from, instance, result, signature } from './framework.js'

const DECLARED = { emits: 'cookieDeclared', name: 'name', cookie: 'options', secret: 'options.secrets' } as const

/** https://github.com/remix-run/remix/tree/main/packages/cookie#readme */
export const remixCookie = defineFramework({
  name: '@remix-run/cookie',
  reference: 'https://github.com/remix-run/remix/tree/main/packages/cookie#readme',
  names: {
    createCookie: from('@remix-run/cookie', 'createCookie'),
    Cookie: from('@remix-run/cookie', 'Cookie'),
    cookie: [result('@remix-run/cookie', 'createCookie'), instance('@remix-run/cookie', 'Cookie')],
  },
  cookie: { defaults: { sameSite: 'lax', path: '/' }, maxAge: 'seconds', lax: 'Lax', zeroDeletes: true, declaredApart: true },
  signatures: [
    signature('createCookie(name, options?)', DECLARED),
    signature('new Cookie(name, options?)', DECLARED),
    signature('cookie.serialize(value, options?)', { emits: 'cookieWritten', value: 'value', cookie: 'options' }),
  ],
})
