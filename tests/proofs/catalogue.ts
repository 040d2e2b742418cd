import type { Source } from './program-folder.js'
import { expressCookie, fastifyCookie, koaCookie, plainCookie, type IdCookie } from './session-id.js'

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
const NEST = ['express', '@nestjs/common', '@nestjs/core', '@nestjs/platform-express', 'reflect-metadata']
const FASTIFY_SESSION = ['fastify', '@fastify/cookie', '@fastify/session']

const HONO = ['hono', '@hono/node-server']

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
  { library: 'hono-sessions', path: 'hono-sessions/callbacks.cjs', libraries: [...HONO, 'hono-sessions'] },
  { library: 'hono-sessions', path: 'hono-sessions/typed.ts', libraries: [...HONO, 'hono-sessions'] },
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
  { library: 'Response', path: 'response/worker', libraries: [], type: 'module', id: plainCookie('sid') },
  { library: 'Response', path: 'response/typed.ts', libraries: [], id: plainCookie('session') },
  { library: 'aws-lambda', path: 'aws-lambda/rest', libraries: ['@types/aws-lambda'], id: plainCookie('sid') },
  { library: 'aws-lambda', path: 'aws-lambda/http-api.ts', libraries: ['@types/aws-lambda'], id: plainCookie('session_token') },
  { library: 'cookie', path: 'cookie/serialize.cjs', libraries: ['cookie07'], id: plainCookie('sid') },
  { library: 'cookie', path: 'cookie/typed.ts', libraries: ['cookie1'], id: plainCookie('session_id') },
  { library: 'cookies', path: 'cookies/node.cjs', libraries: ['cookies'], id: plainCookie('session') },
  { library: 'cookies', path: 'cookies/express.mjs', libraries: ['express', 'cookies'], id: plainCookie('sid') },
]

/** Programs whose passport, before 0.6, keeps the session at login. */
export const PASSPORT_LOGINS: readonly Program[] = [
  { library: 'passport', path: 'passport/custom-callback.cjs', libraries: ['express4', EXPRESS_SESSION, 'passport05'] },
  { library: 'passport', path: 'passport/signup.mjs', libraries: ['express', EXPRESS_SESSION, 'passport05'] },
]

/** Programs with one flaw or two, in shapes of their own. */
export const PROGRAM = {
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
  koaSessionForgets: { library: 'koa-session', path: 'koa-session/forgets.mjs', libraries: ['koa', 'koa-session'] },
  koaGenericForgets: { library: 'koa-generic-session', path: 'koa-generic-session/forgets.cjs', libraries: ['koa', 'koa-generic-session'] },
  slowStore: { library: '@fastify/session', path: 'fastify-session/slow-store.mjs', libraries: FASTIFY_SESSION, keepsLoggedIn: true },
  chain: { library: '@fastify/session', path: 'fastify-session/chain.cjs', libraries: FASTIFY_SESSION },
  page: { library: 'express', path: 'express/page.cjs', libraries: ['express'] },
  cookieWorkspace: { library: 'express', path: 'express/workspace', libraries: ['express'], manifest: 'names nothing', id: plainCookie('sid') },
  short: { library: 'express', path: 'express/short.mjs', libraries: ['express', 'cookie-parser', 'nanoid'], id: plainCookie('sessionId') },
  cut: { library: 'node:http', path: 'node-http/cut.ts', libraries: [], id: plainCookie('sid') },
} as const satisfies Readonly<Record<string, Program>>
