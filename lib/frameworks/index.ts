import { cookieParser } from './cookie-parser.js'
import { cookieSession } from './cookie-session.js'
import { cookies } from './cookies.js'
import { expressJwt } from './express-jwt.js'
import { consoleLog } from './console.js'
import { cors } from './cors.js'
import { expressSession } from './express-session.js'
import { express } from './express.js'
import { fastJwt } from './fast-jwt.js'
import { fastifyCookie } from './fastify-cookie.js'
import { fastifyCors } from './fastify-cors.js'
import { fastifyJwt } from './fastify-jwt.js'
import { fastifySecureSession } from './fastify-secure-session.js'
import { fastifySession } from './fastify-session.js'
import { fastify } from './fastify.js'
import type { Framework } from './framework.js'
import { honoCors } from './hono-cors.js'
import { honoJwt } from './hono-jwt.js'
import { jose } from './jose.js'
import { jsonwebtoken } from './jsonwebtoken.js'
import { jwtDecode } from './jwt-decode.js'
import { jwtSimple } from './jwt-simple.js'
import { koaCors } from './koa-cors.js'
import { koaGenericSession } from './koa-generic-session.js'
import { koaJwt } from './koa-jwt.js'
import { koaSession } from './koa-session.js'
import { koa } from './koa.js'
import { nestjsCore } from './nestjs-core.js'
import { nestjsJwt } from './nestjs-jwt.js'
import { bunyan, morgan, pino, winston } from './loggers.js'
import { nestjs } from './nestjs.js'
import { nodeHttp } from './node-http.js'
import { passportJwt } from './passport-jwt.js'
import { passport } from './passport.js'
import { localStorage, sessionStorage } from './web-storage.js'

/** Every library that the rules know. */
export const frameworks: readonly Framework[] = [
  express,
  expressSession,
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
  cookies,
  nestjs,
  nodeHttp,
  jsonwebtoken,
  jose,
  fastJwt,
  fastifyJwt,
  nestjsJwt,
  honoJwt,
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
  localStorage,
  sessionStorage,
  consoleLog,
  pino,
  winston,
  bunyan,
  morgan,
]
