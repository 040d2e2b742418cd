import { frameworks } from '../../lib/frameworks/index.js'
import type { Attribute } from '../../lib/frameworks/framework.js'
import { HONO, NEST, TANSTACK_START, YAR, type Program } from './catalogue.js'
import type { Change } from './program-folder.js'

/** A program of each library, in which the attributes and the name of the cookie can be written as one likes. */
export interface Specimen extends Program {
  /** Where it says what the cookie is like: a text of it, and the same with ATTRIBUTES in their place. */
  readonly cookie: Change
  /** The same for the deletion of the cookie, where it deletes one by attributes. */
  readonly deletion?: Change
  /** How it is named: texts of it, and the same with NAME in the place of the name. */
  readonly name?: readonly Change[]
  /** Where it can say for how long the server takes the cookie, if that is no attribute: a text of it, and the same with a month. */
  readonly lifetime?: Change
  /** The library in whose words its attributes are, if that is another. */
  readonly words?: string
  /** Whether attributes are written into a header. */
  readonly isHeader?: boolean
  /** Repairs of another flaw that has to go first: a logout that ends nothing on the server. */
  readonly prepared?: 'require-store-delete-on-logout'
}

/** What a cookie says; times are in seconds. */
export interface Attributes {
  readonly domain?: string
  readonly maxAge?: number
  readonly path?: string
  readonly sameSite?: false | 'lax' | 'none'
  readonly secure?: boolean
  readonly httpOnly?: false
  /** A lifetime as a number, whatever the library counts. */
  readonly count?: number
  /** SameSite in letters that only browsers read. */
  readonly samesite?: 'lax'
}

export interface Flaws {
  readonly cookie: Attributes
  readonly deletion?: Attributes
  readonly name?: string
  /** Whether the server takes the cookie for a month. */
  readonly isLong?: boolean
  readonly changes?: readonly Change[]
}

/** A specimen with flaws. */
export function flawed(specimen: Specimen, { changes = [], cookie, deletion, isLong, name }: Flaws): Program {
  const named = (specimen.name ?? []).map(([from, to]): Change => [from, to.replace('NAME', () => name ?? '')])
  return {
    ...specimen,
    changes: [
      withAttributes(specimen, specimen.cookie, cookie),
      ...(specimen.deletion && deletion ? [withAttributes(specimen, specimen.deletion, deletion)] : []),
      ...(name === undefined ? [] : named),
      ...(specimen.lifetime && isLong ? [specimen.lifetime] : []),
      ...changes,
    ],
  }
}

function withAttributes(specimen: Specimen, [from, to]: Change, attributes: Attributes): Change {
  const text = specimen.isHeader ? headerOf(attributes) : optionsOf(specimen, attributes)
  return [from, to.replace('ATTRIBUTES', () => text)]
}

/** In the words of the library, and in its unit. */
function optionsOf({ library, words = library }: Specimen, attributes: Attributes): string {
  const { keys, lax = 'lax', maxAge: unit } = frameworks.find(({ name }) => name === words)?.cookie ?? {}
  const key = (attribute: Attribute) => keys?.[attribute] ?? attribute
  const { count, domain, httpOnly, maxAge, path, sameSite, samesite, secure } = attributes
  const spelt = typeof sameSite === 'string' && lax === 'Lax' ? sameSite.replace(/^./, (letter) => letter.toUpperCase()) : sameSite
  const written = [
    ...(path === undefined ? [] : [`${key('path')}: '${path}'`]),
    ...(domain === undefined ? [] : [`${key('domain')}: '${domain}'`]),
    ...(maxAge === undefined ? [] : [`${key('maxAge')}: ${unit === 'milliseconds' ? maxAge * 1000 : maxAge}`]),
    ...(secure === undefined ? [] : [`${key('secure')}: ${secure}`]),
    ...(httpOnly === undefined ? [] : [`${key('httpOnly')}: ${httpOnly}`]),
    ...(spelt === undefined ? [] : [`${key('sameSite')}: ${typeof spelt === 'string' ? `'${spelt}'` : spelt}`]),
    ...(count === undefined ? [] : [`${key('maxAge')}: ${count}`]),
    ...(samesite === undefined ? [] : [`${key('sameSite').toLowerCase()}: '${lax}'`]),
  ]
  return written.join(', ')
}

function headerOf({ domain, maxAge, path, sameSite, secure }: Attributes): string {
  const written = [
    ...(path === undefined ? [] : [`Path=${path}`]),
    ...(domain === undefined ? [] : [`Domain=${domain}`]),
    ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
    ...(secure ? ['Secure'] : []),
    ...(sameSite ? [`SameSite=${sameSite}`] : []),
  ]
  return written.map((attribute) => `; ${attribute}`).join('')
}

