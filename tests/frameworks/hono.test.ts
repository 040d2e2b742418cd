import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const HEAD = `import { Hono } from 'hono'; import { setCookie, setSignedCookie, deleteCookie, generateCookie, generateSignedCookie } from 'hono/cookie'; const app = new Hono();`
const COOKIE = 'cookieWritten hono proved `setCookie` sid session path=/* lifetime=none'
const CLEARED = 'cookieCleared hono proved `deleteCookie` sid session'

function route(statement: string): string {
  return `${HEAD} app.post('/login', async (c) => { ${statement}; return c.json({ ok: true }) })`
}

describe('setCookie', () => {
  it.each([
    ['without options', `setCookie(c, 'sid', id)`, COOKIE],
    ['with options', `setCookie(c, 'sid', id, { httpOnly: true, secure: true, sameSite: 'Lax', maxAge: 3600 })`, 'cookieWritten hono proved `setCookie` sid session httpOnly=true secure=true sameSite=Lax path=/* lifetime=3600s'],
    ['with a base object of the file', `const base = { httpOnly: true }; setCookie(c, 'sid', id, { ...base, maxAge: 600 })`, 'cookieWritten hono proved `setCookie` sid session httpOnly=true path=/* lifetime=600s'],
    ['with a base object from elsewhere', `setCookie(c, 'sid', id, { ...config.cookie, maxAge: 600 })`, 'cookieWritten hono proved `setCookie` sid session httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=600s'],
    ['with options from elsewhere', `setCookie(c, 'sid', id, options)`, 'cookieWritten hono proved `setCookie` sid session httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
    ['with a name in a constant', `const NAME = 'sid'; setCookie(c, NAME, id)`, COOKIE],
    ['with a date', `setCookie(c, 'sid', id, { expires: new Date(Date.now() + 60_000) })`, 'cookieWritten hono proved `setCookie` sid session path=/* lifetime=60s'],
    ['with the prefix of hosts', `setCookie(c, 'sid', id, { prefix: 'host', domain: 'example.org' })`, 'cookieWritten hono proved `setCookie` sid session secure=true path=/ lifetime=none'],
    ['with the prefix of secure cookies', `setCookie(c, 'sid', id, { prefix: 'secure' })`, 'cookieWritten hono proved `setCookie` sid session secure=true path=/* lifetime=none'],
    ['with a prefix from elsewhere', `setCookie(c, 'sid', id, { prefix })`, 'cookieWritten hono proved `setCookie` sid session secure=? path=? domain=? lifetime=none'],
    ['with an empty text, which deletes', `setCookie(c, 'sid', '', { maxAge: 0 })`, CLEARED.replace('delete', 'set')],
    ['with an age of 0, which deletes', `setCookie(c, 'sid', id, { maxAge: 0 })`, CLEARED.replace('delete', 'set')],
    ['with a date that is over', `setCookie(c, 'sid', 'x', { expires: new Date(0) })`, CLEARED.replace('delete', 'set')],
    ['of something else', `setCookie(c, 'theme', theme)`, 'cookieWritten hono proved `setCookie` theme other path=/* lifetime=none'],
    ['of nobody knows what', `setCookie(c, name, value)`, 'cookieWritten hono proved `setCookie` ? unknown path=/* lifetime=none'],
  ])('%s', (_title, statement, expected) => {
    expect(eventsOf(route(statement))).toEqual([expected])
  })

  const forms = ['hono/cookie', 'npm:hono/cookie', 'npm:hono@4/cookie', 'jsr:@hono/hono/cookie', 'jsr:@hono/hono@^4.6.0/cookie', 'https://deno.land/x/hono@v4.3.11/helper.ts'].flatMap((module) =>
    formsOfNamed(module, 'setCookie').map(({ head, name, title }) => [title, module, head, name] as const),
  )
  it.each(forms)('by %s of %s', (_title, _module, head, name) => {
    const events = eventsOf(`${head}; export const login = async (c) => { ${name}(c, 'sid', id) }`)
    expect(events.map((event) => event.replace(/`.*`/, '`setCookie`'))).toEqual([COOKIE])
  })

  it.each([
    ['in a helper of the file', `import { setCookie } from 'hono/cookie'; export const start = (context, id) => setCookie(context, 'sid', id)`],
    ['in a class', `import { setCookie } from 'hono/cookie'; export class Auth { login = async (c) => { setCookie(c, 'sid', id) } }`],
    ['of the member of a context', `import { setCookie } from 'hono/cookie'; export const f = ({ ctx }) => setCookie(ctx.hono, 'sid', id)`],
  ])('%s', (_title, code) => {
    expect(eventsOf(code)).toEqual([COOKIE])
  })
})

describe('the other functions for cookies', () => {
  it.each([
    ['setSignedCookie', `await setSignedCookie(c, 'sid', id, secret)`, 'cookieWritten hono proved `setSignedCookie` sid session path=/* lifetime=none'],
    ['setSignedCookie with options', `await setSignedCookie(c, 'sid', id, secret, { httpOnly: false })`, 'cookieWritten hono proved `setSignedCookie` sid session httpOnly=false path=/* lifetime=none'],
    ['generateCookie', `const text = generateCookie('sid', id, { httpOnly: true })`, 'cookieWritten hono proved `generateCookie` sid session httpOnly=true path=/* lifetime=none'],
    ['generateCookie in a header', `c.header('Set-Cookie', generateCookie('sid', id))`, 'cookieWritten hono proved `generateCookie` sid session path=/* lifetime=none'],
    ['generateSignedCookie', `await generateSignedCookie('sid', id, secret, { secure: true })`, 'cookieWritten hono proved `generateSignedCookie` sid session secure=true path=/* lifetime=none'],
    ['deleteCookie', `deleteCookie(c, 'sid')`, CLEARED],
    ['deleteCookie with options', `deleteCookie(c, 'sid', { path: '/', secure: true })`, CLEARED],
  ])('%s', (_title, statement, expected) => {
    expect(eventsOf(route(statement))).toEqual([expected])
  })
})

describe('a header', () => {
  const TEXT = '`sid=${id}; Secure`'
  it.each([
    ['c.header', `c.header('Set-Cookie', ${TEXT})`],
    ['c.header with options', `c.header('set-cookie', ${TEXT}, { append: true })`],
    ['c.res.headers.append', `c.res.headers.append('Set-Cookie', ${TEXT})`],
    ['c.res.headers.set', `c.res.headers.set('Set-Cookie', ${TEXT})`],
    ['c.body with headers', `return c.body(null, 204, { 'Set-Cookie': ${TEXT} })`],
    ['c.body with an answer to start from', `return c.body(null, { headers: { 'Set-Cookie': ${TEXT} } })`],
    ['c.json with headers', `return c.json({}, 200, { 'Set-Cookie': ${TEXT} })`],
    ['c.text with headers', `return c.text('', 200, { 'set-cookie': ${TEXT} })`],
    ['c.html with several', `return c.html('', 200, { 'Set-Cookie': [${TEXT}] })`],
    ['c.newResponse', `return c.newResponse('', 200, { 'Set-Cookie': ${TEXT} })`],
  ])('%s', (_title, statement) => {
    expect(eventsOf(`${HEAD} app.get('/', (c) => { ${statement} })`)).toEqual(['cookieWritten hono proved `' + TEXT + '` sid session secure=true lifetime=none'])
  })
})

describe('a handler', () => {
  const HEADER = `c.header('Set-Cookie', 'sid=' + id)`
  const WRITTEN = "cookieWritten hono proved `'sid=' + id` sid session lifetime=none"

  it.each(formsOfNamed('hono', 'Hono').map(({ head, name, title }) => [title, head, name]))('of an application by %s', (_title, head, name) => {
    const constructor = name.includes('(') ? `(${name})` : name
    expect(eventsOf(`${head}; const app = new ${constructor}(); app.get('/', (x) => { x.header('Set-Cookie', 'sid=' + id) })`)).toEqual([WRITTEN])
  })

  it.each([
    ['with an environment', `import { Hono } from 'hono'; const app = new Hono<{ Bindings: Env }>(); app.get('/', (x) => x.header('Set-Cookie', 'sid=' + id))`],
    ['of a base path', `import { Hono } from 'hono'; const app = new Hono().basePath('/api'); app.get('/', (x) => x.header('Set-Cookie', 'sid=' + id))`],
    ['in a chain', `import { Hono } from 'hono'; export default new Hono().get('/', (y) => y.text('')).use(cors()).post('/login', check(), async (x) => { x.header('Set-Cookie', 'sid=' + id) })`],
    ['of a middleware', `import { Hono } from 'hono'; const app = new Hono(); app.use('*', async (x, n) => { x.header('Set-Cookie', 'sid=' + id); await n() })`],
    ['of several methods', `import { Hono } from 'hono'; const app = new Hono(); app.on(['GET', 'POST'], '/', (x) => x.header('Set-Cookie', 'sid=' + id))`],
    ['for errors', `import { Hono } from 'hono'; const app = new Hono(); app.onError((error, x) => { x.header('Set-Cookie', 'sid=' + id) })`],
    ['for what is not found', `import { Hono } from 'hono'; const app = new Hono(); app.notFound((x) => { x.header('Set-Cookie', 'sid=' + id) })`],
    ['with a name', `import { Hono } from 'hono'; const app = new Hono(); app.post('/', login); async function login(x) { x.header('Set-Cookie', 'sid=' + id) }`],
    ['of the small preset', `import { Hono } from 'hono/tiny'; new Hono().get('/', (x) => x.header('Set-Cookie', 'sid=' + id))`],
    ['on JSR', `import { Hono } from 'jsr:@hono/hono'; new Hono().get('/', (x) => x.header('Set-Cookie', 'sid=' + id))`],
    ['on npm for Deno', `import { Hono } from 'npm:hono@4'; new Hono().get('/', (x) => x.header('Set-Cookie', 'sid=' + id))`],
    ['on deno.land', `import { Hono } from 'https://deno.land/x/hono@v3.4.1/mod.ts'; new Hono().get('/', (x) => x.header('Set-Cookie', 'sid=' + id))`],
    ['of OpenAPIHono', `import { OpenAPIHono } from '@hono/zod-openapi'; new OpenAPIHono().openapi(route, (x) => { x.header('Set-Cookie', 'sid=' + id) })`],
    ['of a factory', `import { createFactory } from 'hono/factory'; const factory = createFactory(); export const f = factory.createHandlers(logger(), async (x) => { x.header('Set-Cookie', 'sid=' + id) })`],
    ['of an application of a factory', `import { createFactory } from 'hono/factory'; const app = createFactory<Env>().createApp(); app.get('/', (x) => { x.header('Set-Cookie', 'sid=' + id) })`],
    ['in createMiddleware', `import { createMiddleware } from 'hono/factory'; export const f = createMiddleware(async (x, n) => { x.header('Set-Cookie', 'sid=' + id) })`],
    ['with a type', `import type { Context } from 'hono'; export const f = (x: Context) => { x.header('Set-Cookie', 'sid=' + id) }`],
    ['with a type of its own', `import type { Context } from 'hono'; type Ours = Context<Env>; export const f = (x: Ours) => { x.header('Set-Cookie', 'sid=' + id) }`],
    ['with a type of a handler', `import type { Handler } from 'hono'; export const f: Handler<Env> = (x) => { x.header('Set-Cookie', 'sid=' + id) }`],
    ['with a type of a middleware', `import type { MiddlewareHandler } from 'hono'; export const f: MiddlewareHandler = async (x, n) => { x.header('Set-Cookie', 'sid=' + id) }`],
    ['of a router in a parameter', `import { Hono } from 'hono'; export const f = (app: Hono) => { app.get('/', (x) => { x.header('Set-Cookie', 'sid=' + id) }) }`],
    ['by the name of its parameter', `import { streamText } from 'hono/streaming'; export const login = async (c) => { ${HEADER} }`],
    ['by a longer name', `import 'hono'; export const login = async (ctx) => { ctx.header('Set-Cookie', 'sid=' + id) }`],
    ['that is a helper', `import { Hono } from 'hono'; new Hono().get('/', (x) => send(x, id)); function send(y, id) { y.header('Set-Cookie', 'sid=' + id) }`],
  ])('%s', (_title, code) => {
    expect(eventsOf(code)).toEqual([WRITTEN])
  })
})

describe('silence', () => {
  it.each([
    ['a function of the file', `import { Hono } from 'hono'; function setCookie(c, name, value) {} new Hono().get('/', (c) => setCookie(c, 'sid', id))`],
    ['a function of another file', `import { setCookie, deleteCookie } from './cookies'; import { Hono } from 'hono'; new Hono().get('/', (c) => { setCookie(c, 'sid', id); deleteCookie(c, 'sid') })`],
    ['a function of another package', `import { setCookie } from './cookies'; import 'hono'; export const f = (c) => setCookie(c, 'sid', id)`],
    ['a client', `import { hc } from 'hono/client'; const client = hc('/'); client.header('Set-Cookie', 'sid=' + id)`],
    ['a cookie that is read', `import { getCookie, getSignedCookie } from 'hono/cookie'; export const f = async (c) => { getCookie(c, 'sid'); await getSignedCookie(c, secret, 'sid') }`],
    ['a context without evidence', `export const login = async (c) => { c.header('Set-Cookie', 'sid=' + id) }`],
    ['a router of another library', `import { Router } from 'itty-router'; Router().get('/', (c) => { c.header('Set-Cookie', 'sid=' + id) })`],
    ['another header', route(`c.header('X-Sid', 'sid=' + id)`)],
    ['a variable of the context', route(`c.set('Set-Cookie', 'sid=' + id)`)],
    ['a document', `document.cookie = 'theme=dark'; import 'hono'`],
  ])('for %s', (_title, code) => {
    expect(eventsOf(code).filter((event) => event.includes('hono'))).toEqual([])
  })
})

it.each(formsOfNamed('hono/cookie', 'getCookie').map(({ head, name, title }) => [title, head, name]))('getCookie(context, name) by %s', (_title, head, name) => {
  const code = `${head}; app.get('/', (c) => { if (${name}(c, 'role') === 'admin') return c.text('hello') })`
  expect(matchesOf(code).filter((line) => line.startsWith('cookieRead'))).toEqual([`cookieRead hono proved name='role'`])
})
