import { adonisjs } from './adonisjs.js'
import { adonisjsAuth } from './adonisjs-auth.js'
import { adonisjsSession } from './adonisjs-session.js'
import { astro } from './astro.js'
import { astroSession } from './astro-session.js'
import { authCore } from './auth-core.js'
import { awsLambda } from './aws-lambda.js'
import { betterAuth } from './better-auth.js'
import { bun } from './bun.js'
import { connectMongo } from './connect-mongo.js'
import { connectPgSimple } from './connect-pg-simple.js'
import { connectRedis } from './connect-redis.js'
import { consoleLog } from './console.js'
import { cookie } from './cookie.js'
import { cookieParser } from './cookie-parser.js'
import { cookieSession } from './cookie-session.js'
import { cookieStore } from './cookie-store.js'
import { cookies } from './cookies.js'
import { cookiesNext } from './cookies-next.js'
import { cors } from './cors.js'
import { csrfCsrf } from './csrf-csrf.js'
import { csrfSync } from './csrf-sync.js'
import { csurf } from './csurf.js'
import { documentCookie } from './document-cookie.js'
import { elysia } from './elysia.js'
import { elysiajsJwt } from './elysiajs-jwt.js'
import { express } from './express.js'
import { expressJwt } from './express-jwt.js'
import { expressSession } from './express-session.js'
import { fastJwt } from './fast-jwt.js'
import { fastify } from './fastify.js'
import { fastifyCookie } from './fastify-cookie.js'
import { fastifyCors } from './fastify-cors.js'
import { fastifyCsrfProtection } from './fastify-csrf-protection.js'
import { fastifyJwt } from './fastify-jwt.js'
import { fastifySecureSession } from './fastify-secure-session.js'
import { fastifySession } from './fastify-session.js'
import type { Framework } from './framework.js'
import { h3 } from './h3.js'
import { h3Session } from './h3-session.js'
import { hapi } from './hapi.js'
import { hapiCookie } from './hapi-cookie.js'
import { hapiYar } from './hapi-yar.js'
import { hono } from './hono.js'
import { honoCors } from './hono-cors.js'
import { honoJwt } from './hono-jwt.js'
import { honoSessions } from './hono-sessions.js'
import { ironSession } from './iron-session.js'
import { ironSessionOfRequests } from './iron-session-of-requests.js'
import { jose } from './jose.js'
import { jsCookie } from './js-cookie.js'
import { jsonwebtoken } from './jsonwebtoken.js'
import { jwtDecode } from './jwt-decode.js'
import { jwtSimple } from './jwt-simple.js'
import { koa } from './koa.js'
import { koaCors } from './koa-cors.js'
import { koaGenericSession } from './koa-generic-session.js'
import { koaJwt } from './koa-jwt.js'
import { koaSession } from './koa-session.js'
import { bunyan, morgan, pino, winston } from './loggers.js'
import { lucia } from './lucia.js'
import { lusca } from './lusca.js'
import { memorystore } from './memorystore.js'
import { nestjs } from './nestjs.js'
import { nestjsCore } from './nestjs-core.js'
import { nestjsJwt } from './nestjs-jwt.js'
import { next } from './next.js'
import { nextAuth } from './next-auth.js'
import { nodeHttp } from './node-http.js'
import { nookies } from './nookies.js'
import { nuxt } from './nuxt.js'
import { nuxtAuthUtils } from './nuxt-auth-utils.js'
import { passport } from './passport.js'
import { passportJwt } from './passport-jwt.js'
import { reactCookie } from './react-cookie.js'
import { reactRouter } from './react-router.js'
import { reactRouterServerSessions } from './react-router-server-sessions.js'
import { remixCookie } from './remix-cookie.js'
import { remixSession } from './remix-session.js'
import { response } from './response.js'
import { sessionFileStore } from './session-file-store.js'
import { socketIo } from './socket-io.js'
import { stdHttp } from './std-http.js'
import { supertokensNode } from './supertokens-node.js'
import { svelteKit } from './sveltekit.js'
import { tanstackStart } from './tanstack-start.js'
import { tanstackStartSession } from './tanstack-start-session.js'
import { tinyhttp } from './tinyhttp.js'
import { universalCookie } from './universal-cookie.js'
import { localStorage, sessionStorage } from './web-storage.js'

/** Every library that the rules know. */
export const frameworks: readonly Framework[] = [
  express,
  expressSession,
  connectRedis,
  connectMongo,
  connectPgSimple,
  sessionFileStore,
  memorystore,
  cookieSession,
  cookieParser,
  passport,
  koa,
  koaSession,
  koaGenericSession,
  fastify,
  fastifyCookie,
  fastifySession,
  fastifySecureSession,
  hapi,
  hapiYar,
  hapiCookie,
  cookies,
  nestjs,
  next,
  ironSession,
  ironSessionOfRequests,
  astro,
  astroSession,
  h3,
  h3Session,
  nuxt,
  nuxtAuthUtils,
  tanstackStart,
  tanstackStartSession,
  nextAuth,
  authCore,
  betterAuth,
  lucia,
  supertokensNode,
  hono,
  honoSessions,
  elysia,
  tinyhttp,
  adonisjs,
  adonisjsSession,
  adonisjsAuth,
  nodeHttp,
  jsonwebtoken,
  jose,
  fastJwt,
  fastifyJwt,
  nestjsJwt,
  honoJwt,
  elysiajsJwt,
  expressJwt,
  koaJwt,
  passportJwt,
  jwtSimple,
  jwtDecode,
  cors,
  fastifyCors,
  honoCors,
  koaCors,
  nestjsCore,
  csurf,
  csrfCsrf,
  csrfSync,
  lusca,
  fastifyCsrfProtection,
  localStorage,
  sessionStorage,
  consoleLog,
  pino,
  winston,
  bunyan,
  morgan,
  cookie,
  response,
  awsLambda,
  stdHttp,
  bun,
  socketIo,
  jsCookie,
  universalCookie,
  reactCookie,
  cookiesNext,
  nookies,
  documentCookie,
  cookieStore,
  reactRouter,
  reactRouterServerSessions,
  remixCookie,
  remixSession,
  svelteKit,
]
