import type { Source } from './program-folder.js'
import { base64Cookie, expressCookie, fastifyCookie, jsonCookie, koaCookie, plainCookie, type IdCookie } from './session-id.js'

/** A program whose cookie or session is set up in the words of one library. */
export interface Program extends Source {
  /** The library that a proof is about, by the name of its table. */
  readonly library: string
  /** How its ID goes into a cookie, where it has one. */
  readonly id?: IdCookie
  /** Whether people who log out stay logged in: another of its flaws. */
  readonly keepsLoggedIn?: boolean
}

const EXPRESS_SESSION = 'express-session'
export const NEST = ['express', '@nestjs/common', '@nestjs/core', '@nestjs/platform-express', 'reflect-metadata']
const NEST_ON_FASTIFY = ['@nestjs/common', '@nestjs/core', '@nestjs/platform-fastify', 'reflect-metadata']
const FASTIFY_SESSION = ['fastify', '@fastify/cookie', '@fastify/session']

const ELYSIA = ['elysia', '@elysiajs/node']
const HAPI = '@hapi/hapi'
export const YAR = [HAPI, '@hapi/yar']
/** The last version that keeps sessions, and can be called without a build. */
export const TANSTACK_START = ['@tanstack/start-server-core30', '@hono/node-server']
export const HONO = ['hono', '@hono/node-server']

/** Programs with a session that the server keeps; each has all five flaws, or four where nobody can supply IDs. */
export const SERVER_SESSIONS: readonly Program[] = [
  { library: EXPRESS_SESSION, path: 'express-session/callbacks.cjs', libraries: ['express4', EXPRESS_SESSION], id: expressCookie('connect.sid') },
  { library: EXPRESS_SESSION, path: 'express-session/async.mjs', libraries: ['express', EXPRESS_SESSION], id: expressCookie('connect.sid') },
  { library: EXPRESS_SESSION, path: 'express-session/router', libraries: ['express4', EXPRESS_SESSION], id: expressCookie('app.sid') },
  { library: EXPRESS_SESSION, path: 'express-session/controller.ts', libraries: ['express', EXPRESS_SESSION, 'uuid'], id: expressCookie('connect.sid') },
  { library: EXPRESS_SESSION, path: 'express-session/nest.ts', libraries: [...NEST, EXPRESS_SESSION], id: expressCookie('connect.sid') },
  { library: 'koa-session', path: 'koa-session/middleware.mjs', libraries: ['koa', 'koa-session'], id: plainCookie('shop') },
  { library: 'koa-session', path: 'koa-session/controller.ts', libraries: ['koa', 'koa-session6'], id: koaCookie('koa.sess') },
  { library: 'koa-session', path: 'koa-session/chain.cjs', libraries: ['koa', 'koa-session6'], id: koaCookie('sid') },
  { library: 'koa-generic-session', path: 'koa-generic-session/functions.cjs', libraries: ['koa', 'koa-generic-session'], id: koaCookie('koa.sid') },
  { library: 'koa-generic-session', path: 'koa-generic-session/typed.ts', libraries: ['koa', 'koa-generic-session'], id: plainCookie('koa.sid') },
  { library: '@fastify/session', path: 'fastify-session/callbacks.cjs', libraries: FASTIFY_SESSION, id: fastifyCookie('sessionId'), keepsLoggedIn: true },
  { library: '@fastify/session', path: 'fastify-session/async.mjs', libraries: FASTIFY_SESSION, id: fastifyCookie('sid'), keepsLoggedIn: true },
  { library: '@fastify/session', path: 'fastify-session/plugin.ts', libraries: FASTIFY_SESSION, id: fastifyCookie('sessionId'), keepsLoggedIn: true },
  { library: '@fastify/session', path: 'fastify-session/nest.ts', libraries: [...FASTIFY_SESSION, ...NEST_ON_FASTIFY], id: fastifyCookie('sessionId'), keepsLoggedIn: true },
  { library: 'hono-sessions', path: 'hono-sessions/callbacks.cjs', libraries: [...HONO, 'hono-sessions'] },
  { library: 'hono-sessions', path: 'hono-sessions/typed.ts', libraries: [...HONO, 'hono-sessions'] },
]

