import { cookieParser } from './cookie-parser.js'
import { cookieSession } from './cookie-session.js'
import { cookies } from './cookies.js'
import { expressSession } from './express-session.js'
import { express } from './express.js'
import { fastifyCookie } from './fastify-cookie.js'
import { fastifySecureSession } from './fastify-secure-session.js'
import { fastifySession } from './fastify-session.js'
import { fastify } from './fastify.js'
import type { Framework } from './framework.js'
import { koaGenericSession } from './koa-generic-session.js'
import { koaSession } from './koa-session.js'
import { koa } from './koa.js'
import { nestjs } from './nestjs.js'
import { nodeHttp } from './node-http.js'
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
  localStorage,
  sessionStorage,
]
