import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfDefault, formsOfNamed } from './import-forms.js'

const HEAD = `import Hapi from '@hapi/hapi'; const server = Hapi.server()`
const WRITTEN = 'cookieWritten @hapi/hapi proved `state` sid session httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'
const CLEARED = 'cookieCleared @hapi/hapi proved `unstate` sid session'

/** A route whose handler has these statements. */
function handler(statements: string): string {
  return `${HEAD}; server.route({ method: 'POST', path: '/', handler: async (request, h) => { ${statements} } })`
}

describe('a server', () => {
  const forms = [
    ...formsOfNamed('@hapi/hapi', 'server').map(({ name, ...form }) => ({ ...form, name: `${name}({ port: 80 })` })),
    ...formsOfNamed('@hapi/hapi', 'Server').map(({ name, ...form }) => ({ ...form, name: `new ${asCallee(name)}()` })),
    ...formsOfDefault('@hapi/hapi').map(({ name, ...form }) => ({ ...form, name: `${name}.server()` })),
  ]
  it.each(forms.map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    expect(eventsOf(`${head}; const app = ${name}; app.route({ path: '/', handler: (one, other) => { other.state('sid', id) } })`)).toEqual([WRITTEN])
  })

  it.each([
    ['that @hapi/glue composes', `import Glue from '@hapi/glue'; const app = await Glue.compose(manifest); app.route({ handler: (one, other) => { other.state('sid', id) } })`],
    ['that a plugin is handed', `import '@hapi/hapi'; export const plugin = { name: 'users', register: async (server, options) => { server.route({ handler: (one, other) => { other.state('sid', id) } }) } }`],
    ['of a type', `import type { Server } from '@hapi/hapi'; export function routes(app: Server) { app.route({ handler: (one, other) => { other.state('sid', id) } }) }`],
    ['of a type in a namespace', `import * as Hapi from '@hapi/hapi'; export function routes(app: Hapi.Server) { app.route({ handler: (one, other) => { other.state('sid', id) } }) }`],
    ['of a function in the file', `${HEAD}; routes(server); function routes(app) { app.route({ handler: (one, other) => { other.state('sid', id) } }) }`],
  ])('%s', (_title, code) => {
    expect(eventsOf(code)).toEqual([WRITTEN])
  })
})

