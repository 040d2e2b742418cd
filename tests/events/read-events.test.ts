import { eventsOf, matchesOf } from '../events-of.js'

const HEAD = `import express from 'express'; import session from 'express-session'; import passport from 'passport'; const app = express();`

it('events are in the order of the source', () => {
  const code = `${HEAD} app.use(session({ secret })); app.post('/', (req, res) => { req.session.userId = id; res.cookie('sid', id); req.session.destroy() })`
  expect(eventsOf(code).map((event) => event.replace(/ .*/s, ''))).toEqual(['sessionConfigured', 'userLoggedIn', 'cookieWritten', 'sessionDestroyed'])
})

describe('odd programs are read without an error', () => {
  it.each([
    ['calls without arguments', `app.get(); app.post('/', (req, res) => { res.cookie(); res.clearCookie(); res.set(); res.setHeader('Set-Cookie'); req.session.regenerate() })`],
    ['calls with spread arguments', `app.use(session(...options)); app.get('/', (req, res) => { res.cookie(...a); res.set(...b); req.login(...c); Object.assign(...d) })`],
    ['handlers without parameters', `app.get('/', () => { cookie() }); app.use(function () { this.session.user = 1 })`],
    ['handlers with odd parameters', `app.get('/', ([a], { b: { c } = {} }, ...rest) => { a.session.user = 1; c.cookie('sid', id); rest[0].session = null })`],
    ['handlers with a rest parameter alone', `app.get('/', (...args) => { args[0].session.user = 1; args[1].cookie('sid', id) })`],
    ['lists of handlers with holes', `app.get('/', [, (req, res) => { res.cookie('sid', id) }])`],
    ['computed members', `app[method]('/', (req, res) => { res[name]('sid', id); req[session].user = 1; delete req[session]; req.session[key] = value })`],
    ['classes without names', `export default class { #a = 1; static { this.session = 1 } get session() { return this.#a } set session(v) {} ['x']() {} login = (req, res) => { res.cookie('sid', id) } }`],
    ['destructuring assignments', `app.get('/', (req, res) => { ({ user: req.session.user } = row); [req.session.id] = ids; for (req.session.x of xs); })`],
    ['unusual assignments', `app.get('/', (req, res) => { req.session.user ||= user; req.session.count += 1; req.session.count++; req.session ??= {} })`],
    ['odd literals', `session({ cookie: { maxAge: 1n, expires: /x/, httpOnly: Symbol.iterator, secure: [1], sameSite: {} }, secret: null, name: undefined })`],
    ['values that can not be converted', `app.get('/', (req, res) => { res.cookie('sid', id, { maxAge: Symbol('x'), expires: Object.create(null) }) })`],
    ['tagged templates', 'app.get("/", (req, res) => { res.cookie(sql`sid`, html`x${id}`); res.setHeader("Set-Cookie", css`sid=${id}`) })'],
    ['broken escapes', 'app.get("/", (req, res) => { res.setHeader("Set-Cookie", tag`\\unicode=${id}`) })'],
    ['new.target and import.meta', `function f() { new.target.session = import.meta.session; import.meta.cookie('sid') }`],
    ['optional everything', `app?.get?.('/', (req, res) => { res?.cookie?.('sid', id); req?.session?.destroy?.() })`],
    ['require without a text', `require(); require(1); require(name)(session); import(name); require(\`x\${y}\`)`],
    ['names of the prototype', `app.get('/', (req, res) => { res.constructor('sid'); res.__proto__.cookie('sid', id); req.session.toString = 1; toString(); valueOf.session() }); session({ __proto__: { cookie: {} }, constructor: 1 })`],
    ['labels, with and debugger', `out: for (;;) { debugger; break out } `],
    ['exports of everything', `export * as session from 'express-session'; export { default as sid } from 'cookie-session'; export default session`],
    ['only a comment', `// session`],
    ['only a directive', `'use strict'; 'session'`],
  ])('with %s', (_title, code) => {
    expect(() => eventsOf(`${HEAD} ${code}`)).not.toThrow()
  })

  it.each([
    ['types', `abstract class A { abstract session: Session; constructor(public req: Request, readonly res?: Response) { super() } declare cookie: string } enum E { A = 'sid', B = A } namespace N { export const session = 1 } type T = typeof import('express-session'); let x = <T>y; export = session`],
    ['overloads', `function f(req: Request): void; function f(req: Request, res?: Response): void { res.cookie('sid', id) } declare function g(session: Session): void`],
    ['decorators', `@A @B() class C { @D() login(@E @F() req, @G({ session: false }) res) { res.cookie('sid', id) } @H session }`],
    ['types that extend each other', `interface A extends B {} interface B extends A {} type C = D; type D = C; const f = (a: A, c: C) => { a.session.user = 1; c.cookie('sid', id) }`],
    ['this as a parameter', `function f(this: Request, res: Response) { this.session.user = 1; res.cookie('sid', id) } app.get('/', f)`],
  ])('with %s', (_title, code) => {
    expect(() => eventsOf(code, { filename: '/nowhere/file.ts' })).not.toThrow()
  })
})

