import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const HEADERS = `import { cookies } from 'next/headers';`
const SERVER = `import { NextResponse } from 'next/server';`
const COOKIE = 'cookieWritten next proved `set` sid session path=/* lifetime=none'
const CLEARED = 'cookieCleared next proved `delete` sid session'
const HEADER = 'cookieWritten next proved `\\`sid=${id}; Path=/\\`` sid session path=/ lifetime=none'.replaceAll('\\', '')
const NODE_HEADER = HEADER.replace('next', 'node:http')

/** A project with Next in it, for files in which nothing else tells. */
const NEXT = { settings: { libraries: ['next'] } }

function inAction(statements: string): string[] {
  return eventsOf(`${HEADERS} export async function login(data) { 'use server'; ${statements} }`)
}

function inRoute(statements: string): string[] {
  return eventsOf(`${SERVER} export async function POST(request) { ${statements} }`, { filename: '/nowhere/app/login/route.js' })
}

describe('the cookies of an action or a route', () => {
  const forms = ['next/headers', 'next/headers.js'].flatMap((module) => formsOfNamed(module, 'cookies').map((form) => ({ ...form, module })))
  it.each(forms.map(({ head, module, name, title }) => [module, title, head, name]))('come from %s by %s', (_module, _title, head, name) => {
    expect(eventsOf(`${head}; export async function login() { (await ${name}()).set('sid', id) }`)).toEqual([COOKIE])
  })

  it.each([
    ['awaited in place', `(await cookies()).set('sid', id)`],
    ['awaited before', `const cookieStore = await cookies(); cookieStore.set('sid', id)`],
    ['not awaited, as before Next 15', `cookies().set('sid', id)`],
    ['held, not awaited', `const jar = cookies(); jar.set('sid', id)`],
    ['declared before', `let jar; jar = await cookies(); jar.set('sid', id)`],
    ['destructured', `const { set } = cookies(); set('sid', id)`],
    ['asserted to be there at once', `(cookies() as unknown as UnsafeUnwrappedCookies).set('sid', id)`],
    ['in a callback', `await save(async () => { const jar = await cookies(); jar.set('sid', id) })`],
  ])('%s', (_title, statements) => {
    expect(inAction(statements).map((event) => event.replace("'set'", 'set'))).toEqual([COOKIE])
  })

  it('in a chain', () => {
    expect(inAction(`(await cookies()).set('theme', theme).set('sid', id)`)).toEqual([COOKIE.replace('sid session', 'theme other'), COOKIE])
    expect(inAction(`(await cookies()).set('theme', theme).delete('sid')`)).toEqual([COOKIE.replace('sid session', 'theme other'), CLEARED])
  })

  it.each([
    ['without options', `jar.set('sid', id)`, 'path=/* lifetime=none'],
    ['with options', `jar.set('sid', id, { httpOnly: true, secure: true, sameSite: 'lax', path: '/app', domain: 'x.org', partitioned: true, maxAge: 60 })`, 'httpOnly=true secure=true sameSite=lax path=/app domain=x.org partitioned=true lifetime=60s'],
    ['as one object', `jar.set({ name: 'sid', value: id, httpOnly: true, maxAge: 60 * 60 })`, 'httpOnly=true path=/* lifetime=3600s'],
    ['as one object in a constant', `const cookie = { name: 'sid', value: id, sameSite: 'strict' }; jar.set(cookie)`, 'sameSite=strict path=/* lifetime=none'],
    ['that ends on a date', `jar.set('sid', id, { expires: new Date(Date.now() + 60_000) })`, 'path=/* lifetime=60s'],
    ['that ends at a time', `jar.set({ name: 'sid', value: id, expires: Date.now() + 60_000 })`, 'path=/* lifetime=60s'],
    ['with base options of the file', `const base = { httpOnly: true }; jar.set('sid', id, { ...base, maxAge: 600 })`, 'httpOnly=true path=/* lifetime=600s'],
    ['with options that nobody can see', `jar.set('sid', id, options)`, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
    ['as an object behind a spread', `jar.set({ ...options, name: 'sid', value: id })`, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
    ['with an explicit undefined', `jar.set('sid', id, { httpOnly: undefined })`, 'httpOnly=undefined path=/* lifetime=none'],
  ])('%s', (_title, statement, attributes) => {
    expect(inAction(`const jar = await cookies(); ${statement}`)).toEqual([`cookieWritten next proved \`set\` sid session ${attributes}`])
  })

  it.each([
    ['its own call', `jar.delete('sid')`, CLEARED],
    ['its own call with a path', `jar.delete({ name: 'sid', path: '/app' })`, CLEARED],
    ['an empty value', `jar.set('sid', '')`, CLEARED.replace('`delete`', '`set`')],
    ['an empty value in an object', `jar.set({ name: 'sid', value: '', path: '/' })`, CLEARED.replace('`delete`', '`set`')],
    ['an age of 0', `jar.set('sid', 'deleted', { maxAge: 0 })`, CLEARED.replace('`delete`', '`set`')],
    ['an age of 0 in an object', `jar.set({ name: 'sid', value: 'x', maxAge: 0 })`, CLEARED.replace('`delete`', '`set`')],
    ['a date that is over', `jar.set('sid', '', { expires: new Date(0) })`, CLEARED.replace('`delete`', '`set`')],
  ])('are deleted by %s', (_title, statement, expected) => {
    expect(inAction(`const jar = await cookies(); ${statement}`)).toEqual([expected])
  })
})

describe('the cookies of a response', () => {
  it.each(['next/server', 'next/server.js'].flatMap((module) => formsOfNamed(module, 'NextResponse').map(({ head, name, title }) => [module, title, head, name])))(
    'of %s by %s',
    (_module, _title, head, name) => {
      expect(eventsOf(`${head}; export function GET() { const response = ${name}.next(); response.cookies.set('sid', id); return response }`)).toEqual([COOKIE])
    },
  )

  it.each([
    ['json', `const response = NextResponse.json({ ok: true }); response.cookies.set('sid', id); return response`],
    ['redirect', `const res = NextResponse.redirect(new URL('/', request.url)); res.cookies.set('sid', id); return res`],
    ['rewrite', `const res = NextResponse.rewrite(url); res.cookies.set('sid', id); return res`],
    ['next', `const res = NextResponse.next({ request }); res.cookies.set('sid', id); return res`],
    ['a construction', `const res = new NextResponse(null, { status: 204 }); res.cookies.set('sid', id); return res`],
    ['a call in place', `NextResponse.json({}).cookies.set('sid', id)`],
    ['a held list', `const res = NextResponse.json({}); const { cookies } = res; cookies.set('sid', id)`],
    ['one object', `const res = NextResponse.json({}); res.cookies.set({ name: 'sid', value: id })`],
  ])('made by %s', (_title, statements) => {
    expect(inRoute(statements)).toEqual([COOKIE])
  })

  it('in a chain', () => {
    expect(inRoute(`const res = NextResponse.json({}); res.cookies.set('theme', theme).set('sid', id)`)).toEqual([
      COOKIE.replace('sid session', 'theme other'),
      COOKIE,
    ])
  })

  it.each([
    ['its own call', `res.cookies.delete('sid')`, CLEARED],
    ['its own call with a path', `res.cookies.delete({ name: 'sid', path: '/app', domain: 'x.org' })`, CLEARED],
    ['an empty value', `res.cookies.set('sid', '', { maxAge: 0 })`, CLEARED.replace('`delete`', '`set`')],
  ])('are deleted by %s', (_title, statement, expected) => {
    expect(inRoute(`const res = NextResponse.json({}); ${statement}; return res`)).toEqual([expected])
  })

  it.each([
    ['a parameter', `import type { NextResponse } from 'next/server'; export function start(a: NextResponse, id: string) { a.cookies.set('sid', id) }`],
    ['a parameter beside the request', `import { NextRequest, NextResponse } from 'next/server'; export function start(a: NextRequest, b: NextResponse) { b.cookies.set('sid', id) }`],
    ['a generic parameter', `import { NextResponse } from 'next/server'; export const start = <T,>(a: NextResponse<T>) => { a.cookies.set('sid', id); return a }`],
  ])('known by the type of %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([COOKIE])
  })
})

describe('a header', () => {
  it.each([
    ['of a response, set', `const res = NextResponse.json({}); res.headers.set('Set-Cookie', \`sid=\${id}; Path=/\`); return res`],
    ['of a response, appended', `const res = new NextResponse(null); res.headers.append('set-cookie', \`sid=\${id}; Path=/\`); return res`],
  ])('%s', (_title, statements) => {
    expect(inRoute(statements)).toEqual([HEADER])
  })

  it.each([
    ['a construction', `new NextResponse(null, { headers: { 'Set-Cookie': \`sid=\${id}; Path=/\` } })`],
    ['json', `NextResponse.json({ ok: true }, { status: 201, headers: { 'set-cookie': \`sid=\${id}; Path=/\` } })`],
    ['redirect', `NextResponse.redirect(new URL('/', request.url), { headers: { 'Set-Cookie': \`sid=\${id}; Path=/\` } })`],
    ['rewrite', `NextResponse.rewrite(url, { headers: { 'Set-Cookie': \`sid=\${id}; Path=/\` } })`],
    ['next', `NextResponse.next({ headers: { 'Set-Cookie': \`sid=\${id}; Path=/\` } })`],
  ])('given to %s', (_title, expression) => {
    expect(inRoute(`return ${expression}`)).toEqual([HEADER])
  })

  it('of a typed response', () => {
    expect(eventsOf(`import { NextResponse } from 'next/server'; export function f(res: NextResponse) { res.headers.append('Set-Cookie', \`sid=\${id}; Path=/\`) }`)).toEqual([HEADER])
  })

  it.each([
    ['another header', `const res = NextResponse.json({}); res.headers.set('Location', 'sid=1; Path=/')`],
    ['a value that is made elsewhere', `const res = NextResponse.json({}); res.headers.set('Set-Cookie', serialize('sid', id))`],
  ])('is silent for %s', (_title, statements) => {
    expect(inRoute(statements)).toEqual([])
  })
})

describe("a page's response is Node's", () => {
  it.each([
    ['the default export of an API route', `export default function handler(a, b) { b.setHeader('Set-Cookie', \`sid=\${id}; Path=/\`) }`, '/nowhere/pages/api/login.js'],
    ['one in src', `const handler = async (a, b) => { b.setHeader('Set-Cookie', [\`sid=\${id}; Path=/\`]) }; export default handler`, '/nowhere/src/pages/api/auth/login.jsx'],
    ['a wrapped one', `export default withErrors(async (a, b) => { b.setHeader('Set-Cookie', \`sid=\${id}; Path=/\`) })`, '/nowhere/pages/api/login/index.js'],
    ['one of CommonJS', `module.exports = (a, b) => { b.setHeader('Set-Cookie', \`sid=\${id}; Path=/\`) }`, '/nowhere/pages/api/login.js'],
    ['in the context of a page', `export async function getServerSideProps(context) { context.res.setHeader('Set-Cookie', \`sid=\${id}; Path=/\`) }`, '/nowhere/pages/index.js'],
    ['destructured from the context of a page', `export const getServerSideProps = async ({ req, res }) => { res.setHeader('Set-Cookie', \`sid=\${id}; Path=/\`) }`, '/nowhere/pages/account.jsx'],
    ['in the context of a wrapped page', `export const getServerSideProps = withUser(async ({ res }) => { res.setHeader('Set-Cookie', \`sid=\${id}; Path=/\`) })`, '/nowhere/pages/a/b.js'],
  ])('for %s', (_title, code, filename) => {
    expect(eventsOf(code, { filename, ...NEXT })).toEqual([NODE_HEADER])
  })

  it.each([
    ['the response', `import type { NextApiResponse } from 'next'; export const start = (a: NextApiResponse, token: string) => { a.setHeader('Set-Cookie', \`sid=\${id}; Path=/\`) }`],
    ['both', `import { NextApiRequest, NextApiResponse } from 'next'; export default function f(a: NextApiRequest, b: NextApiResponse<Data>) { b.setHeader('Set-Cookie', \`sid=\${id}; Path=/\`) }`],
    ['the handler', `import { NextApiHandler } from 'next'; const login: NextApiHandler = async (a, b) => { b.setHeader('Set-Cookie', \`sid=\${id}; Path=/\`) }; export default login`],
    ['the context', `import { GetServerSidePropsContext } from 'next'; export async function load(a: GetServerSidePropsContext) { a.res.setHeader('Set-Cookie', \`sid=\${id}; Path=/\`) }`],
    ['a destructured context', `import { NextPageContext } from 'next'; export async function load({ res }: NextPageContext) { res?.setHeader('Set-Cookie', \`sid=\${id}; Path=/\`) }`],
  ])('by the type of %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([NODE_HEADER])
  })

  it.each([
    ['another file', `export default function (a, b) { b.setHeader('Set-Cookie', \`sid=\${id}; Path=/\`) }`, '/nowhere/lib/login.js', NEXT],
    ['another export', `export function handler(a, b) { b.setHeader('Set-Cookie', \`sid=\${id}; Path=/\`) }`, '/nowhere/pages/api/login.js', NEXT],
    ['another project', `export default function (a, b) { b.setHeader('Set-Cookie', \`sid=\${id}; Path=/\`) }`, '/nowhere/pages/api/login.js', {}],
  ])('but not in %s', (_title, code, filename, reading) => {
    expect(eventsOf(code, { filename, ...reading })).toEqual([])
  })
})