describe('a handler', () => {
  it.each([
    ['in a list of routes', `${HEAD}; server.route([{ path: '/', handler: () => 'home' }, { path: '/login', handler: (one, other) => { other.state('sid', id) } }])`],
    ['in the options of a route', `${HEAD}; server.route({ path: '/', options: { auth: false, handler: (one, other) => { other.state('sid', id) } } })`],
    ['that is a method', `${HEAD}; server.route({ path: '/', async handler(one, other) { other.state('sid', id) } })`],
    ['with a name', `${HEAD}; server.route({ path: '/', handler: login }); function login(one, other) { other.state('sid', id) }`],
    ['in a list that is given later', `${HEAD}; const routes = [{ path: '/', handler: (request, h) => { h.state('sid', id) } }]; server.route(routes)`],
    ['of a step before the handler', `${HEAD}; server.route({ path: '/', options: { pre: [{ method: (one, other) => { other.state('sid', id) }, assign: 'user' }] } })`],
    ['that extends the server', `${HEAD}; server.ext('onPreResponse', (one, other) => { other.state('sid', id); return other.continue })`],
    ['that extends it in an object', `${HEAD}; server.ext({ type: 'onPreResponse', method: (one, other) => { other.state('sid', id) } })`],
    ['by its type', `import type { Lifecycle } from '@hapi/hapi'; export const login: Lifecycle.Method = (one, other) => { other.state('sid', id) }`],
    ['by its type in a namespace', `import Hapi from '@hapi/hapi'; export const login: Hapi.Lifecycle.Method = (one, other) => { other.state('sid', id) }`],
    ['by the types of its parameters', `import { Request, ResponseToolkit } from '@hapi/hapi'; export const login = (one: Request, other: ResponseToolkit) => { other.state('sid', id) }`],
    ['by the type of its route', `import type { ServerRoute } from '@hapi/hapi'; export const route: ServerRoute = { path: '/', handler: (one, other) => { other.state('sid', id) } }`],
    ['by the type of a list of routes', `import { ServerRoute } from '@hapi/hapi'; export const routes: ServerRoute[] = [{ options: { handler: (one, other) => { other.state('sid', id) } } }]`],
    ['by the type of a list that stays', `import { ServerRoute } from '@hapi/hapi'; export const routes: readonly ServerRoute[] = [{ handler: (one, other) => { other.state('sid', id) } }]`],
    ['by the type of an array', `import Hapi from '@hapi/hapi'; export const routes: Array<Hapi.ServerRoute> = [{ handler: (one, other) => { other.state('sid', id) } }]`],
    ['by a type that it satisfies', `import type { ServerRoute } from '@hapi/hapi'; export default { handler: (one, other) => { other.state('sid', id) } } satisfies ServerRoute`],
    ['by names, in a file that names the server', `require('@hapi/hapi'); exports.login = (request, h) => { h.state('sid', id) }`],
    ['by names, in a file that names a plugin', `require('@hapi/yar'); exports.login = { method: 'POST', handler: (req, h) => { h.state('sid', id) } }`],
    ['by names, with a comment that names the server', `/** @type {import('@hapi/hapi').ServerRoute} */ module.exports = { method: 'POST', handler: (_request, h) => { h.state('sid', id) } }`],
  ])('%s', (_title, code) => {
    expect(eventsOf(code)).toEqual([WRITTEN])
  })

  it.each([
    ['with nothing that tells the server', `module.exports = { method: 'POST', handler: (request, h) => { h.state('sid', id) } }`],
    ['with the name of what answers in full', `module.exports = { method: 'POST', handler: async (request, toolkit) => { toolkit.state('sid', id) } }`],
  ])('by names alone, %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([WRITTEN.replace('proved', 'likely')])
  })
})

describe('a cookie', () => {
  it.each([
    ['h.state(name, value)', `h.state('sid', id)`, WRITTEN],
    ['h.state(name, value, options)', `h.state('sid', id, { isHttpOnly: false, ttl: 60_000 })`, WRITTEN.replace('httpOnly=?', 'httpOnly=false').replace('lifetime=?', 'lifetime=60s')],
    ['every option', `h.state('sid', id, { isSecure: false, isSameSite: 'Lax', path: '/', domain: 'example.org', isPartitioned: true, ttl: null })`, 'cookieWritten @hapi/hapi proved `state` sid session httpOnly=? secure=false sameSite=Lax path=/ domain=example.org partitioned=true lifetime=endless'],
    ['names of other libraries, which say nothing', `h.state('sid', id, { httpOnly: false, secure: false, maxAge: 1 })`, WRITTEN],
    ['options in a constant', `const options = { isHttpOnly: false }; h.state('sid', id, options)`, WRITTEN.replace('httpOnly=?', 'httpOnly=false')],
    ['options from elsewhere', `h.state('sid', id, config.cookie)`, WRITTEN],
    ['h.response().state()', `return h.response({ ok: true }).state('sid', id)`, WRITTEN],
    ['a chain', `return h.redirect('/').code(303).state('sid', id).header('x', 'y')`, WRITTEN],
    ['a view', `return h.view('home', { user }).state('sid', id)`, WRITTEN],
    ['a response in a constant', `const response = h.response('ok'); response.state('sid', id); return response`, WRITTEN],
    ['the response of the request', `request.response.state('sid', id)`, WRITTEN],
    ['the response of the request, taken apart', `const { response } = request; response.state('sid', id)`, WRITTEN],
    ['the name of the session in a constant', `const SESSION_COOKIE = cookieName; h.state(SESSION_COOKIE, id)`, WRITTEN.replace('sid', '?')],
    ['another cookie', `h.state('theme', 'dark')`, WRITTEN.replace('sid session', 'theme other')],
    ['h.unstate(name)', `h.unstate('sid')`, CLEARED],
    ['h.unstate(name, options)', `h.unstate('sid', { path: '/' })`, CLEARED],
    ['response.unstate(name)', `return h.redirect('/').unstate('sid')`, CLEARED],
    ['a value of null', `h.state('sid', null)`, CLEARED.replace('unstate', 'state')],
    ['an empty value', `h.state('sid', '')`, CLEARED.replace('unstate', 'state')],
    ['no time to live', `h.state('sid', 'gone', { ttl: 0 })`, CLEARED.replace('unstate', 'state')],
  ])('by %s', (_title, statement, expected) => {
    expect(eventsOf(handler(statement))).toEqual([expected])
  })

  it.each([
    ['a header', `return h.response('ok').header('Set-Cookie', \`sid=\${id}; HttpOnly\`)`],
    ['a header of a response', `const response = h.response('ok'); response.header('set-cookie', \`sid=\${id}; HttpOnly\`)`],
    ['the response of Node underneath', `request.raw.res.setHeader('Set-Cookie', \`sid=\${id}; HttpOnly\`)`],
  ])('in %s', (_title, statement) => {
    const [event = '', ...others] = eventsOf(handler(statement))
    expect(others).toEqual([])
    expect(event).toMatch(/^cookieWritten (?:@hapi\/hapi|node:http) proved `.*` sid session httpOnly=true lifetime=none$/)
  })

  it.each([
    ['another header', `return h.response('ok').header('Cache-Control', 'no-store')`],
    ['what the browser sent', `const { sid } = request.state; const session = request.state.session`],
    ['a state of its own', `const machine = new Machine(); machine.state('sid', id)`],
  ])('not by %s', (_title, statement) => {
    expect(eventsOf(handler(statement))).toEqual([])
  })
})