describe('deep programs are read', () => {
  it.each([
    ['functions', `${'app.get("/", (req, res) => { '.repeat(100)}res.cookie('sid', id)${' })'.repeat(100)}`],
    ['blocks', `app.get('/', (req, res) => { ${'if (a) { '.repeat(200)}res.cookie('sid', id)${' }'.repeat(200)} })`],
    ['calls', `app.get('/', (req, res) => { res.cookie('sid', ${'f('.repeat(200)}id${')'.repeat(200)}) })`],
    ['chains', `app.get('/', (req, res) => { res${'.status(200)'.repeat(200)}.cookie('sid', id) })`],
    ['sums', `app.get('/', (req, res) => { res.cookie('sid', ${"'a' + ".repeat(200)}id) })`],
    ['objects', `app.get('/', (req, res) => { res.cookie('sid', id, { a: ${'{ a: '.repeat(200)}1${' }'.repeat(200)} }) })`],
    ['choices', `app.get('/', (req, res) => { res.cookie('sid', ${'a ? id : '.repeat(200)}id) })`],
  ])('with nested %s', (_title, code) => {
    expect(eventsOf(`${HEAD} ${code}`)).toEqual([expect.stringMatching(/^cookieWritten express proved `cookie` sid session /)])
  })
})

describe('what a handler is given', () => {
  const handedOn = (times: number) => {
    const helpers = Array.from({ length: times }, (_, index) => `function f${index}(x) { f${index + 1}(x) }`)
    return `${HEAD} ${helpers.join(' ')} function f${times}(x) { x.session.userId = id } app.post('/login', (req, res) => f0(req))`
  }

  it('is followed through many helpers', () => {
    expect(eventsOf(handedOn(30))).toEqual([expect.stringMatching(/^userLoggedIn /)])
  })

  it('is not followed to the end of the stack', () => {
    expect(eventsOf(handedOn(2000))).toEqual([])
  })
})

describe('tangled programs are read', () => {
  it.each([
    ['functions that call each other', `function a(req, res) { b(req, res) } function b(req, res) { a(req, res); res.cookie('sid', id) } app.get('/', (req, res) => a(req, res))`],
    ['helpers that hand on what they are handed', Array.from({ length: 30 }, (_, index) => `function f${index}(x) { f${index + 1}(x); f${index + 1}(x) }`).join(' ') + ` function f30(x) { x.cookie('sid', id) } app.get('/', (req, res) => { f0(res) })`],
    ['answers that are given back and forth', `export const handler = async () => { let a = { statusCode: 200, headers: { 'Set-Cookie': 'sid=' + id } }; let b = a; a = b }`],
    ['plugins that register each other', `function a(x) { x.register(b) } function b(x) { x.register(a); x.get('/', (q, r) => { r.setCookie('sid', id) }) }`],
  ])('with %s', (_title, code) => {
    const start = performance.now()
    matchesOf(`${HEAD} ${code}`)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
