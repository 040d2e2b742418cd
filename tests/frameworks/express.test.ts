import { eventsOf, fileOf } from '../events-of.js'
import { formsOfDefault, formsOfNamed } from './import-forms.js'

const HEAD = `import express from 'express'; const app = express();`
const COOKIE = 'cookieWritten express proved `cookie` sid session path=/* lifetime=none'
const LIKELY = 'cookieWritten express likely `cookie` sid session path=/* lifetime=none'

describe('a cookie', () => {
  it.each([
    ['without options', `res.cookie('sid', id)`, COOKIE],
    [
      'with options',
      `res.cookie('sid', id, { httpOnly: true, secure: 'auto', sameSite: 'lax', path: '/app', domain: 'x.org', partitioned: true, maxAge: 60_000 })`,
      'cookieWritten express proved `cookie` sid session httpOnly=true secure=auto sameSite=lax path=/app domain=x.org partitioned=true lifetime=60s',
    ],
    ['that ends on a date', `res.cookie('sid', id, { expires: new Date(Date.now() + 60_000) })`, 'cookieWritten express proved `cookie` sid session path=/* lifetime=60s'],
    ['with options that nobody can see', `res.cookie('sid', id, options)`, 'cookieWritten express proved `cookie` sid session httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
    ['whose name nobody can say', `res.cookie(name, makeId())`, 'cookieWritten express proved `cookie` ? unknown path=/* lifetime=none'],
    ['that is cleared', `res.clearCookie('sid')`, 'cookieCleared express proved `clearCookie` sid session'],
    ['that is cleared with options', `res.clearCookie('sid', { path: '/app' })`, 'cookieCleared express proved `clearCookie` sid session'],
  ])('%s', (_title, statement, expected) => {
    expect(eventsOf(`${HEAD} app.get('/', (req, res) => { ${statement} })`)).toEqual([expected])
  })
})

describe('a header', () => {
  it.each([
    ['set', `res.set('Set-Cookie', 'sid=' + id)`],
    ['set in an object', `res.set({ 'Set-Cookie': \`sid=\${id}\` })`],
    ['header', `res.header('Set-Cookie', \`sid=\${id}\`)`],
    ['header in an object', `res.header({ 'Set-Cookie': \`sid=\${id}\` })`],
    ['append', `res.append('Set-Cookie', \`sid=\${id}\`)`],
    ["setHeader, Node's own", `res.setHeader('Set-Cookie', \`sid=\${id}\`)`],
  ])('that %s writes', (_title, statement) => {
    const [event, ...others] = eventsOf(`${HEAD} app.get('/', (req, res) => { ${statement} })`)
    expect(event).toMatch(/^cookieWritten (?:express|node:http) proved `.*` sid session lifetime=none$/)
    expect(others).toEqual([])
  })

  it.each([
    ['another header', `res.set('Content-Type', 'sid=1')`],
    ['a header whose name nobody can say', `res.set(header, 'sid=1')`],
    ['a header with a value that is made elsewhere', `res.set('Set-Cookie', await commitSession(session))`],
    ['an object of headers that nobody can see', `res.set(headers)`],
  ])('is silent for %s', (_title, statement) => {
    expect(eventsOf(`${HEAD} app.get('/', async (req, res) => { ${statement} })`)).toEqual([])
  })
})

describe('an application', () => {
  it.each(formsOfDefault('express').map(({ head, name, title }) => [title, head, name]))('of %s', (_title, head, name) => {
    expect(eventsOf(`${head}; const app = ${name}(); app.get('/', (a, b) => b.cookie('sid', id))`)).toEqual([COOKIE])
  })

  it.each(formsOfNamed('express', 'Router').map(({ head, name, title }) => [title, head, name]))('of a router by %s', (_title, head, name) => {
    expect(eventsOf(`${head}; const router = ${name}(); router.post('/', (a, b) => { b.cookie('sid', id) })`)).toEqual([COOKIE])
    expect(eventsOf(`${head}; const router = new ${name.startsWith('(') ? name : `(${name})`}(); router.post('/', (a, b) => { b.cookie('sid', id) })`)).toEqual([COOKIE])
  })
})

/** Handlers with names that tell nothing: only their place says what they are handed. */
describe('a handler is known by its place', () => {
  it.each([
    ['a route', `app.post('/login', (a, b) => { b.cookie('sid', id) })`],
    ['a route with a middleware', `app.post('/login', validate, (a, b, c) => { b.cookie('sid', id) })`],
    ['a list of handlers', `app.post('/login', [validate, function (a, b) { b.cookie('sid', id) }])`],
    ['a chain of routes', `app.route('/login').get(show).post((a, b) => { b.cookie('sid', id) })`],
    ['a chain of calls', `app.use(a).use('/x', (a, b) => { b.cookie('sid', id) })`],
    ['a middleware', `app.use((a, b, c) => { b.cookie('sid', id); c() })`],
    ['a parameter of routes', `app.param('id', (a, b, c, d) => { b.cookie('sid', d) })`],
    ['a handler of errors', `app.use((e, a, b, c) => { b.cookie('sid', id) })`],
    ['a wrapper', `app.post('/login', asyncHandler(async (a, b) => { b.cookie('sid', id) }))`],
    ['a wrapper in a wrapper', `app.post('/login', traced(asyncHandler(async (a, b) => { b.cookie('sid', id) })))`],
    ['a declared function', `app.post('/login', login); function login(a, b) { b.cookie('sid', id) }`],
    ['a constant', `const login = (a, b) => { b.cookie('sid', id) }; app.post('/login', login)`],
    ['a wrapped constant', `const login = asyncHandler(async (a, b) => { b.cookie('sid', id) }); app.post('/login', login)`],
    ['a method of the class', `class Auth { constructor() { app.post('/login', this.login) } login(a, b) { b.cookie('sid', id) } }`],
    ['a bound method of the class', `class Auth { constructor() { app.post('/login', this.login.bind(this)) } login(a, b) { b.cookie('sid', id) } }`],
    ['an arrow in a field of the class', `class Auth { routes() { app.post('/login', this.login) } login = async (a, b) => { b.cookie('sid', id) } }`],
    ['a method of an instance', `class Auth { login(a, b) { b.cookie('sid', id) } } const auth = new Auth(); app.post('/login', auth.login)`],
    ['a static method', `class Auth { static login(a, b) { b.cookie('sid', id) } } app.post('/login', Auth.login)`],
    ['a method of an object', `const auth = { login(a, b) { b.cookie('sid', id) } }; app.post('/login', auth.login)`],
    ['a router in a field', `class Auth { router = express.Router(); constructor() { this.router.post('/login', this.login) } login(a, b) { b.cookie('sid', id) } }`],
    ['an application in a field', `class Server { constructor() { this.app = express(); this.app.post('/login', (a, b) => { b.cookie('sid', id) }) } }`],
    ['an application that a function is handed by another file', `module.exports = function (app) { app.post('/login', (a, b) => { b.cookie('sid', id) }) }`],
    ['a router that a function is handed by another file', `export const mount = (router) => { router.post('/login', (a, b) => { b.cookie('sid', id) }) }`],
    ['an application that a function is handed', `routes(app); function routes(server) { server.post('/login', (a, b) => { b.cookie('sid', id) }) }`],
    ['a callback inside', `app.post('/login', (a, b) => { find((user) => { b.cookie('sid', user.id) }) })`],
    ['a helper that it calls', `app.post('/login', (a, b) => { send(user, b) }); function send(user, c) { c.cookie('sid', user.id) }`],
    ['a helper of a helper', `app.post('/login', (a, b) => outer(b)); const outer = (c) => inner(c); const inner = (d) => { d.cookie('sid', id) }`],
    ['a handler that another one calls', `const login = async (a, b) => { b.cookie('sid', id) }; app.post('/login', (x, y, z) => login(x, y).catch(z))`],
  ])('%s', (_title, code) => {
    expect(eventsOf(`${HEAD} ${code}`)).toEqual([COOKIE])
  })
})

describe('a handler is known by its types', () => {
  it.each([
    ['of its parameters', `import { Request, Response } from 'express'; export const f = (a: Request, b: Response) => { b.cookie('sid', id) }`],
    ['imported as types', `import type { Request as A, Response as B } from 'express'; export function f(a: A, b: B) { b.cookie('sid', id) }`],
    ['of the response alone', `import { Response } from 'express'; export const f = (token: string, b: Response) => { b.cookie('sid', id) }`],
    ['of a default import', `import express from 'express'; export const f = (a: express.Request, b: express.Response) => { b.cookie('sid', id) }`],
    ['imported in place', `export const f = (b: import('express').Response) => { b.cookie('sid', id) }`],
    ['with arguments', `import { Response } from 'express'; export const f = (b: Response<Body, Locals>) => { b.cookie('sid', id) }`],
    ['of the core of Express', `import { Response } from 'express-serve-static-core'; export const f = (b: Response) => { b.cookie('sid', id) }`],
    ['that extend them', `import { Response } from 'express'; interface Mine extends Response { a: 1 } export const f = (b: Mine) => { b.cookie('sid', id) }`],
    ['of one of several', `import { Request, Response } from 'express'; import { Reply } from './old.js'; export const f = (a: Request, b: Reply | Response) => { b.cookie('sid', id) }`],
    ['that intersect them', `import { Response } from 'express'; type Mine = Response & { a: 1 }; export const f = (b: Mine) => { b.cookie('sid', id) }`],
    ['of the handler', `import { RequestHandler } from 'express'; export const f: RequestHandler = (a, b) => { b.cookie('sid', id) }`],
    ['of the handler in a field', `import { RequestHandler } from 'express'; export class A { f: RequestHandler = async (a, b) => { b.cookie('sid', id) } }`],
    ['that the handler satisfies', `import { RequestHandler } from 'express'; export const f = ((a, b) => { b.cookie('sid', id) }) satisfies RequestHandler`],
    ['of a list of handlers', `import { RequestHandler } from 'express'; export const f: RequestHandler[] = [validate, (a, b) => { b.cookie('sid', id) }]`],
    ['beside a type of Express that is none of a handler', `import { CookieOptions, Response } from 'express'; export const f = (b: CookieOptions & Response) => { b.cookie('sid', id) }`],
    ['of a handler of errors', `import { ErrorRequestHandler } from 'express'; export const f: ErrorRequestHandler = (e, a, b, c) => { b.cookie('sid', id) }`],
    ['of the application', `import { Application } from 'express'; export const f = (x: Application) => { x.post('/', (a, b) => { b.cookie('sid', id) }) }`],
    ['of a router', `import type { Router } from 'express'; export const f = (x: Router) => { x.post('/', (a, b) => { b.cookie('sid', id) }) }`],
    ['of an application in a parameter property', `import { Express } from 'express'; export class A { constructor(private x: Express) { this.x.post('/', (a, b) => { b.cookie('sid', id) }) } }`],
    ['of a parameter property', `import { Response } from 'express'; export class A { constructor(private readonly b: Response) {} f() { this.b.cookie('sid', id) } }`],
  ])('%s', (_title, code) => {
    expect(eventsOf(code)).toEqual([COOKIE])
  })

  it('and by the names of the parameters that have none', () => {
    expect(eventsOf(`import { Request } from 'express'; export const f = (request: Request, response) => { response.cookie('sid', id) }`)).toEqual([COOKIE])
  })
})

describe('a handler is known by the names of its parameters', () => {
  it.each([
    ['req and res', `export const login = (req, res) => { res.cookie('sid', id) }`, LIKELY],
    ['request and response', `export async function login(request, response) { response.cookie('sid', id) }`, LIKELY],
    ['exports', `exports.login = function (req, res, next) { res.cookie('sid', id) }`, LIKELY],
    ['a method', `export default class { async login(req, res) { res.cookie('sid', id) } }`, LIKELY],
    ['a helper that is handed it', `export const login = (req, res) => { send(res) }; function send(answer) { answer.cookie('sid', id) }`, LIKELY],
    ['with evidence in the file', `import 'express'; export const login = (req, res) => { res.cookie('sid', id) }`, COOKIE],
    ['with evidence by a library for it', `import 'express-session'; export const login = (req, res) => { res.cookie('sid', id) }`, COOKIE],
    ['with evidence beside that of Node’s own server', `import 'express'; import 'node:http'; export const login = (req, res) => { res.cookie('sid', id) }`, COOKIE],
    ['a member of what failed', `import express from 'express'; express().use((failure, req, res, next) => { failure.res.cookie('sid', id) })`, LIKELY],
    ['an unused request', `import 'express'; export const login = (_, res) => { res.cookie('sid', id) }`, COOKIE],
    ['a destructured request', `import 'express'; export const login = ({ body }, res) => { res.cookie('sid', body.id) }`, COOKIE],
    ['a response alone, with evidence', `import 'express'; export const send = (user, res) => { res.cookie('sid', user.id) }`, LIKELY],
    ['a default value', `import 'express'; export const login = (req, res = req.res) => { res.cookie('sid', id) }`, COOKIE],
  ])('%s', (_title, code, expected) => {
    expect(eventsOf(code)).toEqual([expected])
  })
})

describe('the response is reached', () => {
  it.each([
    ['in a chain', `res.status(200).cookie('sid', id).json({})`, COOKIE],
    ['at the end of a long chain', `res.status(200).type('json').set('a', 'b').cookie('sid', id)`, COOKIE],
    ['from the request', `req.res.cookie('sid', id)`, COOKIE],
    ['through an optional chain', `res?.cookie('sid', id)`, COOKIE],
    ['by an assertion', `(res as any).cookie('sid', id)`, COOKIE],
    ['that is never null', `req.res!.cookie('sid', id)`, COOKIE],
    ['by an alias', `const out = res; out.cookie('sid', id)`, COOKIE],
    ['by a destructured alias', `const { res: out } = req; out.cookie('sid', id)`, COOKIE],
    ['by a destructured method', `const { cookie } = res; cookie('sid', id)`, COOKIE.replace('`cookie`', '`cookie`')],
    ['under a computed text', `res['cookie']('sid', id)`, COOKIE.replace('`cookie`', "`'cookie'`")],
  ])('%s', (_title, statement, expected) => {
    expect(eventsOf(`${HEAD} app.get('/', (req, res) => { ${statement} })`)).toEqual([expected])
  })

  it.each([
    ['in a context of GraphQL', `export const resolvers = { login: async (_, args, { res }) => { res.cookie('sid', id) } }`],
    ['in a context that has a name', `export const resolvers = { login: async (parent, args, context) => { context.res.cookie('sid', id) } }`],
    ['in a context with a short name', `export const login = async (_, args, ctx) => { ctx.res.cookie('sid', id) }`],
    ['in a context of procedures', `export const login = procedure.mutation(({ ctx, input }) => { ctx.res.cookie('sid', id) })`],
    ['through its request', `export const login = (_, args, { req }) => { req.res.cookie('sid', id) }`],
    ['in a field', `export class Resolver { login() { this.context.res.cookie('sid', id) } }`],
  ])('%s, where evidence tells the server', (_title, code) => {
    expect(eventsOf(`import 'express'; ${code}`)).toEqual([LIKELY])
    expect(eventsOf(code)).toEqual([])
  })
})

describe('a file is read', () => {
  const code = `const express = require('express'); const app = express(); app.get('/', (req, res) => { res.cookie('sid', id) }); module.exports = app`

  it.each([
    ['as a module', 'module', '/nowhere/app.js'],
    ['as CommonJS', 'commonjs', '/nowhere/app.cjs'],
    ['as a script', 'script', '/nowhere/app.js'],
  ] as const)('%s', (_title, sourceType, filename) => {
    expect(eventsOf(code, { sourceType, filename })).toEqual([COOKIE])
  })

  it('only where a word in it has to do with sessions', () => {
    expect(fileOf(`export const add = (a, b) => a + b`)).toBeUndefined()
    expect(fileOf(`export const sid = 1`)).toBeDefined()
  })
})

describe('silence', () => {
  it.each([
    ['a function of the file', `function cookie(name, value) {} cookie('sid', id)`],
    ['jQuery', `$.cookie('sid', id)`],
    ["a client's response", `import axios from 'axios'; axios.get('/').then((res) => res.cookie('sid', id))`],
    ["an HTTP client's jar", `import request from 'request'; const jar = request.jar(); jar.setCookie(request.cookie('sid=1'), url)`],
    ['a response alone, without evidence', `export const send = (user, res) => { res.cookie('sid', user.id) }`],
    ['a response of another framework', `import { Response } from 'restify'; export const f = (req: Request, res: Response) => { res.cookie('sid', id) }`],
    ['a name that is no response', `import 'express'; export const f = (a, b) => { b.cookie('sid', id) }`],
    ['a response that a parameter shadows', `${HEAD} app.get('/', (req, res) => { rows.map((res) => res.cookie('sid', id)) })`],
    ['arguments that nobody can see', `${HEAD} app.get('/', (req, res) => { res.cookie(...sid) })`],
    ['a member of the response', `${HEAD} app.get('/', (req, res) => { res.locals.jar.cookie('sid', id) })`],
    ['a call of a member of the response', `${HEAD} app.get('/', (req, res) => { res.locals.jar().cookie('sid', id) })`],
    ['a global response', `import 'express'; res.cookie('sid', id)`],
    ['a caught error', `import 'express'; try { f() } catch (error) { error.response.cookie('sid', id) }`],
    ['the response of a call', `import 'express'; export const f = async () => { const x = await client.get('/'); x.response.cookie('sid', id) }`],
    ['a route of something else', `import { Router } from 'director'; const router = Router(); router.get('/', (a, b) => { b.cookie('sid', id) })`],
    ['an application that a parameter shadows', `import express from 'express'; const server = express(); function f(server) { server.get('/', (a, b) => { b.cookie('sid', id) }) }`],
    ['two candidate servers', `import 'express'; import '@fastify/cookie'; export const f = (req, res) => { res.cookie('sid', id) }`],
    ['a text that only looks like it', `const help = "res.cookie('sid', id)"`],
    ['other files of a project', `export const total = (items) => items.reduce((sum, token) => sum + token.count, 0)`],
  ])('for %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})
