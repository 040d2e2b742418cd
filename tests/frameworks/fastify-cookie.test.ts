import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfDefault, formsOfNamed } from './import-forms.js'

const HEAD = `import Fastify from 'fastify'; const app = Fastify();`
const COOKIE = 'cookieWritten @fastify/cookie proved `setCookie` sid session sameSite=lax* lifetime=none'
const LIKELY = COOKIE.replace('proved', 'likely')

describe('a cookie', () => {
  it.each([
    ['reply.setCookie', `reply.setCookie('sid', id)`, COOKIE],
    ['reply.cookie', `reply.cookie('sid', id)`, COOKIE.replace('setCookie', 'cookie')],
    ['in a chain', `reply.code(200).header('a', 'b').setCookie('sid', id).send({})`, COOKIE],
    ['with options', `reply.setCookie('sid', id, { httpOnly: true, secure: 'auto', path: '/', maxAge: 60 })`, COOKIE.replace('sameSite=lax*', 'httpOnly=true secure=auto sameSite=lax* path=/').replace('none', '60s')],
    ['without the default', `reply.setCookie('sid', id, { sameSite: undefined })`, COOKIE.replace('lax*', 'undefined')],
    ['with options that nobody can see', `reply.setCookie('sid', id, options)`, 'cookieWritten @fastify/cookie proved `setCookie` sid session httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
    ['of the reply of the request', `const { setCookie } = reply; reply.setCookie('sid', id)`, COOKIE],
    ['cleared', `reply.clearCookie('sid', { path: '/' })`, 'cookieCleared @fastify/cookie proved `clearCookie` sid session'],
    ['cleared by an age of 0', `reply.setCookie('sid', '', { maxAge: 0 })`, 'cookieCleared @fastify/cookie proved `setCookie` sid session'],
  ])('%s', (_title, statement, expected) => {
    expect(eventsOf(`${HEAD} app.get('/', async (request, reply) => { ${statement} })`)).toEqual([expected])
  })

  it.each([
    ['with what the plugin sets for all', `await app.register(cookie, { parseOptions: { httpOnly: true, path: '/' } });`, 'httpOnly=true sameSite=lax* path=/'],
    ['with what nobody can see', `await app.register(cookie, options);`, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=?'],
    ['with what the plugin leaves open', `await app.register(cookie, { secret });`, 'sameSite=lax*'],
  ])('%s', (_title, registration, attributes) => {
    const code = `import cookie from '@fastify/cookie'; ${HEAD} ${registration} app.get('/', (request, reply) => { reply.setCookie('sid', id) })`
    const lifetime = attributes.includes('?') ? '?' : 'none'
    expect(eventsOf(code)).toEqual([COOKIE.replace('sameSite=lax*', attributes).replace('none', lifetime)])
  })
})

describe('the plugin', () => {
  const forms = [...formsOfDefault('@fastify/cookie'), ...formsOfNamed('@fastify/cookie', 'fastifyCookie')]
  it.each(forms.map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    expect(matchesOf(`${head}; app.register(${name}, { secret })`)).toEqual([expect.stringContaining('cookieDefaultsSet @fastify/cookie proved')])
  })

  it('by an import in the registration', () => {
    expect(matchesOf(`app.register(import('@fastify/cookie'), { secret })`)).toEqual([expect.stringContaining('cookieDefaultsSet @fastify/cookie proved')])
  })
})

describe('a handler is known by its place', () => {
  it.each([
    ['a route', `app.post('/', (a, b) => { b.setCookie('sid', id) })`],
    ['a route with options', `app.post('/', { schema }, async function (a, b) { b.setCookie('sid', id) })`],
    ['a full route', `app.route({ method: 'POST', url: '/', handler: async (a, b) => { b.setCookie('sid', id) } })`],
    ['a method of a full route', `app.route({ method: 'POST', url: '/', async handler(a, b) { b.setCookie('sid', id) } })`],
    ['a shorthand of a full route', `const handler = (a, b) => { b.setCookie('sid', id) }; app.route({ method: 'POST', url: '/', handler })`],
    ['a hook of a full route', `app.route({ url: '/', preHandler: (a, b, done) => { b.setCookie('sid', id) }, handler })`],
    ['several hooks of a route', `app.get('/', { preHandler: [check, (a, b, done) => { b.setCookie('sid', id) }] }, handler)`],
    ['a hook', `app.addHook('preHandler', (a, b, done) => { b.setCookie('sid', id) })`],
    ['a hook for what is sent', `app.addHook('onSend', async (a, b, payload) => { b.setCookie('sid', id) })`],
    ['a handler of errors', `app.setErrorHandler((e, a, b) => { b.setCookie('sid', id) })`],
    ['a handler of errors of a route', `app.route({ url: '/', errorHandler: (e, a, b) => { b.setCookie('sid', id) }, handler })`],
    ['a handler of what is not found', `app.setNotFoundHandler((a, b) => { b.setCookie('sid', id) })`],
    ['a declared function', `app.post('/', login); async function login(a, b) { b.setCookie('sid', id) }`],
    ['a method of a class', `class Auth { register() { app.post('/', this.login.bind(this)) } async login(a, b) { b.setCookie('sid', id) } }`],
    ['a plugin that is registered', `app.register(async (x, options) => { x.post('/', (a, b) => { b.setCookie('sid', id) }) })`],
    ['a plugin with a name', `app.register(routes, { prefix: '/x' }); async function routes(x) { x.post('/', (a, b) => { b.setCookie('sid', id) }) }`],
    ['a plugin in a plugin', `app.register(async (x) => { x.register(async (y) => { y.get('/', (a, b) => { b.setCookie('sid', id) }) }) })`],
    ['a helper that it calls', `app.post('/', (a, b) => send(b)); function send(c) { c.setCookie('sid', id) }`],
    ['a chain', `app.get('/x', show).post('/', (a, b) => { b.setCookie('sid', id) })`],
    ['a type provider', `app.withTypeProvider().post('/', (a, b) => { b.setCookie('sid', id) })`],
  ])('%s', (_title, code) => {
    expect(eventsOf(`${HEAD} ${code}`)).toEqual([COOKIE])
  })

  it.each([...formsOfDefault('fastify'), ...formsOfNamed('fastify', 'fastify')].map(({ head, name, title }) => [title, head, name]))('of an application by %s', (_title, head, name) => {
    expect(eventsOf(`${head}; const app = ${name}({ logger: true }); app.get('/', (a, b) => { b.setCookie('sid', id) })`)).toEqual([COOKIE])
  })
})

describe('a handler is known by types and names', () => {
  it.each([
    ['types of its parameters', `import { FastifyRequest, FastifyReply } from 'fastify'; export const f = async (a: FastifyRequest, b: FastifyReply) => { b.setCookie('sid', id) }`],
    ['types with arguments', `import type { FastifyReply, FastifyRequest } from 'fastify'; export async function f(a: FastifyRequest<{ Body: Login }>, b: FastifyReply) { b.setCookie('sid', id) }`],
    ['the type of the handler', `import { RouteHandler } from 'fastify'; export const f: RouteHandler = async (a, b) => { b.setCookie('sid', id) }`],
    ['the type of the application', `import { FastifyInstance } from 'fastify'; export default async function (x: FastifyInstance) { x.post('/', (a, b) => { b.setCookie('sid', id) }) }`],
    ['the type of the plugin', `import { FastifyPluginAsync } from 'fastify'; const f: FastifyPluginAsync = async (x) => { x.post('/', (a, b) => { b.setCookie('sid', id) }) }; export default f`],
    ['the type of a plugin with a callback', `import { FastifyPluginCallback } from 'fastify'; export const f: FastifyPluginCallback<Options> = (x, options, done) => { x.post('/', (a, b) => { b.setCookie('sid', id) }); done() }`],
    ['the wrapper of the plugin', `import fp from 'fastify-plugin'; export default fp(async (x) => { x.post('/', (a, b) => { b.setCookie('sid', id) }) })`],
    ['the wrapper of a plugin with a name', `import fp from 'fastify-plugin'; async function f(x) { x.post('/', (a, b) => { b.setCookie('sid', id) }) } module.exports = fp(f)`],
    ['the name of the application', `module.exports = async function (fastify, options) { fastify.post('/', (a, b) => { b.setCookie('sid', id) }) }`],
    ['the names of its parameters, with evidence', `import '@fastify/cookie'; export const login = async (request, reply) => { reply.setCookie('sid', id) }`],
    ['short names, with evidence', `import '@fastify/cookie'; export const login = async (req, res) => { res.setCookie('sid', id) }`],
  ])('by %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([COOKIE])
  })

  it.each([
    ['the names of its parameters', `export const login = async (request, reply) => { reply.setCookie('sid', id) }`],
    ['a reply alone, with evidence', `import '@fastify/cookie'; export const send = (reply, user) => { reply.setCookie('sid', user.id) }`],
  ])('by %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([LIKELY])
  })
})