describe('a declaration', () => {
  const DECLARED = 'cookieWritten @hapi/hapi proved `state` sid session httpOnly=true* secure=true* sameSite=strict*'
  const WRITE = `server.route({ handler: (request, h) => { h.state('sid', id) } })`

  it.each([
    ['nothing', `server.state('sid'); ${WRITE}`, `${DECLARED} lifetime=none`],
    ['no time to live', `server.state('sid', { isSecure: false }); ${WRITE}`, `${DECLARED.replace('secure=true*', 'secure=false')} lifetime=none`],
    ['null as the time to live', `server.state('sid', { ttl: null, isHttpOnly: false }); ${WRITE}`, `${DECLARED.replace('httpOnly=true*', 'httpOnly=false')} lifetime=endless`],
    ['a time to live', `server.state('sid', { ttl: 24 * 60 * 60 * 1000 }); ${WRITE}`, `${DECLARED} lifetime=86400s`],
    ['a name in a constant', `const NAME = 'sid'; server.state(NAME, { ttl: 1000 }); ${WRITE}`, `${DECLARED} lifetime=1s`],
    ['defaults of the server', `${WRITE}; const other = Hapi.server({ state: { isHttpOnly: false, isSameSite: 'Lax', ttl: 1000 } }); other.state('sid')`, 'cookieWritten @hapi/hapi proved `state` sid session httpOnly=false secure=true* sameSite=Lax lifetime=1s'],
    ['defaults of a constructed server', `${WRITE}; const other = new Hapi.Server({ state: { isHttpOnly: false } }); other.state('sid')`, `${DECLARED.replace('httpOnly=true*', 'httpOnly=false')} lifetime=none`],
  ])('with %s', (_title, code, expected) => {
    expect(eventsOf(`${HEAD}; ${code}`).filter((event) => event !== WRITTEN)).toEqual([expected])
  })

  it.each([
    ['where the cookie is written in another file', `server.state('sid', { isSecure: false })`],
    ['where it is written with a time to live', `server.state('sid', { isSecure: false }); server.route({ handler: (request, h) => { h.state('sid', id, { ttl: HOUR }) } })`],
    ['where it says null, and is written with a time to live', `server.state('sid', { isSecure: false, ttl: null }); server.route({ handler: (request, h) => { h.state('sid', id, { ttl: HOUR }) } })`],
    ['where another cookie is written', `server.state('sid', { isSecure: false }); server.route({ handler: (request, h) => { h.state('theme', id) } })`],
  ])('may have its end elsewhere %s', (_title, code) => {
    const [event] = eventsOf(`${HEAD}; ${code}`)
    expect(event).toBe(`${DECLARED.replace('secure=true*', 'secure=false')} lifetime=?`)
  })

  it('with options from elsewhere may have everything', () => {
    expect(eventsOf(`${HEAD}; server.state('sid', config.cookie)`)).toEqual([WRITTEN])
  })

  it('does not count the defaults of the server where a cookie is written, since others may be declared', () => {
    expect(eventsOf(`import Hapi from '@hapi/hapi'; const server = Hapi.server({ state: { isHttpOnly: false } }); server.route({ handler: (request, h) => { h.state('sid', id) } })`)).toEqual([WRITTEN])
  })

  it('in a plugin', () => {
    const code = `require('@hapi/hapi'); exports.plugin = { name: 'users', register(server) { server.state('sid', { isHttpOnly: false }) } }`
    expect(eventsOf(code)).toEqual([`${DECLARED.replace('httpOnly=true*', 'httpOnly=false')} lifetime=?`])
  })

  it('is found by its signature', () => {
    expect(matchesOf(`${HEAD}; server.state('sid', { path: '/' })`)).toContain(`cookieDeclared @hapi/hapi proved name='sid' cookie={ path: '/' }`)
  })
})

