import { defineFramework, from, result, signature } from './framework.js'

const DAY = 24 * 60 * 60

const CONFIGURED = {
  emits: 'sessionConfigured',
  options: 'options',
  cookie: 'options.cookieOptions',
  secret: 'options.password',
} as const

/** The cookie ends a minute before what is sealed in it. */
export const ironCookie = {
  defaults: { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 14 * DAY - 60 },
  maxAge: 'seconds',
  zeroDeletes: true,
} as const

/** Without a `maxAge` of its own the cookie lives as long as the seal; one that is undefined makes a seal without an end. */
export const ironLifetime = {
  options: { ttl: 'seconds' },
  enforced: 'ttl',
  default: 14 * DAY,
  endless: [undefined],
  endlessOverrules: true,
  endlessOptions: [0],
  enforcedBy: 'server',
  slides: 'never',
} as const

/** https://github.com/vvo/iron-session#readme */
export const ironSession = defineFramework({
  name: 'iron-session',
  reference: 'https://github.com/vvo/iron-session#readme',
  names: {
    getIronSession: [from('iron-session', 'getIronSession'), from('iron-session/edge', 'getIronSession')],
    SessionOptions: from('iron-session', 'SessionOptions'),
    IronSessionOptions: from('iron-session', 'IronSessionOptions'),
    session: [result('iron-session', 'getIronSession'), result('iron-session/edge', 'getIronSession')],
  },
  cookie: ironCookie,
  session: {
    places: [],
    of: result('iron-session', 'getIronSession'),
    kind: 'client',
    name: { options: ['cookieName'], default: '' },
    lifetime: ironLifetime,
    end: { code: 'destroy()', ends: 'at once', keepsData: false },
  },
  signatures: [
    signature('getIronSession(request, response, options)', CONFIGURED),
    signature('getIronSession(cookies, options)', CONFIGURED),
    signature('const options: SessionOptions', CONFIGURED),
    signature('const options: IronSessionOptions', CONFIGURED),
    signature('session.updateConfig(options)', CONFIGURED),
    signature('session[property] = value', { emits: 'sessionWritten', property: 'property', value: 'value' }),
    signature('delete session[property]', { emits: 'sessionPropertyDeleted', property: 'property' }),
    signature('session.save()', { emits: 'sessionSaved', ends: 'promise' }),
    signature('session.destroy()', { emits: 'sessionDestroyed' }),
  ],
})
