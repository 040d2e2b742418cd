import rule from '../../lib/rules/require-jwt-algorithms.js'
import { fileIn, ruleTester, type ExpectedError, type InvalidCase, type ValidCase } from '../rule-tester.js'

const HEAD = `import jwt from 'jsonwebtoken'\n`
const JOSE = `import { createRemoteJWKSet, EmbeddedJWK, importJWK, jwtVerify, SignJWT } from 'jose'\n`
const EXPLICIT = { options: [{ requireExplicit: true }] }
const TS = { filename: fileIn('fixtures/jwt.strategy.ts') }

function valid(name: string, code: string, more: Partial<ValidCase> = {}): ValidCase {
  return { name, code, ...more }
}

function invalid(name: string, code: string, error: ExpectedError, more: Partial<ValidCase> = {}): InvalidCase {
  return { name, code, output: null, errors: [error], ...more }
}

/** A verification with some algorithms, and those that are kept. */
function listed(name: string, key: string, list: string, messageId: 'mixed' | 'none', data: Readonly<Record<string, unknown>>, kept?: readonly [names: string, list: string]): InvalidCase {
  const code = (algorithms: string) => `${HEAD}jwt.verify(token, ${key}, { algorithms: ${algorithms} })`
  const suggestions = kept ? [{ messageId: 'keep', data: { names: kept[0] }, output: code(kept[1]) }] : []
  return invalid(name, code(list), { messageId, data: { name: '', ...data }, suggestions })
}

function missing(name: string, code: string, added?: readonly [algorithm: string, output: string], more: Partial<ValidCase> = {}): InvalidCase {
  const suggestions = added ? [{ messageId: 'add', data: { name: added[0] }, output: added[1] }] : []
  return invalid(name, code, { messageId: 'missing', data: { option: 'algorithms' }, suggestions }, { ...EXPLICIT, ...more })
}

