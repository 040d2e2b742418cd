import { eventsOf, fileOf, matchesOf } from '../events-of.js'
import { formsOfDefault } from './import-forms.js'

const HEAD = `import Koa from 'koa'; const app = new Koa();`
const COOKIE = 'cookieWritten koa proved `set` sid session httpOnly=true* secure=tls* path=/* lifetime=none'
const CLEARED = 'cookieCleared koa proved `set` sid session'

describe('ctx.cookies.set', () => {
  it.each([
    ['without options', `ctx.cookies.set('sid', id)`, COOKIE],
    ['with options', `ctx.cookies.set('sid', id, { httpOnly: false, maxAge: 60_000, sameSite: 'lax' })`, 'cookieWritten koa proved `set` sid session httpOnly=false secure=tls* sameSite=lax path=/* lifetime=60s'],
    ['with options in a constant', `const options = { httpOnly: false }; ctx.cookies.set('sid', id, options)`, 'cookieWritten koa proved `set` sid session httpOnly=false secure=tls* path=/* lifetime=none'],
    ['with an age of 0, which ends with the browser', `ctx.cookies.set('sid', id, { maxAge: 0 })`, 'cookieWritten koa proved `set` sid session httpOnly=true* secure=tls* path=/* lifetime=endless'],
    ['without a value', `ctx.cookies.set('sid')`, CLEARED],
    ['with null', `ctx.cookies.set('sid', null)`, CLEARED],
    ['with an empty text', `ctx.cookies.set('sid', '')`, CLEARED],
    ['with a date that is over', `ctx.cookies.set('sid', '', { expires: new Date(0) })`, CLEARED],
    ['of an alias', `const { cookies } = ctx; cookies.set('sid', id)`, COOKIE],
    ['of an alias of the context', `const c = ctx; c.cookies.set('sid', id)`, COOKIE],
    ['of the context of the request', `ctx.request.ctx.cookies.set('sid', id)`, COOKIE],
  ])('%s', (_title, statement, expected) => {
    expect(eventsOf(`${HEAD} app.use(async (ctx, next) => { ${statement} })`)).toEqual([expected])
  })
})

describe('an application', () => {
  it.each(formsOfDefault('koa').map(({ head, name, title }) => [title, head, name]))('of %s', (_title, head, name) => {
    const constructor = name.includes('(') ? `(${name})` : name
    expect(eventsOf(`${head}; const app = new ${constructor}(); app.use((c) => { c.cookies.set('sid', id) })`)).toEqual([COOKIE])
  })

  it.each([
    ['a router', `import Router from '@koa/router'; const router = new Router(); router.post('/', async (c, n) => { c.cookies.set('sid', id) })`],
    ['a router by require', `const router = require('koa-router')(); router.post('/', async (c) => { c.cookies.set('sid', id) })`],
    ['a router with a prefix', `import Router from 'koa-router'; new Router({ prefix: '/x' }).post('/', check, async (c) => { c.cookies.set('sid', id) })`],
    ['a generator', `${HEAD} app.use(function* (c) { c.cookies.set('sid', id) })`],
    ['an application in a parameter with a type', `import Koa from 'koa'; export const f = (server: Koa) => { server.use((c) => { c.cookies.set('sid', id) }) }`],
    ['a router in a parameter with a type', `import Router from '@koa/router'; export const f = (r: Router) => { r.get('/', (c) => { c.cookies.set('sid', id) }) }`],
    ['a context with a type', `import { Context } from 'koa'; export const f = async (c: Context) => { c.cookies.set('sid', id) }`],
    ['a context with a type of the namespace', `import Koa from 'koa'; export const f = async (c: Koa.Context) => { c.cookies.set('sid', id) }`],
    ['a context with parameters', `import { ParameterizedContext } from 'koa'; export const f = (c: ParameterizedContext<State>) => { c.cookies.set('sid', id) }`],
    ['a context of the router', `import { RouterContext } from '@koa/router'; export const f = (c: RouterContext) => { c.cookies.set('sid', id) }`],
    ['a type of a middleware', `import { Middleware } from 'koa'; export const f: Middleware = async (c, n) => { c.cookies.set('sid', id) }`],
    ['a controller', `${HEAD} class Auth { static async login(c) { c.cookies.set('sid', id) } } app.use(Auth.login)`],
    ['a name, with evidence', `import 'koa'; export const login = async (ctx) => { ctx.cookies.set('sid', id) }`],
    ['a long name, with evidence', `import 'koa'; export const login = async (context, next) => { context.cookies.set('sid', id) }`],
    ['a helper that it calls', `${HEAD} app.use((c) => send(c, id)); function send(x, id) { x.cookies.set('sid', id) }`],
  ])('is known by %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([COOKIE])
  })
})