const EXPRESS_SESSION = 'express-session'
const LOGOUT = 'require-store-delete-on-logout'

/** Sessions. */
export const SESSION_SPECIMENS: readonly Specimen[] = [
  { library: EXPRESS_SESSION, path: 'express-session/shop.cjs', libraries: ['express', EXPRESS_SESSION], cookie: ['cookie: {}', 'cookie: { ATTRIBUTES }'], name: [['store,', "store,\n    name: 'NAME',"]] },
  { library: '@nestjs/common', words: 'express', path: 'express-session/shop.nest.ts', libraries: [...NEST, EXPRESS_SESSION], cookie: ['cookie: {}', 'cookie: { ATTRIBUTES }'], name: [['store,', "store,\n    name: 'NAME',"]] },
  { library: '@fastify/session', path: 'fastify-session/shop.mjs', libraries: ['fastify', '@fastify/cookie', '@fastify/session'], cookie: ['cookie: {}', 'cookie: { ATTRIBUTES }'], name: [['  store,', "  store,\n  cookieName: 'NAME',"]] },
  { library: 'koa-session', path: 'koa-session/forgets.mjs', libraries: ['koa', 'koa-session'], cookie: ['{ store }', '{ store, ATTRIBUTES }'], name: [['{ store,', "{ key: 'NAME', store,"]] },
  { library: 'koa-generic-session', path: 'koa-generic-session/forgets.cjs', libraries: ['koa', 'koa-generic-session'], cookie: ['session())', 'session({ cookie: { ATTRIBUTES } }))'], name: [['session({', "session({ key: 'NAME',"]] },
  { library: 'hono-sessions', path: 'hono-sessions/callbacks.cjs', libraries: [...HONO, 'hono-sessions'], cookie: ["path: '/', sameSite: 'Lax', httpOnly: false", 'ATTRIBUTES'], deletion: ["deleteCookie(c, 'shop')", "deleteCookie(c, 'shop', { ATTRIBUTES })"], name: [["'shop'", "'NAME'"]], lifetime: ['store: new MemoryStore(),', 'store: new MemoryStore(),\n    expireAfterSeconds: 2592000,'], prepared: LOGOUT },
  { library: '@hapi/yar', path: 'hapi-yar/sealed.ts', libraries: YAR, cookie: ['isSecure: false,\n          isHttpOnly: false,\n          ttl: undefined,', 'ATTRIBUTES,'], name: [["name: 'shop'", "name: 'NAME'"]] },
  { library: 'astro/session', path: 'astro-session/endpoints', libraries: ['astro', 'unstorage'], type: 'module', cookie: ['session: {', 'session: { cookie: { ATTRIBUTES },'], name: [['session: { cookie: {', "session: { cookie: { name: 'NAME',"]], lifetime: ['session: {', 'session: { ttl: 2592000,'], prepared: LOGOUT },
  { library: 'cookie-session', path: 'cookie-session/callbacks.cjs', libraries: ['express', 'cookie-session'], keepsLoggedIn: true, cookie: ['httpOnly: false', 'ATTRIBUTES'], name: [["name: 'session'", "name: 'NAME'"]] },
  { library: '@fastify/secure-session', path: 'secure-session/callbacks.cjs', libraries: ['fastify', '@fastify/secure-session'], keepsLoggedIn: true, cookie: ["path: '/',\n    httpOnly: false", 'ATTRIBUTES'], name: [["'app'", "'NAME'"]], lifetime: ["cookieName: 'app',", "cookieName: 'app',\n  expiry: 2592000,"] },
  { library: 'iron-session', path: 'iron-session/node.mjs', libraries: ['iron-session8'], cookie: ["ttl: 0,\n    cookieOptions: {\n      httpOnly: false,\n      secure: process.env.NODE_ENV === 'production',", 'cookieOptions: {\n      ATTRIBUTES,'], name: [["'app_session'", "'NAME'"]], lifetime: ['cookieOptions: {', 'ttl: 2592000,\n    cookieOptions: {'] },
  { library: 'react-router', path: 'react-router/cookie-storage', libraries: ['react-router7'], cookie: ["sameSite: 'lax',\n    path: '/'", 'ATTRIBUTES'], name: [["'__session'", "'NAME'"]] },
  { library: 'react-router:server-sessions', path: 'react-router/memory.ts', libraries: ['react-router7'], cookie: ["secrets: ['keyboard cat'], sameSite: 'lax'", "secrets: ['keyboard cat'], ATTRIBUTES"], name: [["'__session'", "'NAME'"]] },
  { library: 'h3/session', path: 'h3-session/handlers.cjs', libraries: ['h31'], cookie: ["secure: process.env.NODE_ENV === 'production', httpOnly: false", 'ATTRIBUTES'], name: [['cookie: {', "name: 'NAME',\n    cookie: {"]], lifetime: ['cookie: {', 'maxAge: 2592000,\n    cookie: {'] },
  { library: '@tanstack/react-start/session', path: 'tanstack-start-session/routes.mjs', libraries: TANSTACK_START, cookie: ["secure: process.env.NODE_ENV === 'production', httpOnly: false", 'ATTRIBUTES'], name: [['cookie: {', "name: 'NAME',\n    cookie: {"]], lifetime: ['cookie: {', 'maxAge: 2592000,\n    cookie: {'] },
  { library: '@hapi/cookie', path: 'hapi-cookie/strategy.cjs', libraries: ['@hapi/hapi', '@hapi/cookie'], cookie: ['isSecure: false,\n      isHttpOnly: false', 'ATTRIBUTES'], name: [["'sid-example'", "'NAME'"]] },
  { library: 'iron-session/next', path: 'iron-session-next/routes.cjs', libraries: ['iron-session6'], cookie: ['cookieOptions: {}', 'cookieOptions: { ATTRIBUTES }'], name: [["'app_session'", "'NAME'"]], lifetime: ['cookieOptions: {', 'ttl: 2592000,\n    cookieOptions: {'] },
  { library: 'lucia', path: 'lucia/adapter.mjs', libraries: ['lucia'], cookie: ['attributes: {},\n  },\n})', 'attributes: { ATTRIBUTES },\n  },\n})'], name: [['sessionCookie: {', "sessionCookie: {\n    name: 'NAME',"]] },
  { library: 'better-auth', path: 'better-auth/api.mjs', libraries: ['better-auth'], cookie: ['defaultCookieAttributes: {}', 'defaultCookieAttributes: { ATTRIBUTES }'], name: [['advanced: {', "advanced: {\n    cookies: { session_token: { name: 'NAME' } },"]], lifetime: ['advanced: {', 'session: { expiresIn: 2592000 },\n  advanced: {'] },
]

