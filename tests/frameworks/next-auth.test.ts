import { fileURLToPath } from 'node:url'
import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfDefault, formsOfNamed } from './import-forms.js'

const HEAD = `import NextAuth from 'next-auth';`
const OPTIONS = `{ cookies: { sessionToken: { options: { httpOnly: false, path: '/' } } } }`
const CONFIGURED = 'sessionConfigured next-auth proved `NextAuth` httpOnly=false secure=tls* sameSite=lax* path=/ lifetime=2592000s*'

/** A file in a project that has this major version. */
function inVersion(major: 4 | 5): string {
  return fileURLToPath(new URL(`../fixtures/next-auth-${major}/auth.ts`, import.meta.url))
}

describe('a configuration', () => {
  const forms = [...formsOfDefault('next-auth'), ...formsOfDefault('next-auth/next')]
  it.each(forms.map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const events = eventsOf(`${head}; module.exports = ${name}(${OPTIONS})`)
    expect(events.map((event) => event.replace(/`.*`/, '`NextAuth`'))).toEqual([CONFIGURED])
  })

  it.each([
    ['in a route handler', `const handler = NextAuth(${OPTIONS}); export { handler as GET, handler as POST }`],
    ['in an API route', `export default NextAuth(${OPTIONS})`],
    ['for each request', `export default (req, res) => NextAuth(req, res, ${OPTIONS})`],
    ['for each request, by a function', `const options = (req) => (${OPTIONS}); export default function auth(req, res) { return NextAuth(req, res, options(req)) }`],
    ['in a constant', `const authOptions = ${OPTIONS}; export default NextAuth(authOptions)`],
    ['of version 5', `export const { handlers, auth, signIn, signOut } = NextAuth(${OPTIONS})`],
    ['that is lazy', `export const { handlers, auth } = NextAuth(() => (${OPTIONS}))`],
    ['that is lazy and waits', `export const { handlers, auth } = NextAuth(async (request) => { await log(request); return ${OPTIONS} })`],
    ['with a spread', `const shared = ${OPTIONS}; export const { handlers } = NextAuth({ providers, ...shared })`],
    ['that is written to', `const options = { cookies: { sessionToken: { options: { path: '/' } } } }; options.cookies.sessionToken.options.httpOnly = false; export default NextAuth(options)`],
  ])('%s', (_title, code) => {
    expect(eventsOf(`${HEAD} ${code}`)).toEqual([CONFIGURED])
  })

  it.each([
    ['NextAuthOptions', `import type { NextAuthOptions } from 'next-auth'; export const authOptions: NextAuthOptions = ${OPTIONS}`],
    ['AuthOptions', `import { AuthOptions } from 'next-auth'; export const authOptions: AuthOptions = ${OPTIONS}`],
    ['NextAuthConfig', `import { type NextAuthConfig } from 'next-auth'; export const authConfig: NextAuthConfig = ${OPTIONS}`],
    ['satisfies', `import type { NextAuthOptions } from 'next-auth'; export const authOptions = ${OPTIONS} satisfies NextAuthOptions`],
    ['as', `import type { NextAuthConfig } from 'next-auth'; export default ${OPTIONS} as NextAuthConfig`],
    ['a namespace', `import type * as auth from 'next-auth'; export const authOptions: auth.NextAuthOptions = ${OPTIONS}`],
  ])('by the type %s', (_title, code) => {
    expect(eventsOf(code).map((event) => event.replace(/`.*`/, '`NextAuth`'))).toEqual([CONFIGURED])
  })

  it('that is typed and used is one', () => {
    const code = `import NextAuth, { NextAuthOptions } from 'next-auth'; export const authOptions: NextAuthOptions = ${OPTIONS}; export default NextAuth(authOptions)`
    expect(eventsOf(code)).toHaveLength(1)
  })

  it('that is typed and spread into another is one', () => {
    const code = `import NextAuth, { type NextAuthConfig } from 'next-auth'; const shared: NextAuthConfig = ${OPTIONS}; export const { auth } = NextAuth({ ...shared, providers: [] })`
    expect(eventsOf(code)).toEqual([CONFIGURED])
  })

  it.each([
    ['nothing about the cookie', `{ session: { strategy: 'jwt' } }`, 'httpOnly=true* secure=tls* sameSite=lax* path=/* lifetime=2592000s*'],
    ['a lifetime', `{ session: { maxAge: 8 * 60 * 60 } }`, 'httpOnly=true* secure=tls* sameSite=lax* path=/* lifetime=28800s'],
    ['a lifetime of its token', `{ session: { strategy: 'jwt' }, jwt: { maxAge: 3600 } }`, 'httpOnly=true* secure=tls* sameSite=lax* path=/* lifetime=3600s'],
    ['another cookie', `{ session: {}, cookies: { csrfToken: { name: 'csrf', options: { httpOnly: false } } } }`, 'httpOnly=true* secure=tls* sameSite=lax* path=/* lifetime=2592000s*'],
    ['a cookie from elsewhere', `{ session: {}, cookies: shared }`, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
    ['options from elsewhere', `sessionOptions`, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
  ])('with %s', (_title, options, expected) => {
    expect(eventsOf(`${HEAD} export default NextAuth(${options})`)).toEqual([`sessionConfigured next-auth proved \`NextAuth\` ${expected}`])
  })

  it.each([
    ['version 5 has its defaults beside what is given', 5, `{ name: 'session', options: { domain: '.example.com' } }`, 'httpOnly=true* secure=tls* sameSite=lax* path=/* domain=.example.com'],
    ['version 5 has them without any options', 5, `{ name: 'session' }`, 'httpOnly=true* secure=tls* sameSite=lax* path=/*'],
    ['version 4 has only what is given', 4, `{ name: 'session', options: { domain: '.example.com' } }`, 'domain=.example.com'],
    ['version 4 has nothing where the options are empty', 4, `{ name: 'session', options: {} }`, ''],
    ['version 4 has nothing where there are no options', 4, `{ name: 'session' }`, ''],
    ['version 4 has what somebody wrote elsewhere', 4, `{ name: 'session', options: shared }`, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=?'],
  ] as const)('of a cookie: %s', (_title, major, cookie, expected) => {
    const events = eventsOf(`${HEAD} export default NextAuth({ cookies: { sessionToken: ${cookie} } })`, { filename: inVersion(major) })
    expect(events.map((event) => event.replace(/.*`NextAuth` ?/, '').replace(/ ?lifetime=.*/, ''))).toEqual([expected])
  })

  it('in version 4 that says nothing about the session cookie has the defaults', () => {
    const code = `${HEAD} export default NextAuth({ cookies: { csrfToken: { name: 'csrf' } } })`
    expect(eventsOf(code, { filename: inVersion(4) })).toEqual(['sessionConfigured next-auth proved `NextAuth` httpOnly=true* secure=tls* sameSite=lax* path=/* lifetime=2592000s*'])
  })

  it.each([
    ['another library of that name', `import NextAuth from './next-auth.js'; export default NextAuth(${OPTIONS})`],
    ['another type of that name', `import type { AuthOptions } from './types.js'; export const authOptions: AuthOptions = ${OPTIONS}`],
    ['a function of the file', `import 'next-auth'; function NextAuth(options) {} NextAuth(${OPTIONS})`],
    ['the options of a session that is only asked for', `import { getServerSession } from 'next-auth'; export const auth = () => getServerSession(${OPTIONS})`],
    ['a provider', `import GitHub from 'next-auth/providers/github'; GitHub(${OPTIONS})`],
  ])('is not %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})

describe('a logout', () => {
  it.each(formsOfNamed('next-auth/react', 'signOut').map(({ head, name, title }) => [title, head, name]))('of a page, by %s', (_title, head, name) => {
    expect(matchesOf(`${head}; export const session = () => ${name}({ callbackUrl: '/' })`)).toEqual(['sessionDestroyed next-auth proved'])
  })

  it.each([
    ['destructured', `export const { auth, signOut } = NextAuth({}); export const session = () => signOut()`],
    ['a member', `const made = NextAuth({}); export const session = () => made.signOut({ redirectTo: '/' })`],
  ])('of version 5, %s', (_title, code) => {
    expect(matchesOf(`${HEAD} ${code}`)).toContain('sessionDestroyed next-auth proved')
  })
})

describe('what looks like a session', () => {
  it.each([
    ['a callback that writes to the session', `export default NextAuth({ callbacks: { session({ session, user }) { session.user.id = user.id; session.userId = user.id; return session } } })`],
    ['a callback that writes to the token', `export default NextAuth({ callbacks: { jwt({ token, user }) { token.userId = user.id; return token } } })`],
    ['a session that is asked for', `const session = await getServerSession(authOptions); session.user = user`],
  ])('%s is no login', (_title, code) => {
    expect(eventsOf(`${HEAD} ${code}`).filter((event) => !event.startsWith('sessionConfigured'))).toEqual([])
  })
})