describe('a header', () => {
  it.each([
    ['ctx.set', `ctx.set('Set-Cookie', \`sid=\${id}\`)`],
    ['ctx.set in an object', `ctx.set({ 'set-cookie': \`sid=\${id}\` })`],
    ['ctx.append', `ctx.append('Set-Cookie', \`sid=\${id}\`)`],
    ['ctx.response.set', `ctx.response.set('Set-Cookie', \`sid=\${id}\`)`],
    ['ctx.response.append', `ctx.response.append('Set-Cookie', \`sid=\${id}\`)`],
    ["Node's response", `ctx.res.setHeader('Set-Cookie', \`sid=\${id}\`)`],
  ])('%s', (_title, statement) => {
    const events = eventsOf(`${HEAD} app.use((ctx) => { ${statement} })`)
    expect(events).toEqual([expect.stringMatching(/^cookieWritten (?:koa|node:http) proved `.*` sid session lifetime=none$/)])
  })
})

describe('the keys of an application', () => {
  it.each([
    ['assigned', `${HEAD} app.keys = ['a', old]`],
    ['assigned to an application that is handed in', `import Koa from 'koa'; export default (server: Koa) => { server.keys = ['a', old] }`],
    ['of a constructor', `import Koa from 'koa'; new Koa({ keys: ['a', old] })`],
    ['of a constructor by require', `const Koa = require('koa'); new Koa({ keys: ['a', old] })`],
  ])('%s', (_title, code) => {
    expect(matchesOf(code)).toEqual(['secretGiven koa proved'])
    expect(fileOf(code)?.of('secretWritten').map(({ written }) => written.text)).toEqual(['a'])
  })

  it.each([
    ['of something else', `${HEAD} rows.keys = ['a']`],
    ['that are none', `import Koa from 'koa'; new Koa({ proxy: true })`],
    ['of an application of another server', `import express from 'express'; const app = express(); app.keys = ['a']`],
  ])('are not those %s', (_title, code) => {
    expect(matchesOf(code)).toEqual([])
  })
})

describe('silence', () => {
  it.each([
    ['a context without evidence', `export const login = async (ctx) => { ctx.cookies.set('sid', id) }`],
    ["the browser's cookies", `browser.cookies.set('sid', id)`],
    ['a jar', `import Cookies from 'cookie-jar-of-mine'; Cookies.set('sid', id)`],
    ['a map', `${HEAD} app.use((ctx) => { ctx.state.sessions.set('sid', id) })`],
    ["the request's cookies", `${HEAD} app.use((ctx) => { ctx.request.cookies.set('sid', id) })`],
    ['cookies that are read', `${HEAD} app.use((ctx) => { ctx.cookies.get('sid') })`],
    ['a row with a jar', `${HEAD} app.use((ctx) => { rows.map((row) => row.cookies.set('sid', id)) })`],
  ])('for %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})

it.each([
  ['without options, by which alone signatures are looked at', `ctx.cookies.get('isAdmin')`, ['cookieTrusted koa proved `ctx.cookies.get(\'isAdmin\')` isAdmin as=permission']],
  ['with a signature, or so it may be', `ctx.cookies.get('isAdmin', options)`, []],
  ['with a signature', `ctx.cookies.get('isAdmin', { signed: true })`, []],
  ['without a signature', `ctx.cookies.get('isAdmin', { signed: false })`, ['cookieTrusted koa proved `ctx.cookies.get(\'isAdmin\', { signed: fal…` isAdmin as=permission']],
])('a cookie is read %s', (_title, read, expected) => {
  expect(eventsOf(`import Koa from 'koa'; new Koa().use(async (ctx, next) => { if (${read}) await next() })`)).toEqual(expected)
})