/** Programs with a session on the server that ends by itself, and whose IDs are sealed. */
export const ENDING_SESSIONS: readonly Program[] = [
  { library: '@hapi/yar', path: 'hapi-yar/records.cjs', libraries: YAR },
  { library: '@hapi/yar', path: 'hapi-yar/typed.ts', libraries: YAR },
]

/** Programs with a session in the cookie itself. */
export const CLIENT_SESSIONS: readonly Program[] = [
  { library: 'cookie-session', path: 'cookie-session/callbacks.cjs', libraries: ['express4', 'cookie-session'], keepsLoggedIn: true },
  { library: 'cookie-session', path: 'cookie-session/typed.ts', libraries: ['express', 'cookie-session'], keepsLoggedIn: true },
  { library: '@fastify/secure-session', path: 'secure-session/async.mjs', libraries: ['fastify', '@fastify/secure-session'], keepsLoggedIn: true },
  { library: '@fastify/secure-session', path: 'secure-session/callbacks.cjs', libraries: ['fastify', '@fastify/secure-session'], keepsLoggedIn: true },
]

/** Programs with a session that is sealed in the cookie, and has a logout that works. */
export const SEALED_SESSIONS: readonly Program[] = [
  { library: 'iron-session', path: 'iron-session/node.mjs', libraries: ['iron-session8'] },
  { library: 'iron-session', path: 'iron-session/typed.ts', libraries: ['express', 'iron-session8'] },
  { library: 'react-router', path: 'react-router/cookie-storage', libraries: ['react-router7'] },
  { library: 'react-router', path: 'react-router/remix.cjs', libraries: ['@remix-run/node'] },
  { library: 'h3/session', path: 'h3-session/handlers.cjs', libraries: ['h31'] },
  { library: 'h3/session', path: 'h3-session/typed.ts', libraries: ['h3'] },
  { library: '@tanstack/react-start/session', path: 'tanstack-start-session/routes.mjs', libraries: TANSTACK_START },
  { library: '@tanstack/react-start/session', path: 'tanstack-start-session/typed.ts', libraries: TANSTACK_START },
  { library: '@hapi/yar', path: 'hapi-yar/sealed.mjs', libraries: YAR },
  { library: '@hapi/yar', path: 'hapi-yar/sealed.ts', libraries: YAR },
  { library: '@hapi/cookie', path: 'hapi-cookie/strategy.cjs', libraries: [HAPI, '@hapi/cookie'] },
  { library: '@hapi/cookie', path: 'hapi-cookie/plugin.mjs', libraries: [HAPI, '@hapi/cookie'] },
]

/** Programs that ask for the session of a request by hand, and have a logout that works. */
export const ASKED_SESSIONS: readonly Program[] = [
  { library: 'react-router:server-sessions', path: 'react-router/records.mjs', libraries: ['react-router7'], id: jsonCookie('shop_session') },
  { library: 'react-router:server-sessions', path: 'react-router/memory.ts', libraries: ['react-router7'] },
]

/** Programs with a session on the server, whose cookie no script can ever read. */
export const UNREADABLE_SESSIONS: readonly Program[] = [
  { library: 'astro/session', path: 'astro-session/endpoints', libraries: ['astro', 'unstorage'], type: 'module' },
  { library: 'astro/session', path: 'astro-session/destructured', libraries: ['astro', 'unstorage'], type: 'module' },
]