describe('answers to other sites', () => {
  it.each([
    ['any site in a list', `{ origin: ['*'], credentials: true }`, [`corsAllowed @hapi/hapi proved \`['*']\` any by=origin`]],
    ['any site by default', `{ credentials: true }`, ['corsAllowed @hapi/hapi proved `true` any by=default']],
    ['some sites', `{ origin: ['https://example.com', 'https://*.example.com'], credentials: true }`, []],
    ['any site, to nobody', `{ origin: ['*'] }`, []],
    ['sites from elsewhere', `{ origin: config.origins, credentials: true }`, []],
  ])('%s', (_title, options, expected) => {
    expect(eventsOf(`import Hapi from '@hapi/hapi'; Hapi.server({ routes: { cors: ${options} } })`)).toEqual(expected)
    expect(eventsOf(`const { Server } = require('@hapi/hapi'); const server = new Server({ port: 1, routes: { cors: ${options} } })`)).toEqual(expected)
    expect(eventsOf(`${HEAD}; server.route({ path: '/', handler, options: { cors: ${options} } })`)).toEqual(expected)
  })

  it('to no site where nothing is said', () => {
    expect(eventsOf(`import Hapi from '@hapi/hapi'; Hapi.server({ routes: { cors: true } }); Hapi.server({ port: 1 }); Hapi.server()`)).toEqual([])
  })
})

it.each([
  ['a router of states', `angular.module('app').config(function ($stateProvider) { $stateProvider.state('session', { url: '/session' }) })`],
  ['a virtual node', `import { h } from 'vue'; export const view = (props) => h('div', { class: 'session' }).state('sid', id)`],
  ['a component', `export default { data: () => ({ session: null }), render(h) { return h.state('sid', id) } }`],
  ['a machine', `import { setup } from 'xstate'; const machine = setup({}); machine.state('session', {})`],
  ['a server of another kind', `import { createServer } from 'vite'; const server = await createServer(); server.state('sid', { isHttpOnly: false })`],
  ['a server that is handed in, with nothing that tells it', `exports.register = (server) => { server.state('sid', { isHttpOnly: false }) }`],
])('%s says nothing about cookies', (_title, code) => {
  expect(eventsOf(code)).toEqual([])
})

/** `new (require('x').Server)()`: what is called on the way would be what is constructed. */
function asCallee(name: string): string {
  return /^[\w.]+$/.test(name) ? name : `(${name})`
}
