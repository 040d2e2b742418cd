import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const IMPORTS = `import { Hono } from 'hono'; import { deleteCookie } from 'hono/cookie'; import { CookieStore, MemoryStore, sessionMiddleware } from 'hono-sessions';`
const HEAD = `${IMPORTS} const app = new Hono();`
const CONFIGURED = 'sessionConfigured hono-sessions proved `sessionMiddleware` path=/* lifetime=none'

describe('a configuration', () => {
  const forms = ['hono-sessions', 'npm:hono-sessions', 'jsr:@jcs224/hono-sessions', 'https://deno.land/x/hono_sessions@v0.5.8/mod.ts'].flatMap((module) =>
    formsOfNamed(module, 'sessionMiddleware').map(({ head, name, title }) => [title, module, head, name] as const),
  )
  it.each(forms)('by %s of %s', (_title, _module, head, name) => {
    const events = eventsOf(`${head}; app.use('*', ${name}({}))`)
    expect(events.map((event) => event.replace(/`.*`/, '`sessionMiddleware`'))).toEqual([CONFIGURED])
  })

  it.each([
    ['attributes of the cookie', `{ store: new MemoryStore(), cookieOptions: { httpOnly: true, sameSite: 'Lax', path: '/' } }`, 'httpOnly=true sameSite=Lax path=/ lifetime=none'],
    ['a lifetime', `{ store: new MemoryStore(), expireAfterSeconds: 900 }`, 'path=/* lifetime=900s'],
    ['a lifetime of the cookie alone', `{ store: new MemoryStore(), cookieOptions: { maxAge: 900 } }`, 'path=/* lifetime=900s'],
    ['the shorter of two lifetimes', `{ store: new MemoryStore(), expireAfterSeconds: 900, cookieOptions: { maxAge: 3600 } }`, 'path=/* lifetime=900s'],
    ['a lifetime from elsewhere', `{ store: new MemoryStore(), expireAfterSeconds: config.ttl }`, 'path=/* lifetime=?'],
    ['a store of its own', `{ store: new RedisStore(client) }`, 'path=/* lifetime=?'],
    ['the data in the cookie', `{ store: new CookieStore(), encryptionKey }`, 'path=/* lifetime=none'],
    ['a prefix', `{ store: new MemoryStore(), cookieOptions: { prefix: 'host' } }`, 'secure=true path=/ lifetime=none'],
    ['options from elsewhere', `options`, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
  ])('with %s', (_title, options, expected) => {
    expect(eventsOf(`${HEAD} app.use('*', sessionMiddleware(${options}))`)).toEqual([`sessionConfigured hono-sessions proved \`sessionMiddleware\` ${expected}`])
  })

  it('is known by the type of its options', () => {
    const code = `import type { SessionOptions } from 'hono-sessions'; export const options: SessionOptions = { store, cookieOptions: { httpOnly: false } }`
    expect(eventsOf(code)).toEqual(['sessionConfigured hono-sessions proved `options: SessionOptions` httpOnly=false path=/* lifetime=?'])
  })

  it.each([
    ['of another file', `import { sessionMiddleware } from './session'; import 'hono'; app.use('*', sessionMiddleware({ store }))`],
    ['of another package', `import { sessionMiddleware } from '@hono/session'; app.use('*', sessionMiddleware({ store }))`],
  ])('is no function %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})

describe('a session', () => {
  const STORE = `app.use('*', sessionMiddleware({ store: new MemoryStore(), expireAfterSeconds: 60 }));`
  const LOGIN = 'userLoggedIn hono-sessions proved `c.get(\'session\').set` by=program session=hono-sessions/server/proved/c'
  const loginIn = (code: string) => eventsOf(code).filter((event) => event.startsWith('userLoggedIn'))

  it.each([
    ['by its place', `c.get('session').set('userId', user.id)`],
    ['by the variables of the context', `c.var.session.set('userId', user.id)`],
    ['by an alias', `const session = c.get('session'); session.set('userId', user.id)`],
    ['by an alias with a type', `const session = c.get('session') as Session<Data>; session.set('user', user)`],
    ['by a destructured alias', `const { session } = c.var; session.set('userId', user.id)`],
  ])('gets a user %s', (_title, statement) => {
    const expected = LOGIN.replace(/`.*`/, `\`${/\bvar\.session\./.test(statement) ? 'c.var.session.set' : statement.startsWith('c.') ? "c.get('session').set" : 'session.set'}\``)
    expect(loginIn(`${HEAD} ${STORE} app.post('/login', async (c) => { ${statement} })`)).toEqual([expected])
  })

  it.each([
    ['in memory', `new MemoryStore()`, 'server'],
    ['in a database', `new PostgresStore(pool)`, 'unknown'],
    ['in a store of the project', `new OurStore()`, 'server'],
    ['in the cookie', `new CookieStore()`, 'client'],
    ['in the cookie by a constant', `store`, 'client'],
    ['wherever the environment says', `env.KV ? new KvStore(env.KV) : new CookieStore()`, 'unknown'],
  ])('whose data is %s', (_title, store, kind) => {
    const code = `import { OurStore } from './store'; ${HEAD} const store = new CookieStore(); app.use('*', sessionMiddleware({ store: ${store}, expireAfterSeconds: 60 })); app.post('/login', (c) => { c.get('session').set('userId', id) })`
    expect(loginIn(code)).toEqual([LOGIN.replace('/server/', `/${kind}/`)])
  })

  it.each([
    ["c.set('session_key_rotation', true)", 'sessionRegenerated hono-sessions proved'],
    ["c.get('session').deleteSession()", 'sessionDestroyed hono-sessions proved'],
    ["c.var.session.deleteSession()", 'sessionDestroyed hono-sessions proved'],
    ["c.get('session').set('views', 1)", "sessionWritten hono-sessions proved value=1 property='views'"],
    ["c.get('session').forget('user')", "sessionPropertyDeleted hono-sessions proved property='user'"],
    ["const { session } = c.var; session.forget('user')", "sessionPropertyDeleted hono-sessions proved property='user'"],
  ])('has the signature %s', (statement, expected) => {
    expect(matchesOf(`${HEAD} ${STORE} app.post('/', (c) => { ${statement} })`).slice(1)).toEqual([...matchesOf(HEAD + STORE).slice(1), expected])
  })

  it('loses its cookie', () => {
    const code = `${HEAD} ${STORE} app.post('/logout', (c) => { deleteCookie(c, 'session'); return c.redirect('/') })`
    expect(eventsOf(code).at(-1)).toBe('cookieCleared hono proved `deleteCookie` session session')
  })

  it.each([
    ['a variable of another name', `c.get('user').set('userId', id)`],
    ['a variable that is set', `c.set('userId', id)`],
    ['a rotation of something else', `c.set('key_rotation', true)`],
    ['a session of a database', `const session = await db.sessions.create({ userId: user.id }); session.set('userId', id)`],
  ])('is not %s', (_title, statement) => {
    expect(matchesOf(`${HEAD} ${STORE} app.post('/', async (c) => { ${statement} })`).slice(1)).toEqual(matchesOf(HEAD + STORE).slice(1))
  })

  it('of any other library is nobody’s', () => {
    expect(eventsOf(`import { Hono } from 'hono'; new Hono().post('/login', (c) => { c.get('session').set('userId', id) })`)).toEqual([])
  })
})
