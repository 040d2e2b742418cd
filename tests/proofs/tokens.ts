import type { Program } from './catalogue.js'

const EXPRESS = ['express4', 'cookie-parser']
const NEST = ['express', 'cookie-parser', '@nestjs/common', '@nestjs/core', '@nestjs/jwt', '@nestjs/platform-express', 'reflect-metadata']
const FASTIFY = ['fastify', '@fastify/cookie']
const HONO = ['hono', '@hono/node-server']

/** Programs that let users in with a token in the cookie `access`, which ends soon; each has one flaw only, by a change. */
export const TOKENS = {
  jsonwebtoken: { library: 'jsonwebtoken', path: 'jsonwebtoken/callbacks.cjs', libraries: [...EXPRESS, 'jsonwebtoken'] },
  typed: { library: 'jsonwebtoken', path: 'jsonwebtoken/typed.ts', libraries: ['express', 'cookie-parser', 'jsonwebtoken'] },
  keyPair: { library: 'jsonwebtoken', path: 'jsonwebtoken/key-pair.cjs', libraries: [...EXPRESS, 'jsonwebtoken8'] },
  jose: { library: 'jose', path: 'jose/async.mjs', libraries: [...HONO, 'jose'] },
  joseTyped: { library: 'jose', path: 'jose/typed.ts', libraries: ['jose'] },
  fastJwt: { library: 'fast-jwt', path: 'fast-jwt/made.mjs', libraries: [...FASTIFY, 'fast-jwt'] },
  fastifyJwt: { library: '@fastify/jwt', path: 'fastify-jwt/plugin.cjs', libraries: [...FASTIFY, '@fastify/jwt'] },
  nestjsJwt: { library: '@nestjs/jwt', path: 'nestjs-jwt/service.ts', libraries: NEST },
  honoJwt: { library: 'hono/jwt', path: 'hono-jwt/functions.mjs', libraries: HONO },
  honoMiddleware: { library: 'hono/jwt', path: 'hono-jwt/middleware.ts', libraries: HONO },
  elysiajsJwt: { library: '@elysiajs/jwt', path: 'elysiajs-jwt/plugin.mjs', libraries: ['elysia', '@elysiajs/node', '@elysiajs/jwt'] },
  expressJwt: { library: 'express-jwt', path: 'express-jwt/middleware.mjs', libraries: ['express', 'cookie-parser', 'express-jwt', 'jsonwebtoken'] },
  koaJwt: { library: 'koa-jwt', path: 'koa-jwt/middleware.cjs', libraries: ['koa', 'koa-jwt', 'jsonwebtoken'] },
  passportJwt: { library: 'passport-jwt', path: 'passport-jwt/strategy.mjs', libraries: ['express', 'cookie-parser', 'passport', 'passport-jwt', 'jsonwebtoken'] },
  jwtSimple: { library: 'jwt-simple', path: 'jwt-simple/functions.cjs', libraries: [...EXPRESS, 'jwt-simple'] },
} as const satisfies Readonly<Record<string, Program>>
