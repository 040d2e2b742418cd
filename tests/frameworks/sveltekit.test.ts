import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const COOKIE = 'cookieWritten @sveltejs/kit proved `set` sid session httpOnly=true* secure=production* sameSite=lax* path=/* lifetime=none'
const CLEARED = 'cookieCleared @sveltejs/kit proved `delete` sid session'
const SET = `cookies.set('sid', id)`

/** A handler that SvelteKit looks for, with evidence beside it. */
const SERVER = '/nowhere/src/routes/login/+server.ts'
const PAGE = '/nowhere/src/routes/login/+page.server.ts'
const HOOKS = '/nowhere/src/hooks.server.ts'

describe('a cookie', () => {
  it.each([
    ['with defaults', `cookies.set('sid', id)`, COOKIE],
    ['with a path', `cookies.set('sid', id, { path: '/app' })`, COOKIE.replace('path=/*', 'path=/app')],
    ['with attributes', `cookies.set('sid', id, { path: '/', httpOnly: false, secure: !dev, sameSite: 'strict', maxAge: 60 * 60 })`, COOKIE.replace(/httpOnly.*/, 'httpOnly=false secure=? sameSite=strict path=/ lifetime=3600s')],
    ['with a date', `cookies.set('sid', id, { path: '/', expires: new Date(Date.now() + 60_000) })`, COOKIE.replace('path=/* lifetime=none', 'path=/ lifetime=60s')],
    ['with a spread of a constant', `const base = { path: '/', httpOnly: false }; cookies.set('sid', id, { ...base, maxAge: 60 })`, COOKIE.replace('httpOnly=true*', 'httpOnly=false').replace('path=/* lifetime=none', 'path=/ lifetime=60s')],
    ['with attributes of a library', `cookies.set(sessionCookie.name, sessionCookie.value, { path: '.', ...sessionCookie.attributes })`, COOKIE.replace(/sid session.*/, '? unknown httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?')],
    ['deleted', `cookies.delete('sid', { path: '/' })`, CLEARED],
    ['deleted by the setter', `cookies.set('sid', '', { path: '/', maxAge: 0 })`, CLEARED.replace('delete', 'set')],
    ['deleted by a date', `cookies.set('sid', '', { path: '/', expires: new Date(0) })`, CLEARED.replace('delete', 'set')],
    ['as the text of a header', `const header = cookies.serialize('sid', id, { path: '/' })`, COOKIE.replace('`set`', '`serialize`').replace('path=/*', 'path=/')],
    ['for something else', `cookies.set('theme', 'dark', { path: '/' })`, COOKIE.replace('sid session', 'theme other').replace('path=/*', 'path=/')],
  ])('%s', (_title, statement, expected) => {
    const code = `import type { RequestHandler } from './$types'; export const POST: RequestHandler = async ({ cookies, request }) => { ${statement} }`
    expect(eventsOf(code, { filename: SERVER })).toEqual([expected])
  })
})

describe('a handler is known by its place', () => {
  const EVIDENCE = `import { fail, redirect } from '@sveltejs/kit';`

  it.each([
    ['a method of an endpoint', SERVER, `export async function POST({ cookies }) { ${SET} }`],
    ['a constant of an endpoint', SERVER, `export const GET = async ({ cookies }) => { ${SET} }`],
    ['an endpoint with the whole event', SERVER, `export async function POST(event) { event.cookies.set('sid', id) }`],
    ['an endpoint in JavaScript', SERVER.replace('.ts', '.js'), `export async function POST({ cookies }) { ${SET} }`],
    ['an endpoint that takes its event apart', SERVER, `export async function POST(event) { const { cookies } = event; ${SET} }`],
    ['an endpoint for all other methods', SERVER, `export const fallback = ({ cookies }) => { ${SET} }`],
    ['the load of a page', PAGE, `export const load = async ({ cookies, url }) => { ${SET} }`],
    ['the load of a layout', PAGE.replace('+page', '+layout'), `export async function load({ cookies }) { ${SET} }`],
    ['the load of a page with a layout of its own', PAGE.replace('+page', '+page@auth'), `export async function load({ cookies }) { ${SET} }`],
    ['the default action', PAGE, `export const actions = { default: async ({ request, cookies, locals }) => { ${SET} } }`],
    ['a named action', PAGE, `export const actions = { login: async ({ cookies }) => { ${SET} }, register: async (event) => {} }`],
    ['an action as a method', PAGE, `export const actions = { async login({ cookies }) { ${SET} } }`],
    ['an action by its name', PAGE, `const login = async ({ cookies }) => { ${SET} }; export const actions = { login }`],
    ['an action that satisfies its type', PAGE, `export const actions = { default: async ({ cookies }) => { ${SET} } } satisfies Actions`],
    ['a hook', HOOKS, `export const handle = async ({ event, resolve }) => { event.cookies.set('sid', id); return resolve(event) }`],
    ['a hook as a function', HOOKS, `export async function handle({ event, resolve }) { event.cookies.set('sid', id); return resolve(event) }`],
    ['a hook with its whole argument', HOOKS, `export const handle = async (input) => { input.event.cookies.set('sid', id); return input.resolve(input.event) }`],
    ['a hook for errors', HOOKS, `export const handleError = ({ error, event }) => { event.cookies.set('sid', id) }`],
    ['one hook of several', HOOKS, `import { sequence } from '@sveltejs/kit/hooks'; const first = async ({ event, resolve }) => { event.cookies.set('sid', id); return resolve(event) }; export const handle = sequence(first, second)`],
    ['a function that it calls', SERVER, `function open(jar) { jar.set('sid', id) } export async function POST({ cookies }) { open(cookies) }`],
    ['a function that it calls with the event', SERVER, `function open(e) { e.cookies.set('sid', id) } export async function POST(event) { open(event) }`],
  ])('as %s', (_title, filename, code) => {
    expect(eventsOf(`${EVIDENCE} ${code}`, { filename })).toEqual([COOKIE])
  })
})