/** Programs that keep sessions by themselves, and write a cookie with an ID of their own making. */
export const COOKIES: readonly Program[] = [
  { library: 'express', path: 'express/callbacks.cjs', libraries: ['express4'], id: plainCookie('session_id') },
  { library: 'express', path: 'express/async.mjs', libraries: ['express', 'cookie-parser'], id: plainCookie('auth_token') },
  { library: 'express', path: 'express/nest.ts', libraries: [...NEST, 'cookie-parser'], id: plainCookie('sid') },
  { library: '@fastify/cookie', path: 'fastify-cookie/callbacks.cjs', libraries: ['fastify', '@fastify/cookie'], id: plainCookie('sessionId') },
  { library: '@fastify/cookie', path: 'fastify-cookie/typed.ts', libraries: ['fastify', '@fastify/cookie'], id: plainCookie('sid') },
  { library: 'koa', path: 'koa/functions.cjs', libraries: ['koa'], id: plainCookie('sid') },
  { library: 'koa', path: 'koa/typed.ts', libraries: ['koa'], id: plainCookie('session') },
  { library: 'node:http', path: 'node-http/set-header.cjs', libraries: [], id: plainCookie('sid') },
  { library: 'node:http', path: 'node-http/write-head.ts', libraries: [], id: plainCookie('session') },
  { library: 'next', path: 'next/routes', libraries: ['next'], type: 'module', id: plainCookie('session') },
  { library: 'next', path: 'next/response.ts', libraries: ['next'], id: plainCookie('sid') },
  { library: 'hono', path: 'hono/chain.mjs', libraries: HONO, id: plainCookie('session_id') },
  { library: 'hono', path: 'hono/factory.ts', libraries: HONO, id: plainCookie('sid') },
  { library: 'elysia', path: 'elysia/chain.mjs', libraries: ELYSIA, id: plainCookie('session') },
  { library: 'elysia', path: 'elysia/plugin.ts', libraries: ELYSIA, id: plainCookie('sid') },
  { library: '@tinyhttp/app', path: 'tinyhttp/constant.mjs', libraries: ['@tinyhttp/app'], id: plainCookie('sid') },
  { library: '@tinyhttp/app', path: 'tinyhttp/typed.ts', libraries: ['@tinyhttp/app'], id: plainCookie('auth_token') },
  { library: 'Response', path: 'response/worker', libraries: [], type: 'module', id: plainCookie('sid') },
  { library: 'Response', path: 'response/typed.ts', libraries: [], id: plainCookie('session') },
  { library: 'aws-lambda', path: 'aws-lambda/rest', libraries: ['@types/aws-lambda'], id: plainCookie('sid') },
  { library: 'aws-lambda', path: 'aws-lambda/http-api.ts', libraries: ['@types/aws-lambda'], id: plainCookie('session_token') },
  { library: 'cookie', path: 'cookie/serialize.cjs', libraries: ['cookie07'], id: plainCookie('sid') },
  { library: 'cookie', path: 'cookie/typed.ts', libraries: ['cookie1'], id: plainCookie('session_id') },
  { library: 'astro', path: 'astro/endpoints', libraries: ['astro'], type: 'module', id: plainCookie('session_id') },
  { library: 'astro', path: 'astro/typed.ts', libraries: ['astro'], id: plainCookie('sid') },
  { library: 'h3', path: 'h3/router.mjs', libraries: ['h31'], id: plainCookie('session_id') },
  { library: 'h3', path: 'h3/typed.ts', libraries: ['h3'], id: plainCookie('sid') },
  { library: '@tanstack/react-start', path: 'tanstack-start/routes.mjs', libraries: TANSTACK_START, id: plainCookie('session_id') },
  { library: '@tanstack/react-start', path: 'tanstack-start/typed.ts', libraries: TANSTACK_START, id: plainCookie('sid') },
  { library: 'cookies', path: 'cookies/node.cjs', libraries: ['cookies'], id: plainCookie('session') },
  { library: 'cookies', path: 'cookies/express.mjs', libraries: ['express', 'cookies'], id: plainCookie('sid') },
  { library: 'react-router', path: 'react-router/create-cookie.mjs', libraries: ['react-router7'], id: jsonCookie('session') },
  { library: '@remix-run/cookie', path: 'remix-cookie/typed.ts', libraries: ['@remix-run/cookie'], id: base64Cookie('sid') },
  { library: '@sveltejs/kit', path: 'sveltekit/endpoints', libraries: ['@sveltejs/kit2'], type: 'module', id: plainCookie('session') },
  { library: '@sveltejs/kit', path: 'sveltekit/hooks.server.ts', libraries: ['@sveltejs/kit2'], id: plainCookie('auth-session') },
  { library: HAPI, path: 'hapi/routes.cjs', libraries: [HAPI], id: plainCookie('sid') },
  { library: HAPI, path: 'hapi/plugin.ts', libraries: [HAPI], id: plainCookie('session_id') },
]

/** Programs that keep sessions by themselves, and forget none when somebody logs out. */
export const FORGETFUL_LOGOUTS: readonly Program[] = [
  { library: 'express', path: 'hand-made/map.mjs', libraries: ['express', 'cookie-parser'] },
  { library: 'node:http', path: 'hand-made/object.cjs', libraries: [] },
  { library: 'koa', path: 'hand-made/typed.ts', libraries: ['koa'] },
]