ruleTester.run(rule.name, rule, {
  valid: [
    valid('one algorithm', `${HEAD}jwt.verify(token, key, { algorithms: ['HS256'] })`, EXPLICIT),
    valid('a key of its own that is found by what the header says', `${HEAD}const { jwk } = jwt.decode(token, { complete: true }).header; jwt.verify(token, trusted[jwk.kid], { algorithms: ['RS256'] })`, EXPLICIT),
    valid('several of a secret', `${HEAD}jwt.verify(token, key, { algorithms: ['HS256', 'HS512'] })`, EXPLICIT),
    valid('several of pairs of keys', `${HEAD}jwt.verify(token, key, { algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'] })`, EXPLICIT),
    valid('no list, where that is allowed', `${HEAD}jwt.verify(token, key)`),
    valid('options that nobody can see', `${HEAD}jwt.verify(token, key, options)`, EXPLICIT),
    valid('a spread that may have a list', `${HEAD}jwt.verify(token, key, { ...options, issuer })`, EXPLICIT),
    valid('a list that nobody can see', `${HEAD}jwt.verify(token, key, { algorithms: config.algorithms })`, EXPLICIT),
    valid('an algorithm from elsewhere beside one of a secret', `${HEAD}jwt.verify(token, key, { algorithms: ['HS256', config.algorithm] })`, EXPLICIT),
    valid('a method that is handed over', `import { promisify } from 'node:util'\n${HEAD}const verify = promisify(jwt.verify)`, EXPLICIT),
    valid('a middleware that refuses to start without a list', `import { expressjwt } from 'express-jwt'\nexpressjwt({ secret })`, EXPLICIT),
    valid('a plugin that is registered elsewhere', `import '@fastify/jwt'\nimport Fastify from 'fastify'\nFastify().get('/', async (request) => { await request.jwtVerify() })`, EXPLICIT),
    valid('a plugin with a list', `import jwt from '@fastify/jwt'\napp.register(jwt, { secret, verify: { algorithms: ['HS256'] } })`, EXPLICIT),
    valid('a service whose module may have a list', `import { JwtService } from '@nestjs/jwt'\nclass Guard { constructor(private jwt: JwtService) {} check(token: string) { return this.jwt.verify(token, { secret }) } }`, { ...EXPLICIT, ...TS }),
    valid('a module, as a strategy may verify', `import { JwtModule } from '@nestjs/jwt'\nJwtModule.register({ secret })`, { ...EXPLICIT, ...TS }),
    valid('an algorithm that is a parameter', `import { verify } from 'hono/jwt'\nawait verify(token, key, 'HS256')`, EXPLICIT),
    valid('a library without a list', `import jwt from 'jwt-simple'\njwt.decode(token, key)`, EXPLICIT),
    valid('keys of an issuer that is known', `${JOSE}const keys = createRemoteJWKSet(new URL('https://login.example/jwks.json'))\nawait jwtVerify(token, keys, { algorithms: ['RS256'] })`, EXPLICIT),
    valid('a key by its name in the header', `${HEAD}const { header } = jwt.decode(token, { complete: true })\njwt.verify(token, keys[header.kid], { algorithms: ['RS256'] })`, EXPLICIT),
    valid('a function that finds a key by its name', `${HEAD}function getKey(header, done) { client.getSigningKey(header.kid, (err, key) => done(err, key.getPublicKey())) }\njwt.verify(token, getKey, { algorithms: ['RS256'] }, done)`, EXPLICIT),
    valid('a key that proves possession', `${JOSE}async function verifyDpopProof(proof) { const { jwk } = decodeProtectedHeader(proof); return jwtVerify(proof, await importJWK(jwk), { algorithms: ['ES256'] }) }`, EXPLICIT),
    valid('a key that is embedded by design', `${JOSE}await jwtVerify(proof, EmbeddedJWK, { algorithms: ['ES256'] })`, EXPLICIT),
    valid('a tool', `${HEAD}jwt.verify(token, key, { algorithms: ['none'] })`, { filename: fileIn('fixtures/tools/verify.js') }),
    valid('a list of something else', `compress(token, key, { algorithms: ['none', 'HS256', 'RS256'] })`, EXPLICIT),
  ],
  invalid: [
    missing('a method that is promisified', `import { promisify } from 'node:util'\n${HEAD}const decoded = await promisify(jwt.verify)(token, process.env.JWT_SECRET)`, [
      'HS256',
      `import { promisify } from 'node:util'\n${HEAD}const decoded = await promisify(jwt.verify)(token, process.env.JWT_SECRET, { algorithms: ['HS256'] })`,
    ]),
    listed('no signature, alone', `''`, `['none']`, 'none', { name: 'none', names: '`none`' }),
    listed('no signature, alone, with a secret', `process.env.JWT_SECRET`, `['none']`, 'none', { name: 'none', names: '`none`' }, ['`HS256`', `['HS256']`]),
    listed('no signature, among others', `key`, `['HS256', 'none']`, 'none', { name: 'none', names: '`HS256` and `none`' }, ['`HS256`', `['HS256']`]),
    listed('no signature, in capitals', `key`, `['HS256', 'HS512', 'NONE']`, 'none', { name: 'NONE', names: '`HS256` and `HS512` and `NONE`' }, ['`HS256` and `HS512`', `['HS256', 'HS512']`]),
    listed('a secret and a pair of keys, with a key that may be either', `key`, `['HS256', 'RS256']`, 'mixed', { names: '`HS256` and `RS256`' }),
    listed('a secret and a pair of keys, with a public key', `PUBLIC_KEY`, `['HS256', 'RS256', 'ES256']`, 'mixed', { names: '`HS256` and `RS256` and `ES256`' }, ['`RS256` and `ES256`', `['RS256', 'ES256']`]),
    listed('a secret and a pair of keys, with a secret', `process.env.JWT_SECRET`, `['HS256', 'RS256']`, 'mixed', { names: '`HS256` and `RS256`' }, ['`HS256`', `['HS256']`]),
    listed('everything', `publicKey`, `['none', 'HS256', 'EdDSA']`, 'none', { name: 'none', names: '`none` and `HS256` and `EdDSA`' }, ['`EdDSA`', `['EdDSA']`]),
    invalid('no signature beside an algorithm from elsewhere, which an edit would lose', `${HEAD}jwt.verify(token, key, { algorithms: [config.algorithm, 'none'] })`, { messageId: 'none', data: { name: 'none', names: '`none`' }, line: 2, column: 38, endColumn: 64 }),
    invalid('a constant list', `${HEAD}const ALGORITHMS = ['HS256', 'RS256']\njwt.verify(token, publicKey, { algorithms: ALGORITHMS })`, { messageId: 'mixed', data: { name: '', names: '`HS256` and `RS256`' } }),
    invalid('a list that is a type’s', `${HEAD}jwt.verify(token, publicKey, { algorithms: ['HS256', 'RS256'] as Algorithm[] })`, {
      messageId: 'mixed',
      data: { name: '', names: '`HS256` and `RS256`' },
      suggestions: [{ messageId: 'keep', data: { names: '`RS256`' }, output: `${HEAD}jwt.verify(token, publicKey, { algorithms: ['RS256'] as Algorithm[] })` }],
    }, TS),
    invalid('a middleware', `import { expressjwt } from 'express-jwt'\nexpressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256', 'RS256'] })`, {
      messageId: 'mixed',
      data: { name: '', names: '`HS256` and `RS256`' },
      suggestions: [{ messageId: 'keep', data: { names: '`HS256`' }, output: `import { expressjwt } from 'express-jwt'\nexpressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] })` }],
    }),
    invalid('a plugin', `import jwt from '@fastify/jwt'\napp.register(jwt, { secret, verify: { algorithms: ['HS256', 'none'] } })`, {
      messageId: 'none',
      data: { name: 'none', names: '`HS256` and `none`' },
      suggestions: [{ messageId: 'keep', data: { names: '`HS256`' }, output: `import jwt from '@fastify/jwt'\napp.register(jwt, { secret, verify: { algorithms: ['HS256'] } })` }],
    }),
    invalid('a strategy of Nest', `import { Strategy } from 'passport-jwt'\nclass Own extends PassportStrategy(Strategy) { constructor() { super({ jwtFromRequest, secretOrKey: publicKey, algorithms: ['RS256', 'HS256'] }) } }`, {
      messageId: 'mixed',
      data: { name: '', names: '`RS256` and `HS256`' },
      suggestions: [{ messageId: 'keep', data: { names: '`RS256`' }, output: `import { Strategy } from 'passport-jwt'\nclass Own extends PassportStrategy(Strategy) { constructor() { super({ jwtFromRequest, secretOrKey: publicKey, algorithms: ['RS256'] }) } }` }],
    }),

    missing('a plugin that has no list for all of its verifications', `import { jwt } from '@elysiajs/jwt'\nimport { Elysia } from 'elysia'\nnew Elysia().use(jwt({ secret })).post('/', async ({ jwt, token }) => jwt.sign({ sub })).get('/', async ({ jwt, token }) => jwt.verify(token))`, ['HS256', `import { jwt } from '@elysiajs/jwt'\nimport { Elysia } from 'elysia'\nnew Elysia().use(jwt({ secret })).post('/', async ({ jwt, token }) => jwt.sign({ sub })).get('/', async ({ jwt, token }) => jwt.verify(token, { algorithms: ['HS256'] }))`]),
    missing('no list, with a secret', `${HEAD}jwt.verify(token, process.env.JWT_SECRET)`, ['HS256', `${HEAD}jwt.verify(token, process.env.JWT_SECRET, { algorithms: ['HS256'] })`]),
    missing('no list, with a key that may be anything', `${HEAD}jwt.verify(token, key)`),
    missing('no list, with a public key, of which nobody knows the kind', `${HEAD}jwt.verify(token, publicKey)`),
    missing('no list, where the file signs', `${HEAD}jwt.sign({ id, exp }, privateKey, { algorithm: 'ES256' })\njwt.verify(token, publicKey, { issuer })`, ['ES256', `${HEAD}jwt.sign({ id, exp }, privateKey, { algorithm: 'ES256' })\njwt.verify(token, publicKey, { issuer, algorithms: ['ES256'] })`]),
    missing('no list, where the file signs by default', `${HEAD}jwt.sign({ id, exp }, key)\njwt.verify(token, key)`, ['HS256', `${HEAD}jwt.sign({ id, exp }, key)\njwt.verify(token, key, { algorithms: ['HS256'] })`]),
    missing('no list, where the file signs in several ways', `${HEAD}jwt.sign({ id, exp }, key, { algorithm: 'HS512' })\njwt.sign({ id, exp }, key)\njwt.verify(token, key)`),
    missing('no list, before a callback', `${HEAD}jwt.verify(token, secret, (err, user) => {})`, ['HS256', `${HEAD}jwt.verify(token, secret, { algorithms: ['HS256'] }, (err, user) => {})`]),
    missing('no list for a builder’s tokens', `${JOSE}await new SignJWT({ id }).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey)\nawait jwtVerify(token, publicKey)`, ['EdDSA', `${JOSE}await new SignJWT({ id }).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey)\nawait jwtVerify(token, publicKey, { algorithms: ['EdDSA'] })`]),
    missing('no list for a verifier', `import { createVerifier } from 'fast-jwt'\nconst verify = createVerifier({ key: secret })`, ['HS256', `import { createVerifier } from 'fast-jwt'\nconst verify = createVerifier({ key: secret, algorithms: ['HS256'] })`]),
    missing('no list for a Koa middleware', `import jwt from 'koa-jwt'\napp.use(jwt({ secret: process.env.JWT_SECRET }))`, ['HS256', `import jwt from 'koa-jwt'\napp.use(jwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] }))`]),
    missing('no list for a plugin', `import jwt from '@fastify/jwt'\napp.register(jwt, { secret: process.env.JWT_SECRET })`, ['HS256', `import jwt from '@fastify/jwt'\napp.register(jwt, { secret: process.env.JWT_SECRET, verify: { algorithms: ['HS256'] } })`]),
    missing('no list for a strategy', `import { Strategy } from 'passport-jwt'\nclass Own extends PassportStrategy(Strategy) { constructor(config: Config) { super({ jwtFromRequest, secretOrKey: config.jwtSecret }) } }`, ['HS256', `import { Strategy } from 'passport-jwt'\nclass Own extends PassportStrategy(Strategy) { constructor(config: Config) { super({ jwtFromRequest, secretOrKey: config.jwtSecret, algorithms: ['HS256'] }) } }`], TS),

    invalid('a key in the header', `${HEAD}const decoded = jwt.decode(token, { complete: true })\njwt.verify(token, decoded.header.jwk, { algorithms: ['RS256'] })`, { messageId: 'header', line: 3, column: 19, endColumn: 37 }),
    invalid('a key in the header that is imported', `${JOSE}const { jwk } = decodeProtectedHeader(token)\nconst key = await importJWK(jwk)\nawait jwtVerify(token, key, { algorithms: ['RS256'] })`, { messageId: 'header' }),
    invalid('a place of keys in the header', `${JOSE}const header = decodeProtectedHeader(token)\nawait jwtVerify(token, createRemoteJWKSet(new URL(header.jku)), { algorithms: ['RS256'] })`, { messageId: 'header' }),
    invalid('a place of keys in the header that a function asks', `${HEAD}const getKey = (header, done) => { jwksClient({ jwksUri: header.jku }).getSigningKey(header.kid, done) }\njwt.verify(token, getKey, { algorithms: ['RS256'] }, done)`, { messageId: 'header' }),
    invalid('a certificate in the header', `${HEAD}const { header } = jwt.decode(token, { complete: true })\njwt.verify(token, header.x5c[0], { algorithms: ['RS256'] })`, { messageId: 'header' }),
  ],
})
