import { defineFramework, from, handed, signature } from './framework.js'
import { ironCookie, ironLifetime } from './iron-session.js'

const DAY = 24 * 60 * 60

const CONFIGURED = {
  emits: 'sessionConfigured',
  options: 'options',
  cookie: 'options.cookieOptions',
  secret: 'options.password',
} as const

/**
 * Before version 8 wrappers hang the session on the request, where other libraries have theirs.
 *
 * https://github.com/vvo/iron-session/tree/v6#readme
 */
export const ironSessionOfRequests = defineFramework({
  name: 'iron-session/next',
  packages: ['iron-session'],
  reference: 'https://github.com/vvo/iron-session/tree/v6#readme',
  names: {
    withIronSessionApiRoute: from('iron-session/next', 'withIronSessionApiRoute'),
    withIronSessionSsr: from('iron-session/next', 'withIronSessionSsr'),
    ironSession: from('iron-session/express', 'ironSession'),
    request: handed('request', 'express', 'next', 'node:http'),
  },
  cookie: { ...ironCookie, defaults: { ...ironCookie.defaults, maxAge: 15 * DAY - 60 } },
  session: {
    places: ['session'],
    of: handed('request', 'express', 'next', 'node:http'),
    kind: 'client',
    name: { options: ['cookieName'], default: '' },
    lifetime: { ...ironLifetime, default: 15 * DAY },
    end: { code: 'session.destroy()', ends: 'at once', keepsData: false },
  },
  signatures: [
    signature('withIronSessionApiRoute(handler, options)', CONFIGURED),
    signature('withIronSessionSsr(handler, options)', CONFIGURED),
    signature('ironSession(options)', CONFIGURED),
    signature('request.session[property] = value', { emits: 'sessionWritten', property: 'property', value: 'value' }),
    signature('delete request.session[property]', { emits: 'sessionPropertyDeleted', property: 'property' }),
    signature('request.session.save()', { emits: 'sessionSaved', ends: 'promise' }),
    signature('request.session.destroy()', { emits: 'sessionDestroyed' }),
  ],
})
