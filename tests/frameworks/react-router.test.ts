import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const HEAD = `import { createCookie, createCookieSessionStorage, createMemorySessionStorage, createSessionStorage } from 'react-router';`
const CONFIGURED = 'sessionConfigured react-router proved `createCookieSessionStorage` sameSite=lax* path=/* lifetime=?'
const DECLARED = 'cookieWritten react-router proved `createCookie` session session sameSite=lax* path=/* lifetime=?'

const RUNTIMES = [
  'react-router',
  'react-router-dom',
  '@remix-run/node',
  '@remix-run/cloudflare',
  '@remix-run/deno',
  '@remix-run/server-runtime',
  '@netlify/remix-runtime',
  '@shopify/remix-oxygen',
  '@vercel/remix',
]

describe('sessions in the cookie', () => {
  it.each(RUNTIMES)('of %s', (module) => {
    expect(eventsOf(`import { createCookieSessionStorage } from '${module}'; export const storage = createCookieSessionStorage()`)).toEqual([CONFIGURED])
  })

  const forms = [...formsOfNamed('react-router', 'createCookieSessionStorage'), ...formsOfNamed('@remix-run/node', 'createCookieSessionStorage')]
  it.each(forms.map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const [event] = eventsOf(`${head}; export const storage = ${name}({ cookie: { httpOnly: true } })`)
    expect(event).toMatch(/^sessionConfigured react-router proved `.+` httpOnly=true sameSite=lax\* path=\/\* lifetime=\?$/)
  })

  it.each([
    ['with all attributes', `{ cookie: { name: 'auth', httpOnly: true, secure: true, sameSite: 'strict', path: '/app', maxAge: 60 * 60 } }`, 'httpOnly=true secure=true sameSite=strict path=/app lifetime=3600s'],
    ['with a date', `{ cookie: { expires: new Date(Date.now() + 60_000) } }`, 'sameSite=lax* path=/* lifetime=60s'],
    ['with options that nobody can see', `options`, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
    ['with a cookie that nobody can see', `{ cookie: sessionCookie }`, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
    ['with a spread of a constant', `{ cookie: { ...base, maxAge: 60 } }`, 'httpOnly=true secure=true sameSite=lax* path=/* lifetime=60s'],
  ])('%s', (_title, options, expected) => {
    const code = `${HEAD} const base = { httpOnly: true, secure: true }; const storage = createCookieSessionStorage(${options}); export default storage`
    expect(eventsOf(code)).toEqual([CONFIGURED.replace(/sameSite.*/, expected)])
  })

  it.each([
    ['taken apart and exported', `export const { getSession, commitSession, destroySession } = createCookieSessionStorage({ cookie: { name: '__session' } })`],
    ['with types', `const { getSession, commitSession } = createCookieSessionStorage<SessionData, SessionFlashData>({ cookie: { name: '__session' } }); export { getSession, commitSession }`],
    ['in a function', `export function storageFor(secret: string) { return createCookieSessionStorage({ cookie: { name: '__session', secrets: [secret] } }) }`],
  ])('%s', (_title, code) => {
    expect(eventsOf(`${HEAD} ${code}`)).toEqual([CONFIGURED])
  })
})

describe('the lifetime of a session', () => {
  const MADE = `${HEAD} const storage = createCookieSessionStorage({ cookie: { name: 's' } }); const { commitSession } = storage;`
  const FOUND = (lifetime: string) => [CONFIGURED.replace('lifetime=?', `lifetime=${lifetime}`)]

  it.each([
    ['is none where the file sends it without one', `async function f(session) { return storage.commitSession(session) }`, 'none'],
    ['is none where a function of its own sends it without one', `async function f(session) { return commitSession(session) }`, 'none'],
    ['is none where it is sent with another attribute', `async function f(session) { return storage.commitSession(session, { path: '/' }) }`, 'none'],
    ['is what is given where it is sent', `async function f(session) { return storage.commitSession(session, { maxAge: 60 }) }`, '?'],
    ['may be given where it is sent', `async function f(session, remember) { return storage.commitSession(session, { maxAge: remember ? 60 : undefined }) }`, '?'],
    ['may be among options that nobody can see', `async function f(session, options) { return storage.commitSession(session, options) }`, '?'],
    ['is unknown where another file sends it', `export { storage }`, '?'],
    ['is not that of other sessions of the file', `const other = createCookieSessionStorage({ cookie: { name: 'other', maxAge: 60 } }); async function f(session) { return other.commitSession(session, { maxAge: 60 }) }`, '?'],
  ])('%s', (_title, code, lifetime) => {
    expect(eventsOf(`${MADE} ${code}`).slice(0, 1)).toEqual(FOUND(lifetime))
  })

  it('is looked for among the uses of the same storage only', () => {
    const code = `${HEAD}
      const a = createCookieSessionStorage({ cookie: { name: 'a' } })
      const b = createCookieSessionStorage({ cookie: { name: 'b' } })
      async function f(session) { return [a.commitSession(session), b.commitSession(session, { maxAge: 60 })] }
    `
    expect(eventsOf(code)).toEqual([...FOUND('none'), ...FOUND('?')])
  })

  it('is written down as undefined where another file may send it', () => {
    expect(eventsOf(`${HEAD} export const storage = createCookieSessionStorage({ cookie: { maxAge: undefined } })`)).toEqual(FOUND('endless'))
  })
})

describe('sessions that keep something else', () => {
  it.each(['theme', '__flash', 'i18n', 'en_verification', 'toast', '__remix-themes', 'color-scheme'])('such as %s are no sessions of users', (name) => {
    expect(eventsOf(`${HEAD} export const storage = createCookieSessionStorage({ cookie: { name: '${name}' } })`)).toEqual([])
  })
})

describe('a cookie that is declared', () => {
  it.each([
    ['with its name alone', `createCookie('session')`, DECLARED],
    ['with attributes', `createCookie('session', { httpOnly: true, secure: true, maxAge: 604_800 })`, DECLARED.replace('sameSite', 'httpOnly=true secure=true sameSite').replace('?', '604800s')],
    ['with options that nobody can see', `createCookie('session', options)`, DECLARED.replace('sameSite=lax* path=/*', 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=?')],
    ['for something else', `createCookie('user-prefs', {})`, DECLARED.replace('session session', 'user-prefs other')],
    ['with a name that says nothing', `createCookie('app', {})`, DECLARED.replace('session session', 'app unknown')],
  ])('%s', (_title, code, expected) => {
    expect(eventsOf(`${HEAD} export const cookie = ${code}`)).toEqual([expected])
  })

  it('and given to a maker of sessions is the one that carries them', () => {
    const code = `${HEAD} const cookie = createCookie('app', { httpOnly: true }); export const storage = createCookieSessionStorage({ cookie })`
    expect(eventsOf(code)).toEqual([
      DECLARED.replace('session session', 'app session').replace('sameSite', 'httpOnly=true sameSite'),
      CONFIGURED.replace('sameSite=lax* path=/*', 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=?'),
    ])
  })

  it.each([
    ['without more', `cookie.serialize(token)`, 'sameSite=lax* path=/* lifetime=none'],
    ['with a lifetime', `cookie.serialize(token, { maxAge: 60 })`, 'sameSite=lax* path=/* lifetime=?'],
    ['with an attribute', `cookie.serialize(token, { httpOnly: true })`, 'httpOnly=? sameSite=lax* path=/* lifetime=none'],
    ['to delete it', `cookie.serialize('', { maxAge: 0 })`, 'sameSite=lax* path=/* lifetime=?'],
  ])('and written here %s', (_title, code, expected) => {
    const [declared] = eventsOf(`${HEAD} const cookie = createCookie('session'); export async function action() { return new Response('', { headers: [['x', await ${code}]] }) }`)
    expect(declared).toBe(DECLARED.replace('sameSite=lax* path=/* lifetime=?', expected))
  })

  it.each([
    ['written', `await cookie.serialize(token)`, 'cookieWritten react-router proved `serialize` session session httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
    ['written with an attribute turned off', `await cookie.serialize(token, { httpOnly: false, maxAge: 60 })`, 'cookieWritten react-router proved `serialize` session session httpOnly=false secure=? sameSite=? path=? domain=? partitioned=? lifetime=60s'],
    ['deleted by an age of 0', `await cookie.serialize('', { maxAge: 0 })`, 'cookieCleared react-router proved `serialize` session session'],
    ['deleted by a date', `await cookie.serialize(null, { expires: new Date(0) })`, 'cookieCleared react-router proved `serialize` session session'],
  ])('and %s', (_title, code, expected) => {
    expect(eventsOf(`${HEAD} const cookie = createCookie('session', { httpOnly: true }); export const action = async () => { ${code} }`).slice(1)).toEqual([expected])
  })
})

describe('what is done with sessions in the cookie', () => {
  const MADE = `${HEAD} const { getSession, commitSession, destroySession } = createCookieSessionStorage({ cookie: { maxAge: 60 } });`
  const LOGIN = 'userLoggedIn react-router proved `session.set` by=program session=react-router/client/proved'

  it.each([
    ['a login', `export async function action({ request }) { const session = await getSession(request.headers.get('Cookie')); session.set('userId', user.id) }`, LOGIN],
    ['a logout', `export async function action({ request }) { const session = await getSession(request.headers.get('Cookie')); return redirect('/', { headers: { 'Set-Cookie': await destroySession(session) } }) }`, 'sessionDestroyed react-router proved `destroySession(session)` completions=1'],
    ['a user forgotten', `export async function action({ request }) { const session = await getSession(request.headers.get('Cookie')); session.unset('userId') }`, 'identityUnset react-router proved `session.unset` session=react-router/client/proved'],
    ['a user emptied', `export async function action({ request }) { const session = await getSession(request.headers.get('Cookie')); session.set('userId', null) }`, 'identityUnset react-router proved `session.set` session=react-router/client/proved'],
  ])('%s', (_title, code, expected) => {
    expect(eventsOf(`${MADE} ${code}`).slice(1)).toEqual([expected])
  })
})

describe('an action', () => {
  const LOGIN = (action: string) => `import { createCookieSessionStorage } from 'react-router'; const storage = createCookieSessionStorage({ cookie: { maxAge: 60 } }); ${action}; action.toString()`
  const BODY = `{ const session = await storage.getSession(request.headers.get('Cookie')); session.set('userId', 1) }`

  it.each([
    ['a function', `export async function action({ request }) ${BODY}`],
    ['a constant', `export const action = async ({ request }) => ${BODY}`],
    ['a constant with a type', `import type { ActionFunction } from 'react-router'; const action: ActionFunction = async ({ request }) => ${BODY}`],
    ['a function with a type for its argument', `import type { ActionFunctionArgs } from '@remix-run/node'; async function action({ request }: ActionFunctionArgs) ${BODY}`],
    ['a function that satisfies a type', `export const action = (async ({ request }) => ${BODY}) satisfies ActionFunction`],
  ])('is known as %s', (_title, action) => {
    expect(eventsOf(LOGIN(action)).slice(1)).toEqual([expect.stringMatching(/^userLoggedIn react-router/)])
  })
})

describe('matches', () => {
  it('have the parts of their signatures', () => {
    expect(matchesOf(`${HEAD} const storage = createCookieSessionStorage({ cookie: { secrets: [a] } }); storage.commitSession(session, { maxAge: 1 }); createCookie('a', { path: '/' })`)).toEqual([
      'sessionConfigured react-router proved options={ cookie: { secrets: [a] } } cookie={ secrets: [a] }',
      'sessionCommitted react-router proved cookie={ maxAge: 1 }',
      "cookieDeclared react-router proved name='a' cookie={ path: '/' }",
    ])
  })
})

describe('an answer', () => {
  it.each(['redirect', 'redirectDocument', 'replace', 'data', 'json', 'defer'])('of %s takes a cookie in its headers', (name) => {
    const code = `import { ${name} } from '@remix-run/node'; export const action = () => ${name}('/', { headers: { 'Set-Cookie': \`sid=\${id}; Path=/\` } })`
    expect(eventsOf(code)).toEqual(['cookieWritten react-router proved ``sid=${id}; Path=/`` sid session path=/ lifetime=none'])
  })

  it.each([
    ['with what commits a session', `redirect('/', { headers: { 'Set-Cookie': await commitSession(session) } })`],
    ['with a status alone', `redirect('/', 303)`],
    ['with other headers', `redirect('/', { headers: { Vary: 'Cookie' } })`],
  ])('%s is silent', (_title, call) => {
    expect(eventsOf(`import { redirect } from 'react-router'; import { commitSession } from './session.server'; export async function action() { return ${call} }`)).toEqual([])
  })
})

describe('silence', () => {
  it.each([
    ['functions of the file', `function createCookieSessionStorage() {} function createCookie() {} createCookieSessionStorage({ cookie: {} }); createCookie('session', {})`],
    ['functions of other packages', `import { createCookie } from '@solidjs/start'; createCookie('session', {})`],
    ['sessions of another file', `import { getSession, commitSession } from '~/session.server'; export async function action({ request }) { const session = await getSession(request.headers.get('Cookie')); session.set('userId', 1); await commitSession(session) }`],
    ['storages that are handed in', `import type { SessionStorage } from 'react-router'; export async function login(storage: SessionStorage, request: Request) { const session = await storage.getSession(request.headers.get('Cookie')); session.set('userId', 1) }`],
    ['helpers with such names', `import { Form } from 'react-router'; import { createSession, deleteSession } from './room'; export async function action() { createSession('recording'); deleteSession('recording') }`],
    ['hooks of pages', `import { useFetcher } from 'react-router'; export default function Page() { const session = useSession(); session.set('userId', 1) }`],
  ])('for %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})
