import { eventsOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const HEAD = `import { createMemorySessionStorage, createSessionStorage } from 'react-router';`
const CONFIGURED = 'sessionConfigured react-router:server-sessions proved `createMemorySessionStorage` sameSite=lax* path=/* lifetime=?'

describe('sessions on the server', () => {
  const MAKERS = [
    ['react-router', 'createSessionStorage'],
    ['react-router', 'createMemorySessionStorage'],
    ['react-router-dom', 'createMemorySessionStorage'],
    ['@react-router/node', 'createFileSessionStorage'],
    ['@react-router/cloudflare', 'createWorkersKVSessionStorage'],
    ['@react-router/architect', 'createArcTableSessionStorage'],
    ['@remix-run/node', 'createSessionStorage'],
    ['@remix-run/node', 'createFileSessionStorage'],
    ['@remix-run/deno', 'createFileSessionStorage'],
    ['@remix-run/cloudflare', 'createWorkersKVSessionStorage'],
    ['@remix-run/architect', 'createArcTableSessionStorage'],
    ['@vercel/remix', 'createKvSessionStorage'],
  ]

  it.each(MAKERS)('of %s by %s', (module, name) => {
    expect(eventsOf(`import { ${name} } from '${module}'; export const storage = ${name}({ cookie: {} })`)).toEqual([CONFIGURED.replace('createMemorySessionStorage', name)])
  })

  const forms = [...formsOfNamed('react-router', 'createMemorySessionStorage'), ...formsOfNamed('@react-router/node', 'createFileSessionStorage')]
  it.each(forms.map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const [event] = eventsOf(`${head}; export const storage = ${name}({ cookie: { httpOnly: true, maxAge: 60 } })`)
    expect(event).toMatch(/^sessionConfigured react-router:server-sessions proved `.+` httpOnly=true sameSite=lax\* path=\/\* lifetime=60s$/)
  })

  it.each([
    ['is none in memory', `createMemorySessionStorage({ cookie: {} })`, 'none'],
    ['is the cookie\'s', `createSessionStorage({ cookie: { maxAge: 60 }, createData, readData, updateData, deleteData })`, '60s'],
    ['may be that of the records', `createSessionStorage({ cookie: {}, async createData(data, expires) { return db.insert(data) }, readData, updateData, deleteData })`, '?'],
    ['may be that of records that nobody can see', `createSessionStorage({ cookie: {}, ...records })`, '?'],
  ])('the lifetime %s', (_title, made, lifetime) => {
    const [event] = eventsOf(`${HEAD} const storage = ${made}; export async function close(session) { return storage.commitSession(session) }`)
    expect(event).toMatch(new RegExp(`lifetime=${lifetime.replace('?', '\\?')}$`))
  })
})

describe('what is done with sessions on the server', () => {
  const MADE = `${HEAD} const storage = createMemorySessionStorage({ cookie: { maxAge: 60 } }); const { getSession, commitSession, destroySession } = storage;`
  const SESSION = 'session=react-router:server-sessions/server/proved'
  const LOGIN = `userLoggedIn react-router:server-sessions proved \`session.set\` by=program ${SESSION}`
  const UNSET = `identityUnset react-router:server-sessions proved \`session.unset\` ${SESSION}`
  const inAction = (code: string) => `${MADE} export async function action({ request }) { ${code} }`

  it.each([
    ['with the session of the request', `const session = await getSession(request.headers.get('Cookie')); session.set('userId', user.id)`],
    ['with the session of a storage', `const session = await storage.getSession(request.headers.get('Cookie')); session.set('user', user)`],
    ['with the session of a header in a variable', `const header = request.headers.get('Cookie'); const session = await getSession(header); session.set('userId', user.id)`],
    ['without a variable', `(await getSession(request.headers.get('Cookie'))).set('userId', user.id)`],
    ['after a guard that sends users away', `const session = await getSession(request.headers.get('Cookie')); if (session.has('userId')) return redirect('/'); session.set('userId', user.id)`],
    ['after a check of the password', `const session = await getSession(request.headers.get('Cookie')); const user = await verify(form); if (!user) return { error: true }; session.set('userId', user.id)`],
  ])('a login %s', (_title, code) => {
    const callee = code.startsWith('(') ? "(await getSession(request.headers.get('C…" : 'session.set'
    expect(eventsOf(inAction(code)).slice(1)).toEqual([LOGIN.replace('session.set', callee)])
  })

  it.each([
    ['a helper of the file', `async function sessionOf(request) { const cookie = request.headers.get('Cookie'); return storage.getSession(cookie) } export async function action({ request }) { const session = await sessionOf(request); session.set('userId', 1) }`],
    ['an arrow function of the file', `const sessionOf = (request) => getSession(request.headers.get('Cookie')); export async function action({ request }) { const session = await sessionOf(request); session.set('userId', 1) }`],
    ['an exported helper that logs in', `export async function createUserSession({ request, userId }) { const session = await getSession(request.headers.get('Cookie')); session.set('userId', userId); return commitSession(session) }`],
    ['a class', `export class Auth { async login(request, user) { const session = await getSession(request.headers.get('Cookie')); session.set('userId', user.id) } }`],
  ])('a login through %s', (_title, code) => {
    expect(eventsOf(`${MADE} ${code}`).slice(1)).toEqual([LOGIN])
  })

  it.each([
    ['a new session', `const session = await getSession(); session.set('userId', user.id)`],
    ['a new session, asked for with nothing', `const session = await getSession(null); session.set('userId', user.id)`],
    ['a user who is known', `const session = await getSession(request.headers.get('Cookie')); session.set('user', { ...session.get('user'), name })`],
    ['a user who is asked for before', `const session = await getSession(request.headers.get('Cookie')); const userId = session.get('userId'); const user = await load(userId); session.set('user', user)`],
    ['something else', `const session = await getSession(request.headers.get('Cookie')); session.set('cart', cart); session.flash('message', text)`],
    ['a session that may be another one', `let session = await getSession(request.headers.get('Cookie')); session = await getSession(); session.set('userId', user.id)`],
  ])('no login with %s', (_title, code) => {
    expect(eventsOf(inAction(code)).slice(1)).toEqual([])
  })

  it.each([
    ['unset', `session.unset('userId')`, UNSET],
    ['set to nothing', `session.set('userId', undefined)`, UNSET.replace('session.unset', 'session.set')],
    ['destroyed', `await destroySession(session)`, 'sessionDestroyed react-router:server-sessions proved `destroySession(session)` completions=1'],
    ['destroyed by the storage', `await storage.destroySession(session)`, 'sessionDestroyed react-router:server-sessions proved `storage.destroySession(session)` completions=1'],
  ])('a session that is %s', (_title, code, expected) => {
    expect(eventsOf(inAction(`const session = await getSession(request.headers.get('Cookie')); ${code}`)).slice(1)).toEqual([expected])
  })
})

describe('silence', () => {
  it.each([
    ['functions of the file', `function createMemorySessionStorage() {} const storage = createMemorySessionStorage({ cookie: {} }); const s = await storage.getSession(cookie); s.set('userId', 1)`],
    ['functions of other packages', `import { createSessionStorage } from 'some-package'; createSessionStorage({ cookie: {} })`],
    ['files in other packages', `import { createFileSessionStorage } from 'react-router'; createFileSessionStorage({ cookie: {} })`],
    ['getSession of something else', `import { getSession } from 'next-auth/react'; const session = await getSession(context); session.set('userId', 1)`],
  ])('for %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})