describe('the version', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fastify-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each([
    ['before 10 has no SameSite', '^9.4.0', COOKIE.replace(' sameSite=lax*', '')],
    ['since 10 has SameSite', '^10.0.0', COOKIE],
    ['that nobody tells has SameSite', 'workspace:*', COOKIE],
  ])('%s', (title, version, expected) => {
    const project = join(folder, title.replaceAll(' ', '-'))
    mkdirSync(join(project, '.git'), { recursive: true })
    writeFileSync(join(project, 'package.json'), JSON.stringify({ dependencies: { '@fastify/cookie': version } }))
    expect(eventsOf(`${HEAD} app.get('/', (request, reply) => { reply.setCookie('sid', id) })`, { filename: join(project, 'app.ts') })).toEqual([expected])
  })
})

describe('silence', () => {
  it.each([
    ['a function of the file', `function setCookie(name, value) {} setCookie('sid', id)`],
    ['a function of another file', `import { setCookie } from './cookies.js'; setCookie(c, 'sid', id)`],
    ['a driver of a browser', `await browser.setCookie('sid', id)`],
    ['a reply alone, without evidence', `export const send = (reply) => { reply.setCookie('sid', id) }`],
    ['a registration of something else', `import cookie from '@fastify/cookie'; app.register('cookie', cookie)`],
    ['an error', `${HEAD} app.setErrorHandler((e, a, b) => { e.setCookie('sid', id) })`],
  ])('for %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})

it.each([
  ['a member', `if (request.cookies.role === 'admin') return all()`],
  ['taken apart', `const { role } = request.cookies; if (role === 'admin') return all()`],
])('request.cookies.name: %s', (_title, statement) => {
  const code = `import Fastify from 'fastify'; Fastify().get('/', async (request, reply) => { ${statement} })`
  expect(eventsOf(code)).toEqual([expect.stringMatching(/^cookieTrusted @fastify\/cookie proved `[^`]+` role as=permission$/)])
})