describe('a handler is known by its types', () => {
  const LIBRARY = '/nowhere/src/lib/server/session.ts'

  it.each([
    ['the event', LIBRARY, `import type { RequestEvent } from '@sveltejs/kit'; export function setSessionTokenCookie(event: RequestEvent, token: string, expiresAt: Date) { event.cookies.set('sid', id) }`],
    ['the event of a route', LIBRARY, `import type { RequestEvent } from './$types'; export function open({ cookies }: RequestEvent) { cookies.set('sid', id) }`],
    ['the cookies', LIBRARY, `import type { Cookies } from '@sveltejs/kit'; export function open(jar: Cookies, id: string) { jar.set('sid', id) }`],
    ['the endpoint', LIBRARY, `import type { RequestHandler } from '@sveltejs/kit'; export const open: RequestHandler = async ({ cookies }) => { cookies.set('sid', id) }`],
    ['the hook', LIBRARY, `import type { Handle } from '@sveltejs/kit'; export const session: Handle = async ({ event, resolve }) => { event.cookies.set('sid', id); return resolve(event) }`],
    ['the action', LIBRARY, `import type { Action } from '@sveltejs/kit'; export const login: Action = async ({ cookies }) => { cookies.set('sid', id) }`],
    ['the load', PAGE, `import type { PageServerLoad } from './$types'; export const load: PageServerLoad = async ({ cookies }) => { cookies.set('sid', id) }`],
    ['the load with its event', LIBRARY, `import type { ServerLoadEvent } from '@sveltejs/kit'; export async function load(e: ServerLoadEvent) { e.cookies.set('sid', id) }`],
    ['all actions', PAGE, `import type { Actions } from './$types'; export const actions: Actions = { default: async ({ cookies }) => { cookies.set('sid', id) } }`],
    ['the endpoint that it satisfies', SERVER, `import type { RequestHandler } from './$types'; export const POST = (async ({ cookies }) => { cookies.set('sid', id) }) satisfies RequestHandler`],
    ['an import in the type', LIBRARY, `export function open(event: import('@sveltejs/kit').RequestEvent) { event.cookies.set('sid', id) }`],
  ])('for %s', (_title, filename, code) => {
    expect(eventsOf(code, { filename })).toEqual([COOKIE])
  })

  it.each([
    ['an endpoint', SERVER.replace('.ts', '.js'), `/** @type {import('./$types').RequestHandler} */ export async function POST({ cookies }) { ${SET} }`],
    ['an action', PAGE.replace('.ts', '.js'), `/** @satisfies {import('./$types').Actions} */ export const actions = { default: async ({ cookies }) => { ${SET} } }`],
    ['a hook', HOOKS.replace('.ts', '.js'), `/** @type {import('@sveltejs/kit').Handle} */ export async function handle({ event, resolve }) { event.cookies.set('sid', id); return resolve(event) }`],
    ['a function of another file', '/nowhere/src/lib/server/auth.js', `/** @param {import('@sveltejs/kit').RequestEvent} event */ export function open(event) { event.cookies.set('sid', id) }`],
    ['a comment that imports', SERVER.replace('.ts', '.js'), `/** @import { RequestHandler } from './$types' */ /** @type {RequestHandler} */ export const POST = async ({ cookies }) => { ${SET} }`],
  ])('in a comment for %s', (_title, filename, code) => {
    expect(eventsOf(code, { filename })).toEqual([COOKIE])
  })
})

