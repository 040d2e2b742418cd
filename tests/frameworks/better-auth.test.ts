import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const HEAD = `import { betterAuth } from 'better-auth';`
const OPTIONS = `{ advanced: { defaultCookieAttributes: { httpOnly: false, path: '/' } } }`
const CONFIGURED = 'sessionConfigured better-auth proved `betterAuth` httpOnly=false secure=tls* sameSite=lax* path=/ lifetime=604800s*'

describe('a configuration', () => {
  const forms = [...formsOfNamed('better-auth', 'betterAuth'), ...formsOfNamed('better-auth/minimal', 'betterAuth')]
  it.each(forms.map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const events = eventsOf(`${head}; module.exports.auth = ${name}(${OPTIONS})`)
    expect(events.map((event) => event.replace(/`.*`/, '`betterAuth`'))).toEqual([CONFIGURED])
  })

  it.each([
    ['a type', `import type { BetterAuthOptions } from 'better-auth'; export const options: BetterAuthOptions = ${OPTIONS}`],
    ['satisfies', `import type { BetterAuthOptions } from 'better-auth'; export const options = ${OPTIONS} satisfies BetterAuthOptions`],
    ['a function', `${HEAD} export const createAuth = (env) => betterAuth(${OPTIONS})`],
    ['a constant', `${HEAD} const options = ${OPTIONS}; export const auth = betterAuth(options)`],
  ])('by %s', (_title, code) => {
    expect(eventsOf(code).map((event) => event.replace(/`.*`/, '`betterAuth`'))).toEqual([CONFIGURED])
  })

  it.each([
    ['nothing', `{ session: {} }`, 'httpOnly=true* secure=tls* sameSite=lax* path=/* lifetime=604800s*'],
    ['a lifetime', `{ session: { expiresIn: 60 * 60 * 12, updateAge: 3600 } }`, 'httpOnly=true* secure=tls* sameSite=lax* path=/* lifetime=43200s'],
    ['attributes of the session cookie', `{ advanced: { cookies: { session_token: { attributes: { httpOnly: false } } } } }`, 'httpOnly=false secure=tls* sameSite=lax* path=/* lifetime=604800s*'],
    ['its attributes before those of all', `{ advanced: { cookies: { session_token: { attributes: { httpOnly: true } } }, defaultCookieAttributes: { httpOnly: false, sameSite: 'none' } } }`, 'httpOnly=true secure=tls* sameSite=none path=/* lifetime=604800s*'],
    ['attributes of another cookie', `{ advanced: { cookies: { session_data: { attributes: { httpOnly: false } } } } }`, 'httpOnly=true* secure=tls* sameSite=lax* path=/* lifetime=604800s*'],
    ['an age of all cookies, which is not that of the session', `{ advanced: { defaultCookieAttributes: { maxAge: 60 } } }`, 'httpOnly=true* secure=tls* sameSite=lax* path=/* lifetime=604800s*'],
    ['Secure that is off in vain', `{ advanced: { defaultCookieAttributes: { secure: false }, cookies: { session_token: { attributes: { secure: false } } } } }`, 'httpOnly=true* secure=tls* sameSite=lax* path=/* lifetime=604800s*'],
    ['Secure that is off for all of them', `{ advanced: { useSecureCookies: false, defaultCookieAttributes: { secure: false } } }`, 'httpOnly=true* secure=false sameSite=lax* path=/* lifetime=604800s*'],
    ['Secure that is on', `{ advanced: { useSecureCookies: false, defaultCookieAttributes: { secure: true } } }`, 'httpOnly=true* secure=true sameSite=lax* path=/* lifetime=604800s*'],
    ['attributes from elsewhere', `{ advanced: { defaultCookieAttributes: shared } }`, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=604800s*'],
    ['all of it from elsewhere', `sessionOptions`, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
  ])('with %s', (_title, options, expected) => {
    expect(eventsOf(`${HEAD} export const auth = betterAuth(${options})`)).toEqual([`sessionConfigured better-auth proved \`betterAuth\` ${expected}`])
  })

  it.each([
    ['another library', `import { betterAuth } from './auth.js'; betterAuth(${OPTIONS})`],
    ['a function of the file', `import 'better-auth'; function betterAuth(options) {} betterAuth(${OPTIONS})`],
    ['a client', `import { createAuthClient } from 'better-auth/client'; createAuthClient(${OPTIONS})`],
  ])('is not %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})

describe('a session', () => {
  it.each([
    ['a logout', `await auth.api.signOut({ headers })`],
    ['a session', `await auth.api.revokeSession({ body: { token } })`],
    ['all sessions', `await auth.api.revokeSessions({ headers })`],
  ])('is ended by %s', (_title, code) => {
    expect(matchesOf(`${HEAD} const auth = betterAuth({}); export async function f(headers, token) { ${code} }`)).toContain('sessionDestroyed better-auth proved')
    expect(matchesOf(`import { auth } from './auth.js'; import { headers } from 'better-auth/next-js'; const session = async () => { ${code} }`)).toContain('sessionDestroyed better-auth likely')
    expect(matchesOf(`import { auth } from './auth.js'; const session = async () => { ${code} }`)).toEqual([])
  })

  it.each([
    ['a login', `const { user, session } = await auth.api.signInEmail({ body }); session.userId = user.id`],
    ['a session that is asked for', `const session = await auth.api.getSession({ headers }); session.user = null`],
    ['a login in a page', `await authClient.signIn.email({ email, password })`],
  ])('gets nobody by %s', (_title, code) => {
    expect(eventsOf(`import { auth } from './auth.js'; import 'better-auth'; ${code}`)).toEqual([])
  })
})