/** Programs whose passport, before 0.6, keeps the session at login. */
export const PASSPORT_LOGINS: readonly Program[] = [
  { library: 'passport', path: 'passport/custom-callback.cjs', libraries: ['express4', EXPRESS_SESSION, 'passport05'] },
  { library: 'passport', path: 'passport/signup.mjs', libraries: ['express', EXPRESS_SESSION, 'passport05'] },
]

/** Programs with one flaw or two, in shapes of their own. */
export const PROGRAM = {
  recordsOfClient: { library: 'express', path: 'hand-made/client', libraries: ['express4', 'cookie-parser'] },
  alias: { library: EXPRESS_SESSION, path: 'express-session/alias.ts', libraries: ['express', EXPRESS_SESSION] },
  untyped: { library: EXPRESS_SESSION, path: 'express-session/untyped.ts', libraries: ['express', EXPRESS_SESSION] },
  returnTo: { library: EXPRESS_SESSION, path: 'express-session/return-to.cjs', libraries: ['express', EXPRESS_SESSION] },
  audit: { library: EXPRESS_SESSION, path: 'express-session/audit.mjs', libraries: ['express4', EXPRESS_SESSION] },
  caught: { library: EXPRESS_SESSION, path: 'express-session/try.cjs', libraries: ['express4', EXPRESS_SESSION], keepsLoggedIn: true },
  workspace: { library: EXPRESS_SESSION, path: 'express-session/workspace', libraries: ['express', EXPRESS_SESSION], manifest: 'names nothing' },
  cookieFunction: { library: EXPRESS_SESSION, path: 'express-session/cookie-function.cjs', libraries: ['express', EXPRESS_SESSION] },
  sayNothing: { library: EXPRESS_SESSION, path: 'passport/signup.mjs', libraries: ['express', EXPRESS_SESSION, 'passport05'] },
  remember: { library: EXPRESS_SESSION, path: 'express-session/remember.cjs', libraries: ['express4', EXPRESS_SESSION, 'cookie-parser'], id: plainCookie('remember_me') },
  untested: { library: EXPRESS_SESSION, path: 'express-session/untested.cjs', libraries: ['express4', EXPRESS_SESSION] },
  lockedStore: { library: EXPRESS_SESSION, path: 'express-session/locked-store.cjs', libraries: ['express', EXPRESS_SESSION] },
  abandoned: { library: EXPRESS_SESSION, path: 'express-session/abandoned.mjs', libraries: ['express', EXPRESS_SESSION], keepsLoggedIn: true },
  remixSession: { library: '@remix-run/session', path: 'remix-session/memory.mjs', libraries: ['@remix-run/cookie', '@remix-run/session'] },
  reactRouterForgets: { library: 'react-router:server-sessions', path: 'react-router/forgets.ts', libraries: ['react-router7'] },
  koaSessionForgets: { library: 'koa-session', path: 'koa-session/forgets.mjs', libraries: ['koa', 'koa-session'] },
  koaGenericForgets: { library: 'koa-generic-session', path: 'koa-generic-session/forgets.cjs', libraries: ['koa', 'koa-generic-session'] },
  honoForgets: { library: 'hono-sessions', path: 'hono-sessions/callbacks.cjs', libraries: [...HONO, 'hono-sessions'], changes: [["deleteCookie(c, 'shop')", "c.get('session').forget('user')"]] },
  slowStore: { library: '@fastify/session', path: 'fastify-session/slow-store.mjs', libraries: FASTIFY_SESSION, keepsLoggedIn: true },
  yarForgets: { library: '@hapi/yar', path: 'hapi-yar/forgets.cjs', libraries: YAR },
  chain: { library: '@fastify/session', path: 'fastify-session/chain.cjs', libraries: FASTIFY_SESSION },
  optional: { library: 'astro/session', path: 'astro-session/typed.ts', libraries: ['astro', 'unstorage'] },
  page: { library: 'express', path: 'express/page.cjs', libraries: ['express'] },
  cookieWorkspace: { library: 'express', path: 'express/workspace', libraries: ['express'], manifest: 'names nothing', id: plainCookie('sid') },
  short: { library: 'express', path: 'express/short.mjs', libraries: ['express', 'cookie-parser', 'nanoid'], id: plainCookie('sessionId') },
  cut: { library: 'node:http', path: 'node-http/cut.ts', libraries: [], id: plainCookie('sid') },
} as const satisfies Readonly<Record<string, Program>>
