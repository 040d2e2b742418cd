import { AUTH_CONFIGURED, authCookie, authKind, authLifetime } from './auth-core.js'
import { defineFramework, from, result, signature } from './framework.js'

/**
 * Before version 5, which is made of @auth/core, a cookie that is given replaces the default one whole: without
 * `options` it has no attributes at all.
 *
 * https://next-auth.js.org/configuration/options#cookies
 */
export const nextAuth = defineFramework({
  name: 'next-auth',
  reference: 'https://next-auth.js.org/configuration/options#cookies',
  names: {
    NextAuth: [from('next-auth'), from('next-auth/next')],
    made: result('next-auth'),
    NextAuthOptions: from('next-auth', 'NextAuthOptions'),
    AuthOptions: from('next-auth', 'AuthOptions'),
    NextAuthConfig: from('next-auth', 'NextAuthConfig'),
    getToken: from('next-auth/jwt', 'getToken'),
    signOut: from('next-auth/react', 'signOut'),
  },
  cookie: { ...authCookie, defaultsLostWith: { option: 'cookies.sessionToken', versions: '<5' } },
  session: {
    places: [],
    of: from('next-auth', 'getServerSession'),
    kind: authKind,
    name: {
      options: ['cookies.sessionToken.name'],
      default: 'next-auth.session-token',
      since: { version: '>=5', default: 'authjs.session-token' },
    },
    generator: ['session.generateSessionToken'],
    lifetime: authLifetime,
  },
  signatures: [
    signature('NextAuth(request, response, options)', AUTH_CONFIGURED),
    signature('NextAuth(options)', AUTH_CONFIGURED),
    signature('const options: NextAuthOptions', AUTH_CONFIGURED),
    signature('const options: AuthOptions', AUTH_CONFIGURED),
    // As `auth.config.ts`, which `auth.ts` spreads into the whole.
    signature('const options: NextAuthConfig', { ...AUTH_CONFIGURED, isPart: true }),
    signature('getToken(options)', { emits: 'secretGiven', secret: 'options.secret', given: 'options.secret' }),
    signature('signOut(where?)', { emits: 'sessionDestroyed' }),
    signature('made.signOut(where?)', { emits: 'sessionDestroyed' }),
  ],
})