it.each([
  ['cookies.delete(cookie)', `const jar = await cookies(); jar.delete({ name: 'theme' })`, `cookieCleared next proved name='theme' cookie={ name: 'theme' }`],
  ['cookies.delete(name)', `const jar = await cookies(); jar.delete('theme')`, `cookieCleared next proved name='theme'`],
  ['cookies.set(cookie)', `const jar = await cookies(); jar.set({ name: 'theme', value })`, `cookieWritten next proved name='theme' value=value cookie={ name: 'theme', value }`],
])('the signature %s', (_title, statements, expected) => {
  expect(matchesOf(`${HEADERS} async function act() { ${statements} }`)).toEqual([expected])
})

describe('silence', () => {
  it.each([
    ['the cookies of the request', `export function middleware(request) { request.cookies.set('sid', id); request.cookies.delete('sid') }`],
    ['those of a typed request', `import type { NextRequest } from 'next/server'; export default function proxy(req: NextRequest) { req.cookies.set({ name: 'sid', value: id }) }`],
    ['reading', `${HEADERS} const sid = (await cookies()).get('sid')`],
    ['a function of the file', `function cookies() { return new Map() } cookies().set('sid', id)`],
    ['cookies of another module', `import { cookies } from './cookies'; cookies().set('sid', id)`],
    ['an own response', `import { NextResponse } from './response'; NextResponse.json({}).cookies.set('sid', id)`],
    ['a response that nobody can see', `${SERVER} export async function middleware(request) { const response = await updateSession(request); response.cookies.set('sid', id); return response }`],
    ['headers of the request', `import { headers } from 'next/headers'; const sid = (await headers()).get('cookie')`],
  ])('for %s', (_title, code) => {
    expect(eventsOf(code, { filename: '/nowhere/middleware.ts', ...NEXT })).toEqual([])
  })

  const UNSEEN = 'cookieWritten next proved `set` ? unknown httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'

  it.each([
    [
      'an adapter with one object',
      `${HEADERS} export async function client() { const cookieStore = await cookies(); return createServerClient(url, key, { cookies: { set(name, value, options) { cookieStore.set({ name, value, ...options }) } } }) }`,
    ],
    [
      'an adapter with arguments',
      `${HEADERS} const cookieStore = await cookies(); createServerClient(url, key, { cookies: { getAll() { return cookieStore.getAll() }, setAll(all) { all.forEach(({ name, value, options }) => cookieStore.set(name, value, options)) } } })`,
    ],
    ['an adapter of a response', `${SERVER} let response = NextResponse.next(); all.forEach(({ name, value, options }) => response.cookies.set(name, value, options))`],
    ["a library's cookie", `${HEADERS} const cookie = lucia.blank(); (await cookies()).set(cookie.name, cookie.value, cookie.attributes)`],
    ["a library's session cookie", `${HEADERS} cookies().set(sessionCookie.name, sessionCookie.value, sessionCookie.attributes)`],
    ['an object whose spread may rename it', `${HEADERS} (await cookies()).set({ name: 'sid', value: id, ...options })`],
    ['a cookie that nobody can see', `${HEADERS} const jar = await cookies(); jar.set(cookie)`],
    ['cookies that are copied', `${SERVER} const to = NextResponse.redirect(url); from.cookies.getAll().forEach((cookie) => { to.cookies.set(cookie) })`],
  ])('about %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([UNSEEN])
  })

  it('about cookies that are copied by their names', () => {
    expect(eventsOf(`${SERVER} const to = NextResponse.redirect(url); from.cookies.getAll().forEach((cookie) => { to.cookies.set(cookie.name, cookie.value) })`)).toEqual([
      'cookieWritten next proved `set` ? unknown path=/* lifetime=none',
    ])
  })
})

it.each([
  ['cookies()', `import { cookies } from 'next/headers'; const role = (await cookies()).get('role')?.value`],
  ['the request of a middleware', `import type { NextRequest } from 'next/server'; export function middleware(request: NextRequest) { return request.cookies.get('role')?.value === 'admin' }`],
])('a cookie is read from %s', (_title, code) => {
  expect(matchesOf(code, { filename: '/nowhere/middleware.ts' }).filter((line) => line.startsWith('cookieRead'))).toEqual([`cookieRead next proved name='role'`])
})

it('a header that is read', () => {
  expect(matchesOf(`import { headers } from 'next/headers'; export const tokenOf = async () => (await headers()).get('authorization')`)).toContain(`headerRead next proved name='authorization'`)
})
