import { describe, expect, it } from 'vitest'
import { eventsOf } from '../events-of.js'

const EXPRESS = `import express from 'express'\n`
const inExpress = (body: string, parameters = 'req, res, next') => `${EXPRESS}express().get('/', (${parameters}) => { ${body} })`

/** The cookies that a program trusts, although nobody has signed them. */
function trustedIn(code: string): string[] {
  return eventsOf(code).flatMap((line) => /^cookieTrusted \S+ \S+ (`.*)/.exec(line)?.[1] ?? [])
}

describe('a cookie is read', () => {
  it.each([
    ['by its name', inExpress(`if (req.cookies.role === 'admin') next()`), ['`req.cookies.role` role as=permission']],
    ['by its name in quotes', inExpress(`if (req['cookies']['role'] === 'admin') next()`), [`\`req['cookies']['role']\` role as=permission`]],
    ['out of a pattern', inExpress(`const { role } = req.cookies; if (role === 'admin') next()`), ['`role` role as=permission']],
    ['out of a pattern, with a default', inExpress(`const { role = 'guest' } = req.cookies; if (role === 'admin') next()`), ['`role` role as=permission']],
    ['out of a pattern, under another name', inExpress(`const { role: own } = req.cookies; if (own === 'admin') next()`), ['`own` role as=permission']],
    ['out of a pattern in a pattern', inExpress(`const { cookies: { role } } = req; if (role === 'admin') next()`), ['`role` role as=permission']],
    ['out of a pattern for what is handed in', inExpress(`if (role === 'admin') next()`, '{ cookies: { role } }, res, next'), ['`role` role as=permission']],
    ['out of a pattern for what is handed in, with a default', inExpress(`if (role === 'admin') next()`, '{ cookies: { role } = {} }, res, next'), ['`role` role as=permission']],
    ['out of all cookies', inExpress(`const { cookies } = req; if (cookies.role === 'admin') next()`), ['`cookies.role` role as=permission']],
    ['out of all cookies, under another name', inExpress(`const { cookies: jar } = req; if (jar.role === 'admin') next()`), ['`jar.role` role as=permission']],
    ['out of a name for all cookies', inExpress(`const jar = req.cookies; if (jar.role === 'admin') next()`), ['`jar.role` role as=permission']],
    ['once for all', inExpress(`const { role } = req.cookies; if (role === 'admin' || role === 'owner') next()`), ['`role` role as=permission']],
  ])('%s', (_title, code, expected) => {
    expect(trustedIn(code)).toEqual(expected)
  })

  it.each([
    ['of the answer', inExpress(`if (res.cookies.role === 'admin') next()`)],
    ['of something else', inExpress(`if (jar.cookies.role === 'admin') next()`)],
    ['of something in the request', inExpress(`if (req.jar.cookies.role === 'admin') next()`)],
    ['whose name nobody knows', inExpress(`if (req.cookies[role] === 'admin') next()`)],
    ['which is a text', inExpress(`if ('cookies'.role === 'admin') next()`)],
    ['by a variable with that name', inExpress(`const cookies = load(); if (cookies.role === 'admin') next()`)],
    ['out of a list', inExpress(`const [role] = req.cookies; if (role === 'admin') next()`)],
    ['out of the rest', inExpress(`const { a, ...role } = req.cookies; if (role === 'admin') next()`)],
    ['out of a pattern in another cookie', inExpress(`const { a: { role } } = req.cookies; if (role === 'admin') next()`)],
    ['where it is made', inExpress(`const { role } = { cookies: req.body }; if (role === 'admin') next()`)],
    ['where it is written', inExpress(`req.cookies.role = 'admin'`)],
  ])('but not one %s', (_title, code) => {
    expect(trustedIn(code)).toEqual([])
  })

  it.each([
    ['Koa, without options', `if (ctx.cookies.get('role') === 'admin') await next()`, ['`ctx.cookies.get(\'role\')` role as=permission']],
    ['Koa, without a signature', `if (ctx.cookies.get('role', { signed: false }) === 'admin') await next()`, [`\`ctx.cookies.get('role', { signed: false …\` role as=permission`]],
    ['Koa, with a signature', `if (ctx.cookies.get('role', { signed: true }) === 'admin') await next()`, []],
    ['Koa, perhaps with a signature', `if (ctx.cookies.get('role', options) === 'admin') await next()`, []],
    ['Koa, under a name that nobody knows', `if (ctx.cookies.get(role) === 'admin') await next()`, []],
  ])('or not: %s', (_title, body, expected) => {
    expect(trustedIn(`import Koa from 'koa'\nnew Koa().use(async (ctx, next) => { ${body} })`)).toEqual(expected)
  })
})

describe('cookies are parsed', () => {
  const inNode = (body: string) => `import http from 'node:http'\nimport cookie, { parseCookie } from 'cookie'\nhttp.createServer((req, res) => { ${body} })`

  it.each([
    ['and have a name', `const cookies = cookie.parse(req.headers.cookie || ''); if (cookies.isAdmin !== 'true') return res.end()`, ['`cookies.isAdmin` isAdmin as=permission']],
    ['and taken apart', `const { role } = cookie.parse(req.headers.cookie ?? ''); if (role === 'admin') res.end()`, ['`role` role as=permission']],
    ['and taken apart later', `const cookies = parseCookie(req.headers.cookie); const { role = 'guest' } = cookies; if (role === 'admin') res.end()`, ['`role` role as=permission']],
    ['and read at once', `if (cookie.parse(req.headers.cookie || '').isAdmin !== 'true') return res.end()`, [`\`cookie.parse(req.headers.cookie || '').i…\` isAdmin as=permission`]],
    ['out of a text from elsewhere', `const cookies = cookie.parse(load()); if (cookies.isAdmin !== 'true') return res.end()`, []],
    ['and read by a name that nobody knows', `const cookies = cookie.parse(req.headers.cookie || ''); if (cookies[name] !== 'true') return res.end()`, []],
    ['and counted', `const cookies = cookie.parse(req.headers.cookie || ''); if (Object.keys(cookies).length > 0) return res.end()`, []],
    ['and unsigned', `const cookies = cookie.parse(req.headers.cookie || ''); if (unsign(cookies.isAdmin, secret) !== 'true') return res.end()`, []],
  ])('%s', (_title, body, expected) => {
    expect(trustedIn(inNode(body))).toEqual(expected)
  })
})

it('a cookie of a helper is as sure as the request that is handed on to it', () => {
  const code = `const account = (req, res) => { greet(req, res) }; function greet(input, output) { if (input.cookies.isAdmin) output.end() }`
  expect(eventsOf(code)).toEqual(['cookieTrusted cookie-parser likely `input.cookies.isAdmin` isAdmin as=permission'])
  expect(eventsOf(`${EXPRESS}express().get('/', account); ${code}`)).toEqual(['cookieTrusted cookie-parser proved `input.cookies.isAdmin` isAdmin as=permission'])
})
