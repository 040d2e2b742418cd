import { eventsOf } from '../events-of.js'
import { fileIn } from '../rule-tester.js'

const COOKIE = 'cookieWritten astro proved `set` sid session lifetime=none'
const CLEARED = 'cookieCleared astro proved `delete` sid session'

/** A file of a project with Astro. */
function inProject(path: string): { filename: string } {
  return { filename: fileIn(`fixtures/astro/${path}`) }
}

const ENDPOINT = inProject('src/pages/api/login.ts')

describe('cookies', () => {
  it.each([
    ['without options', `cookies.set('sid', id)`, COOKIE],
    ['with options', `cookies.set('sid', id, { httpOnly: true, secure: import.meta.env.PROD, sameSite: 'lax', path: '/', maxAge: 3600 })`, 'cookieWritten astro proved `set` sid session httpOnly=true secure=? sameSite=lax path=/ lifetime=3600s'],
    ['with a date', `cookies.set('sid', id, { expires: new Date(Date.now() + 60_000) })`, 'cookieWritten astro proved `set` sid session lifetime=60s'],
    ['with options in a constant', `const options = { httpOnly: false }; cookies.set('sid', id, options)`, 'cookieWritten astro proved `set` sid session httpOnly=false lifetime=none'],
    ['with options that nobody can see', `cookies.set('sid', id, options)`, 'cookieWritten astro proved `set` sid session httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
    ['of a preference', `cookies.set('theme', 'dark')`, 'cookieWritten astro proved `set` theme other lifetime=none'],
    ['with an age of 0', `cookies.set('sid', '', { maxAge: 0, path: '/' })`, 'cookieCleared astro proved `set` sid session'],
    ['by delete', `cookies.delete('sid')`, CLEARED],
    ['by delete with a path', `cookies.delete('sid', { path: '/' })`, CLEARED],
  ])('%s', (_title, statement, expected) => {
    expect(eventsOf(`export const POST = async ({ cookies, request }) => { ${statement} }`, ENDPOINT)).toEqual([expected])
    expect(eventsOf(`export const POST = async (context) => { context.${statement.replace(/^(const .*; )(cookies.*)$/, '$2')} }`, ENDPOINT)).toHaveLength(1)
    expect(eventsOf(`const session = null; Astro.${statement.replace(/^const .*; /, '')}`, { filename: '/nowhere/file.ts' })).toHaveLength(1)
  })

  it('of the global of a page', () => {
    expect(eventsOf(`if (Astro.request.method === 'POST') { Astro.cookies.set('sid', id) }`)).toEqual([COOKIE])
    expect(eventsOf(`Astro.cookies.delete('sid', { path: '/' })`)).toEqual([CLEARED])
    expect(eventsOf(`const { cookies } = Astro; cookies.set('sid', id)`)).toEqual([COOKIE])
  })

  it('of a parameter with their type', () => {
    const code = `import type { AstroCookies } from 'astro'; export function send(jar: AstroCookies, id: string) { jar.set('sid', id) }`
    expect(eventsOf(code)).toEqual([COOKIE])
    expect(eventsOf(code.replace('AstroCookies }', 'AstroCookies as Jar }').replace('jar: AstroCookies', 'jar: Jar'))).toEqual([COOKIE])
  })

  it('in a header', () => {
    expect(eventsOf(`Astro.response.headers.append('Set-Cookie', \`sid=\${id}\`)`)).toEqual([expect.stringMatching(/^cookieWritten astro proved `.*` sid session lifetime=none$/)])
  })
})

describe('a handler', () => {
  const WRITE = `context.cookies.set('sid', id)`

  it.each([
    ...['GET', 'POST', 'PUT', 'DELETE', 'ALL'].map((method) => [`the name ${method} in a folder of pages`, `export const ${method} = async (context) => { ${WRITE} }`, 'src/pages/login.ts']),
    ['a function that is exported', `export async function POST(context) { ${WRITE} }`, 'src/pages/[user]/login.json.ts'],
    ['a list of exports', `const login = async (context) => { ${WRITE} }; export { login as POST }`, 'src/pages/login.ts'],
    ['the middleware', `export const onRequest = (context, next) => { ${WRITE} }`, 'src/middleware.ts'],
    ['the middleware in a folder', `export async function onRequest(context, next) { ${WRITE} }`, 'src/middleware/index.ts'],
    ['a name, with evidence', `export function send(context, id) { ${WRITE} }`, 'src/lib/session.ts'],
  ])('is known by %s', (_title, code, path) => {
    expect(eventsOf(code, inProject(path)).map((event) => event.replace('likely', 'proved'))).toEqual([COOKIE])
  })

  it.each([
    ['the type of a route', `import type { APIRoute } from 'astro'; export const POST: APIRoute = async ({ cookies, redirect }) => { cookies.set('sid', id); return redirect('/') }`],
    ['what it satisfies', `import type { APIRoute } from 'astro'; export const POST = (async (context) => { ${WRITE} }) satisfies APIRoute`],
    ['the type of its context', `import type { APIContext } from 'astro'; export async function POST(context: APIContext): Promise<Response> { ${WRITE} }`],
    ['the type of a helper', `import type { APIContext } from 'astro'; export function setSessionTokenCookie(context: APIContext, id: string): void { ${WRITE} }`],
    ['the context of an action', `import type { ActionAPIContext } from 'astro:actions'; export function send(context: ActionAPIContext) { ${WRITE} }`],
    ['the type of a middleware', `import type { MiddlewareHandler } from 'astro'; export const onRequest: MiddlewareHandler = async (context, next) => { ${WRITE} }`],
    ['defineMiddleware', `import { defineMiddleware } from 'astro:middleware'; export const onRequest = defineMiddleware(async (context, next) => { ${WRITE}; return next() })`],
    ['a sequence', `import { sequence } from 'astro:middleware'; async function auth(context, next) { ${WRITE} } export const onRequest = sequence(auth, log)`],
    ['an action', `import { defineAction } from 'astro:actions'; export const server = { login: defineAction({ accept: 'form', handler: async (input, context) => { ${WRITE} } }) }`],
    ['an action that takes the cookies out', `import { defineAction } from 'astro:actions'; export const server = { login: defineAction({ handler: async ({ email }, { cookies }) => { cookies.set('sid', id) } }) }`],
  ])('is known by %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([COOKIE])
  })
})

describe('silence', () => {
  it.each([
    ['a name of an export in another folder', `export const POST = async ({ cookies }) => { cookies.set('sid', id) }`, inProject('src/lib/login.ts')],
    ['an export in a project without Astro', `export const POST = async ({ cookies }) => { cookies.set('sid', id) }`, { filename: fileIn('fixtures/express-5/src/pages/login.ts') }],
    ['the input of an action', `import { defineAction } from 'astro:actions'; export const server = { login: defineAction({ handler: async (input) => { input.cookies.set('sid', id) } }) }`, {}],
    ['a local name', `function render(Astro) { Astro.cookies.set('sid', id) }`, {}],
    ['cookies that are read', `Astro.cookies.get('sid'); Astro.cookies.has('sid')`, {}],
    ['cookies of an unknown context', `export const login = (context) => { context.cookies.set('sid', id) }`, {}],
  ])('for %s', (_title, code, reading) => {
    expect(eventsOf(code, reading)).toEqual([])
  })
})
