import { defineFramework, from, signature, type CookieFacts, type LifetimeFacts, type SessionFacts } from './framework.js'

const DAY = 24 * 60 * 60
const MONTH = 30 * DAY

export const AUTH_CONFIGURED = {
  emits: 'sessionConfigured',
  options: 'options',
  cookie: 'options.cookies.sessionToken.options',
  secret: 'options.secret',
} as const

export const authCookie: CookieFacts = {
  defaults: { httpOnly: true, secure: 'tls', sameSite: 'lax', path: '/' },
  maxAge: 'seconds',
  zeroDeletes: true,
  // The date is that of the session.
  forced: ['expires'],
  besides: { secure: { option: 'useSecureCookies' } },
}

/** With an adapter sessions are records, unless the strategy says that they are tokens all the same. */
export const authKind: SessionFacts['kind'] = {
  serverWhen: ['adapter'],
  outright: { option: 'session.strategy', client: 'jwt', server: 'database' },
}

export const authLifetime: LifetimeFacts = {
  options: { 'session.maxAge': 'seconds', 'jwt.maxAge': 'seconds' },
  enforced: 'session.maxAge',
  default: MONTH,
  endless: [],
  enforcedBy: 'server',
  slides: 'always',
  renewedAfter: { option: 'session.updateAge', default: DAY },
}

/**
 * Auth.js: the core, and the packages for frameworks, which take the same options. Attributes are merged one by one.
 *
 * https://authjs.dev/reference/core
 */
export const authCore = defineFramework({
  name: '@auth/core',
  packages: ['@auth/sveltekit', '@auth/express', '@auth/solid-start', '@auth/qwik'],
  reference: 'https://authjs.dev/reference/core',
  names: {
    Auth: from('@auth/core', 'Auth'),
    SvelteKitAuth: from('@auth/sveltekit', 'SvelteKitAuth'),
    ExpressAuth: from('@auth/express', 'ExpressAuth'),
    SolidAuth: from('@auth/solid-start', 'SolidAuth'),
    QwikAuth: from('@auth/qwik', 'QwikAuth$'),
    AuthConfig: [from('@auth/core', 'AuthConfig'), from('@auth/core/types', 'AuthConfig')],
    SvelteKitAuthConfig: from('@auth/sveltekit', 'SvelteKitAuthConfig'),
    ExpressAuthConfig: from('@auth/express', 'ExpressAuthConfig'),
    SolidAuthConfig: from('@auth/solid-start', 'SolidAuthConfig'),
    QwikAuthConfig: from('@auth/qwik', 'QwikAuthConfig'),
  },
  cookie: authCookie,
  session: {
    places: [],
    of: from('@auth/core', 'Auth'),
    kind: authKind,
    name: { options: ['cookies.sessionToken.name'], default: 'authjs.session-token' },
    generator: ['session.generateSessionToken'],
    lifetime: authLifetime,
  },
  signatures: [
    signature('Auth(request, options)', AUTH_CONFIGURED),
    signature('SvelteKitAuth(options)', AUTH_CONFIGURED),
    signature('ExpressAuth(options)', AUTH_CONFIGURED),
    signature('SolidAuth(options)', AUTH_CONFIGURED),
    signature('QwikAuth(options)', AUTH_CONFIGURED),
    signature('const options: AuthConfig', AUTH_CONFIGURED),
    signature('const options: SvelteKitAuthConfig', AUTH_CONFIGURED),
    signature('const options: ExpressAuthConfig', AUTH_CONFIGURED),
    signature('const options: SolidAuthConfig', AUTH_CONFIGURED),
    signature('const options: QwikAuthConfig', AUTH_CONFIGURED),
  ],
})