describe('the event of the request', () => {
  it.each(formsOfNamed('$app/server', 'getRequestEvent').map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    expect(eventsOf(`${head}; export function open() { const { cookies } = ${name}(); ${SET} }`)).toEqual([COOKIE])
  })
})

describe('the project', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sveltekit-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each([
    ['3', '^3.2.0', COOKIE],
    ['2, where a path must be given', '^2.70.4', COOKIE.replace(' path=/*', '')],
    ['no number', 'workspace:*', COOKIE],
  ])('has version %s', (title, version, expected) => {
    const project = join(folder, title.replaceAll(' ', '-'))
    mkdirSync(join(project, '.git'), { recursive: true })
    writeFileSync(join(project, 'package.json'), JSON.stringify({ devDependencies: { '@sveltejs/kit': version } }))
    const filename = join(project, 'src/routes/+server.ts')
    mkdirSync(dirname(filename), { recursive: true })
    expect(eventsOf(`export async function POST({ cookies }) { ${SET} }`, { filename })).toEqual([expected])
  })

  it('is told by the settings', () => {
    expect(eventsOf(`export async function POST({ cookies }) { ${SET} }`, { filename: SERVER, settings: { libraries: ['@sveltejs/kit'] } })).toEqual([COOKIE])
  })
})

it('matches have the parts of their signatures', () => {
  const code = `import type { RequestEvent } from '@sveltejs/kit'; export function f(event: RequestEvent) { event.cookies.set('a', b, { path: '/' }); event.cookies.delete('a', { path: '/' }) }`
  expect(matchesOf(code)).toEqual([
    "cookieWritten @sveltejs/kit proved name='a' value=b cookie={ path: '/' }",
    "cookieCleared @sveltejs/kit proved name='a' cookie={ path: '/' }",
  ])
})

describe('an answer', () => {
  it.each([
    ['json', `json({}, { headers: { 'set-cookie': \`sid=\${id}; Path=/\` } })`],
    ['text', `text('', { headers: { 'Set-Cookie': \`sid=\${id}; Path=/\` } })`],
  ])('of %s takes a cookie in its headers', (name, call) => {
    expect(eventsOf(`import { ${name} } from '@sveltejs/kit'; export const POST = () => ${call}`, { filename: SERVER })).toEqual([
      'cookieWritten @sveltejs/kit proved ``sid=${id}; Path=/`` sid session path=/ lifetime=none',
    ])
  })
})

describe('silence', () => {
  const KIT = `import { redirect } from '@sveltejs/kit';`
  it.each([
    ['an endpoint of who knows what', SERVER, `export async function POST({ cookies }) { ${SET} }`],
    ['a load that runs in the browser', PAGE.replace('.server', ''), `${KIT} export async function load({ cookies }) { ${SET} }`],
    ['a function that the server does not call', SERVER, `${KIT} function helper({ cookies }) { ${SET} }`],
    ['a jar of another kind', SERVER, `${KIT} import Cookies from 'cookies-of-somebody'; export async function POST() { Cookies.set('sid', id) }`],
    ['a map', SERVER, `${KIT} const cookies = new Map(); export async function POST({ request }) { ${SET} }`],
    ['a type of another package', SERVER, `${KIT} import type { Cookies } from 'somewhere'; export const open = (jar: Cookies) => { jar.set('sid', id) }`],
    ['an object called actions elsewhere', '/nowhere/src/lib/menu.ts', `${KIT} export const actions = { login: async ({ cookies }) => { ${SET} } }`],
    ['what is read', SERVER, `${KIT} export async function POST({ cookies }) { return find(cookies.get('sid') ?? cookies.getAll()) }`],
    ['a function of the file', SERVER, `${KIT} function setCookie(name, value) {} export async function POST() { setCookie('sid', id) }`],
  ])('for %s', (_title, filename, code) => {
    expect(eventsOf(code, { filename })).toEqual([])
  })
})

it.each([
  ['the event', `import type { RequestEvent } from '@sveltejs/kit'; export const GET = (event: RequestEvent) => event.cookies.get('role')`],
  ['its cookies', `import type { Cookies } from '@sveltejs/kit'; export const roleIn = (cookies: Cookies) => cookies.get('role')`],
])('a cookie is read from %s', (_title, code) => {
  expect(matchesOf(code, { filename: '/nowhere/src/routes/+server.ts' }).filter((line) => line.startsWith('cookieRead'))).toEqual([`cookieRead @sveltejs/kit proved name='role'`])
})