/** Cookies that programs write themselves. */
export const COOKIE_SPECIMENS: readonly Specimen[] = [
  { library: 'express', path: 'express/callbacks.cjs', libraries: ['express'], cookie: ["'session_id', sessionId", "'session_id', sessionId, { ATTRIBUTES }"], deletion: ["clearCookie('session_id')", "clearCookie('session_id', { ATTRIBUTES })"], name: [['session_id', 'NAME']] },
  { library: '@fastify/cookie', path: 'fastify-cookie/callbacks.cjs', libraries: ['fastify', '@fastify/cookie'], cookie: ["sessionId, { path: '/' }", 'sessionId, { ATTRIBUTES }'], deletion: ["clearCookie('sessionId', { path: '/' })", "clearCookie('sessionId', { ATTRIBUTES })"], name: [['cookies.sessionId', "cookies['NAME']"], ["'sessionId'", "'NAME'"]] },
  { library: 'koa', path: 'koa/functions.cjs', libraries: ['koa'], cookie: ["'sid', sid, { httpOnly: false }", "'sid', sid, { ATTRIBUTES }"], name: [["'sid'", "'NAME'"]] },
  { library: 'node:http', path: 'node-http/set-header.cjs', libraries: [], cookie: ["sessionId + '; Path=/'", "sessionId + 'ATTRIBUTES'"], name: [['sid=', 'NAME=']], isHeader: true },
  { library: 'next', path: 'next/response.ts', libraries: ['next'], cookie: ["httpOnly: false, sameSite: 'lax', path: '/'", 'ATTRIBUTES'], name: [["'sid'", "'NAME'"]] },
  { library: 'hono', path: 'hono/chain.mjs', libraries: HONO, cookie: ["{ sameSite: 'Lax' }", '{ ATTRIBUTES }'], deletion: ["deleteCookie(c, 'session_id')", "deleteCookie(c, 'session_id', { ATTRIBUTES })"], name: [["'session_id'", "'NAME'"]] },
  { library: 'elysia', path: 'elysia/chain.mjs', libraries: ['elysia', '@elysiajs/node'], cookie: ['session.value = id', 'session.set({ value: id, ATTRIBUTES })'], name: [['{ session }', "{ 'NAME': session }"]] },
  { library: '@tinyhttp/app', path: 'tinyhttp/typed.ts', libraries: ['@tinyhttp/app'], cookie: ["path: '/', sameSite: 'lax', httpOnly: false", 'ATTRIBUTES'], deletion: ["clearCookie('auth_token', { path: '/' })", "clearCookie('auth_token', { ATTRIBUTES })"], name: [['auth_token', 'NAME']] },
  { library: 'Response', path: 'response/worker', libraries: [], type: 'module', cookie: ['; path=/; samesite=lax', 'ATTRIBUTES'], name: [['sid=', 'NAME=']], isHeader: true },
  { library: 'aws-lambda', path: 'aws-lambda/http-api.ts', libraries: ['@types/aws-lambda'], cookie: ['token}; Path=/', 'token}ATTRIBUTES'], name: [['session_token', 'NAME']], isHeader: true },
  { library: 'cookie', path: 'cookie/serialize.cjs', libraries: ['cookie07'], cookie: ["'sid', sid, { path: '/' }", "'sid', sid, { ATTRIBUTES }"], name: [["'sid'", "'NAME'"], ['{ sid } =', "{ 'NAME': sid } ="]] },
  { library: 'astro', path: 'astro/typed.ts', libraries: ['astro'], cookie: ["path: '/', httpOnly: false, sameSite: 'lax'", 'ATTRIBUTES'], deletion: ["delete(SESSION_COOKIE, { path: '/' })", 'delete(SESSION_COOKIE, { ATTRIBUTES })'], name: [["'sid'", "'NAME'"]] },
  { library: 'h3', path: 'h3/typed.ts', libraries: ['h3'], cookie: ["sameSite: 'lax', httpOnly: false", 'ATTRIBUTES'], deletion: ['deleteCookie(event, SESSION_COOKIE)', 'deleteCookie(event, SESSION_COOKIE, { ATTRIBUTES })'], name: [["'sid'", "'NAME'"]] },
  { library: '@tanstack/react-start', path: 'tanstack-start/typed.ts', libraries: TANSTACK_START, cookie: ["sameSite: 'lax', httpOnly: false", 'ATTRIBUTES'], deletion: ['deleteCookie(SESSION_COOKIE)', 'deleteCookie(SESSION_COOKIE, { ATTRIBUTES })'], name: [["'sid'", "'NAME'"]] },
  { library: 'cookies', path: 'cookies/node.cjs', libraries: ['cookies'], cookie: ["'session', sessionId, { httpOnly: false }", "'session', sessionId, { ATTRIBUTES }"], name: [["'session'", "'NAME'"]] },
  { library: '@remix-run/cookie', path: 'remix-cookie/typed.ts', libraries: ['@remix-run/cookie'], cookie: ['httpOnly: false,', 'ATTRIBUTES,'], name: [["'sid'", "'NAME'"]] },
  { library: '@sveltejs/kit', path: 'sveltekit/hooks.server.ts', libraries: ['@sveltejs/kit2'], cookie: ["path: '/',\n    sameSite: 'lax',\n    httpOnly: false", 'ATTRIBUTES'], name: [["'auth-session'", "'NAME'"]] },
  { library: '@hapi/hapi', path: 'hapi/routes.cjs', libraries: ['@hapi/hapi'], cookie: ["isSecure: false,\n    isHttpOnly: false,\n    path: '/'", 'ATTRIBUTES'], name: [["'sid'", "'NAME'"], ['state.sid', "state['NAME']"]] },
  { library: '@nestjs/common', words: 'express', path: 'express/nest.ts', libraries: [...NEST, 'cookie-parser'], cookie: ["httpOnly: false,\n      sameSite: 'strict'", 'ATTRIBUTES'], deletion: ["clearCookie('sid')", "clearCookie('sid', { ATTRIBUTES })"], name: [["'sid'", "'NAME'"], ['cookies.sid', "cookies['NAME']"]] },
  { library: 'fastify', path: 'fastify/header.mjs', libraries: ['fastify'], cookie: ['sessionId}; Path=/', 'sessionId}ATTRIBUTES'], name: [['sid=', 'NAME=']], isHeader: true },
  { library: 'nookies', path: 'nookies/routes.cjs', libraries: ['nookies'], cookie: ["'sid', sid, { path: '/' }", "'sid', sid, { ATTRIBUTES }"], deletion: ["destroyCookie({ res }, 'sid', { path: '/' })", "destroyCookie({ res }, 'sid', { ATTRIBUTES })"], name: [["'sid'", "'NAME'"]] },
  { library: 'cookies-next', path: 'cookies-next/routes.cjs', libraries: ['cookies-next'], cookie: ["sid, { req, res, path: '/' }", 'sid, { req, res, ATTRIBUTES }'], deletion: ["deleteCookie('sid', { req, res, path: '/' })", "deleteCookie('sid', { req, res, ATTRIBUTES })"], name: [["'sid'", "'NAME'"]] },
]
