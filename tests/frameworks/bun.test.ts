import { eventsOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const WRITTEN = 'cookieWritten bun proved `set` sid session sameSite=lax* path=/* lifetime=none'
const MADE = WRITTEN.replace('`set`', '`Cookie`')
const CLEARED = 'cookieCleared bun proved `set` sid session'

describe("a request's cookies", () => {
  it.each([
    ['a route', `Bun.serve({ routes: { '/login': (req) => { req.cookies.set('sid', id); return new Response() } } })`],
    ['a method of a route', `Bun.serve({ routes: { '/login': { POST: async (request) => { request.cookies.set('sid', id); return new Response() } } } })`],
    ['a method that is declared', `Bun.serve({ routes: { '/login': { async POST(req) { req.cookies.set('sid', id); return new Response() } } } })`],
    ['a function of the file', `Bun.serve({ routes: { '/login': login } }); function login(r) { r.cookies.set('sid', id); return new Response() }`],
    ['a constant', `const login = (r) => { r.cookies.set('sid', id); return new Response() }; Bun.serve({ routes: { '/login': login } })`],
    ['cookies that are taken out', `Bun.serve({ routes: { '/login': ({ cookies }) => { cookies.set('sid', id); return new Response() } } })`],
    ['cookies that are held', `Bun.serve({ routes: { '/login': (req) => { const jar = req.cookies; jar.set('sid', id); return new Response() } } })`],
    ['a helper', `function open(req) { req.cookies.set('sid', id) } Bun.serve({ routes: { '/login': (req) => { open(req); return new Response() } } })`],
    ['a type', `import type { BunRequest } from 'bun'; export const login = (r: BunRequest<'/login'>) => { r.cookies.set('sid', id); return new Response() }`],
  ])('in %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([WRITTEN])
  })

  it('in a file that Bun is started with, where the project says that it is Bun', () => {
    const code = `export default { port: 3000, routes: { '/login': { POST: (req) => { req.cookies.set('sid', id); return new Response() } } } }`
    expect(eventsOf(code, { settings: { libraries: ['bun'] } })).toEqual([WRITTEN])
    expect(eventsOf(code)).toEqual([])
  })

  it.each(formsOfNamed('bun', 'serve').map(({ head, name, title }) => [title, head, name]))('of a server by %s', (_title, head, name) => {
    expect(eventsOf(`${head}; ${name}({ routes: { '/login': (a) => { a.cookies.set('sid', id); return new Response() } } })`)).toEqual([WRITTEN])
  })

  it.each([
    ['attributes', `req.cookies.set('sid', id, { httpOnly: true, secure: true, sameSite: 'strict', path: '/app', maxAge: 60 })`, 'httpOnly=true secure=true sameSite=strict path=/app lifetime=60s'],
    ['attributes that nobody can see', `req.cookies.set('sid', id, options)`, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
    ['one object', `req.cookies.set({ name: 'sid', value: id, httpOnly: true })`, 'httpOnly=true sameSite=lax* path=/* lifetime=none'],
    ['a constant object', `const cookie = { name: 'sid', value: id, httpOnly: true }; req.cookies.set(cookie)`, 'httpOnly=true sameSite=lax* path=/* lifetime=none'],
  ])('with %s', (_title, statement, expected) => {
    expect(eventsOf(`Bun.serve({ routes: { '/login': (req) => { ${statement}; return new Response() } } })`)).toEqual([
      WRITTEN.replace('sameSite=lax* path=/* lifetime=none', expected),
    ])
  })

  it.each([
    ['delete', `req.cookies.delete('sid')`, CLEARED.replace('set', 'delete')],
    ['delete with an object', `req.cookies.delete({ name: 'sid', path: '/app' })`, CLEARED.replace('set', 'delete')],
    ['delete with options', `req.cookies.delete('sid', { path: '/app' })`, CLEARED.replace('set', 'delete')],
    ['an empty value', `req.cookies.set('sid', '')`, CLEARED],
    ['an age of 0', `req.cookies.set('sid', 'gone', { maxAge: 0 })`, CLEARED],
  ])('are deleted by %s', (_title, statement, expected) => {
    expect(eventsOf(`Bun.serve({ routes: { '/logout': (req) => { ${statement}; return new Response() } } })`)).toEqual([expected])
  })
})

describe('a map of cookies', () => {
  it.each([
    ['of the global', `const cookies = new Bun.CookieMap(); cookies.set('sid', id)`],
    ['of the header', `const cookies = new Bun.CookieMap(request.headers.get('cookie')); cookies.set('sid', id)`],
    ['of the module', `import { CookieMap } from 'bun'; const cookies = new CookieMap(); cookies.set('sid', id)`],
    ['in place', `new Bun.CookieMap().set('sid', id)`],
  ])('%s', (_title, code) => {
    expect(eventsOf(code)).toEqual([WRITTEN])
  })

  it('reads a cookie where it is made', () => {
    expect(eventsOf(`const cookies = new Bun.CookieMap(); cookies.set(new Bun.Cookie('sid', id, { httpOnly: true }))`)).toEqual([
      MADE.replace('sameSite', 'httpOnly=true sameSite'),
    ])
  })

  it('does not delete a cookie that nobody can see', () => {
    expect(eventsOf(`export const f = (cookie) => { const cookies = new Bun.CookieMap(); cookies.set(cookie) }`)).toEqual([])
  })
})

it.each([
  ['of the global', `const cookie = new Bun.Cookie('sid', id)`, MADE],
  ['of the module', `import { Cookie } from 'bun'; const cookie = new Cookie('sid', id)`, MADE],
  ['of one object', `const cookie = new Bun.Cookie({ name: 'sid', value: id, httpOnly: true, maxAge: 60 })`, MADE.replace('sameSite', 'httpOnly=true sameSite').replace('none', '60s')],
  ['of parts', `const cookie = Bun.Cookie.from('sid', id)`, MADE.replace('`Cookie`', '`from`')],
])('a cookie %s', (_title, code, expected) => {
  expect(eventsOf(code)).toEqual([expected])
})

it.each([
  ['a class of the file', `class Cookie { constructor(name, value) {} } new Cookie('sid', id)`],
  ['a cookie of a client', `import { Cookie } from 'tough-cookie'; new Cookie({ key: 'sid', value: id, httpOnly: false })`],
  ['a request that nobody serves', `export const f = (req) => { req.cookies.set('sid', id) }`],
  ['a cookie that is parsed', `Bun.Cookie.parse(text)`],
  ['what is read', `Bun.serve({ routes: { '/': (req) => new Response(req.cookies.get('sid')) } })`],
])('%s is silent', (_title, code) => {
  expect(eventsOf(code)).toEqual([])
})
