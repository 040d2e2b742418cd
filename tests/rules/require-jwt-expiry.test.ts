import rule from '../../lib/rules/require-jwt-expiry.js'
import { fileIn, ruleTester, type InvalidCase, type ValidCase } from '../rule-tester.js'

const HEAD = `import jwt from 'jsonwebtoken'\n`
const JOSE = `import { EncryptJWT, SignJWT, UnsecuredJWT } from 'jose'\n`

function valid(name: string, code: string, more: Partial<ValidCase> = {}): ValidCase {
  return { name, code, ...more }
}

interface Expected {
  readonly key?: string
  /** The source after the suggestion; none where there is none. */
  readonly output?: string
  readonly time?: string
  readonly column?: number
  readonly endColumn?: number
}

function missing(name: string, code: string, { column, endColumn, key = 'expiresIn', output, time = '15 minutes' }: Expected = {}, more: Partial<ValidCase> = {}): InvalidCase {
  const suggestions = output === undefined ? [] : [{ messageId: 'end', data: { time }, output }]
  const place = column === undefined ? {} : { column, endColumn }
  return { name, code, output: null, errors: [{ messageId: 'missing', data: { key }, ...place, suggestions } as InvalidCase['errors'][number]], ...more }
}

function slip(name: string, code: string, messageId: 'digits' | 'milliseconds' | 'moment', data: Readonly<Record<string, unknown>>, output: string): InvalidCase {
  return {
    name,
    code,
    output: null,
    errors: [{ messageId, data: { key: 'expiresIn', ...data }, suggestions: [{ messageId: 'write', data: { right: data['right'] }, output }] }],
  }
}

const SERVICE = (body: string) => `import { JwtModule, JwtService } from '@nestjs/jwt'
class AuthService { constructor(private readonly jwtService: JwtService) {} login(user: User) { ${body} } }`
const TS = { filename: fileIn('fixtures/auth.service.ts') }

ruleTester.run(rule.name, rule, {
  valid: [
    valid('a time in the options', `${HEAD}jwt.sign({ id }, key, { expiresIn: '15m' })`),
    valid('a number of seconds', `${HEAD}jwt.sign({ id }, key, { expiresIn: 60 * 60 * 24 * 7 })`),
    valid('a long time, of which another rule speaks', `${HEAD}jwt.sign({ id }, key, { expiresIn: '10y' })`),
    valid('a quoted option', `${HEAD}jwt.sign({ id }, key, { "expiresIn": config.ttl })`),
    valid('a time from the environment', `${HEAD}jwt.sign({ id }, key, { expiresIn: process.env.JWT_EXPIRES_IN })`),
    valid('a time in a constant', `${HEAD}const EXPIRY = '1h'\nconst options = { algorithm: 'HS256', expiresIn: EXPIRY }\njwt.sign({ id }, key, options)`),
    valid('options that nobody can see', `${HEAD}jwt.sign({ id }, key, config.jwt)`),
    valid('options with a spread', `${HEAD}jwt.sign({ id }, key, { ...defaults, subject: id })`),
    valid('options that a condition fills', `${HEAD}const options = {}\nif (!remember) options.expiresIn = '1d'\njwt.sign({ id }, key, options)`),
    valid('a wrapper that passes options through', `${HEAD}export const createToken = (payload, secret, options) => jwt.sign(payload, secret, options)`),
    valid('an end in the payload', `${HEAD}jwt.sign({ id, exp: Math.floor(Date.now() / 1000) + 3600 }, key)`),
    valid('an end in seconds, without a floor', `${HEAD}jwt.sign({ id, exp: Date.now() / 1000 + 3600 }, key)`),
    valid('an end in seconds, of a date', `${HEAD}jwt.sign({ id, exp: Math.floor(new Date(Date.now() + 3600_000).getTime() / 1000) }, key)`),
    valid('an end that a function gives', `${HEAD}jwt.sign({ id, exp: getUnixTime(addHours(new Date(), 1)) }, key)`),
    valid('an end in a constant payload', `${HEAD}const payload = { id, exp: then() }\njwt.sign(payload, key)`),
    valid('an end that a payload gets later', `${HEAD}const payload = { id }\npayload.exp = then()\njwt.sign(payload, key)`),
    ...[
      'const prepare = (user) => { user.exp = then() }',
      'const prepare = (user) => Object.assign(user, { exp: then() })',
      'const prepare = (user) => { user = other(user) }',
      'const prepare = (user) => { const same = user; same.exp = then() }',
      'const prepare = (user) => change(user)\nconst change = (one) => { one.exp = then() }',
      'const prepare = (user) => prepare(user)',
      'const prepare = ({ ...user }) => elsewhere(user)',
      'const prepare = (user) => user.expire()',
      'const prepare = (...users) => { users[0].exp = then() }',
    ].map((prepare) => valid(`a payload that a function of the file may change: ${prepare}`, `${HEAD}const user = { name: 'a' }\nprepare(user)\nconst token = jwt.sign(user, key)\n${prepare}`)),
    valid('an end in the payload that is undefined, which the library refuses', `${HEAD}jwt.sign({ id, exp: undefined }, key)`),
    valid('a payload that nobody can see', `${HEAD}export const sign = (user) => jwt.sign(user, key)`),
    valid('a payload with a spread', `${HEAD}jwt.sign({ ...claims, id }, key)`),
    valid('a payload that is text, for which there is no option', `${HEAD}const name = jwt.sign('avatar', key)`),
    valid('a payload that is a template', `${HEAD}const name = jwt.sign(\`\${user.id}\`, key)`),
    valid('a payload that is JSON', `${HEAD}jwt.sign(JSON.stringify({ id }), key)`),
    valid('a payload that a function makes', `${HEAD}jwt.sign(user.toJSON(), key)`),
    valid('an end of its own', `${HEAD}jwt.sign({ id, expiresAt: Date.now() + 60_000 }, key)`),
    valid('an end of its own, in a word of its own', `import { sign } from 'hono/jwt'\nconst updated = { sub, ssnexp: now + 3600 }\nawait sign(updated, key)`),
    valid('a time of creation that the program looks at', `${HEAD}jwt.sign({ id, createdAt: Date.now() }, key)`),
    valid('a record that ends', `${HEAD}jwt.sign({ sessionId: session.id }, key)`),
    valid('a verification that refuses old tokens', `${HEAD}const token = jwt.sign({ id }, key)\njwt.verify(token, key, { algorithms: ['HS256'], maxAge: '1h' })`),
    valid('a method that is handed over', `import { promisify } from 'node:util'\n${HEAD}const sign = promisify(jwt.sign)`),
    valid('a link that resets a password', `${HEAD}function sendResetLink(user) { return jwt.sign({ id: user.id }, key) }`),
    valid('a token for an invitation', `${HEAD}const inviteToken = jwt.sign({ email }, key)`),
    valid('a secret of another purpose', `${HEAD}jwt.sign({ email }, process.env.EMAIL_CONFIRMATION_SECRET)`),
    valid('the state of a login elsewhere', `${HEAD}const state = jwt.sign({ returnTo }, key)`),
    valid('a key for a machine', `${HEAD}export const createApiKey = (client) => jwt.sign({ client: client.id }, key)`),
    valid('a token for another server', `${HEAD}async function load() { const token = jwt.sign({ iss: id }, privateKey); return fetch(url, { headers: { Authorization: \`Bearer \${token}\` } }) }`),
    valid('a token for another server, at once', `${HEAD}axios.get(url, { headers: { Authorization: 'Bearer ' + jwt.sign({ iss: id }, privateKey) } })`),
    valid('a token for another server, in a method', `${HEAD}request.get(url).set('Authorization', jwt.sign({ iss: id }, privateKey))`),
    valid('a tool', `${HEAD}console.log(jwt.sign({ id }, key))`, { filename: fileIn('fixtures/scripts/token.js') }),
    valid('a mock', `${HEAD}export const token = jwt.sign({ id }, key)`, { filename: fileIn('fixtures/__mocks__/user.js') }),
    valid('a fixture', `${HEAD}export const token = jwt.sign({ id }, key)`, { filename: fileIn('fixtures/user.fixture.js') }),
    valid('a sign that is not this one', `import jwt from './jwt'\njwt.sign({ id }, key)`),
    valid('a token that nothing signs, of which another rule speaks', `${HEAD}jwt.sign({ id }, '', { algorithm: 'none' })`),

    valid('a builder with a time', `${JOSE}export const sign = (id) => new SignJWT({ id })\n  .setProtectedHeader({ alg: 'HS256' })\n  .setExpirationTime('2h')\n  .sign(key)`),
    valid('a builder with a time in another statement', `${JOSE}const jwt = new SignJWT({ id }).setProtectedHeader({ alg })\njwt.setExpirationTime(ttl)\nexport const token = await jwt.sign(key)`),
    valid('a builder with an end in the payload', `${JOSE}export const token = await new SignJWT({ id, exp }).setProtectedHeader({ alg }).sign(key)`),
    valid('a builder of a payload that nobody can see', `${JOSE}export const sign = (payload) => new SignJWT(payload).setProtectedHeader({ alg }).sign(key)`),
    valid('a builder that goes elsewhere', `${JOSE}export const build = (id) => new SignJWT({ id }).setProtectedHeader({ alg })`),
    valid('a builder whose token nothing signs, of which another rule speaks', `${JOSE}export const token = new UnsecuredJWT({ id }).encode()`),

    valid('a signer with a time', `import { createSigner } from 'fast-jwt'\nconst sign = createSigner({ key, expiresIn: 600_000 })\nsign({ id })`),
    valid('a signer of payloads with an end', `import { createSigner } from 'fast-jwt'\nconst sign = createSigner({ key })\nsign({ id, exp })`),
    valid('a signer that others call', `import { createSigner } from 'fast-jwt'\nexport const sign = createSigner({ key })`),

    valid('a time that a plugin has', `import Fastify from 'fastify'\nimport jwt from '@fastify/jwt'\nconst app = Fastify()\napp.register(jwt, { secret, sign: { expiresIn: '10m' } })\napp.post('/login', async (request, reply) => reply.jwtSign({ id }))`),
    valid('a plugin that is registered elsewhere', `import Fastify from 'fastify'\nimport '@fastify/jwt'\nconst app = Fastify()\napp.post('/login', async (request, reply) => reply.jwtSign({ id }))`),
    valid('a time that a module may have', SERVICE(`return this.jwtService.sign({ sub: user.id })`), TS),
    valid('a time that a module has', `${SERVICE(`return this.jwtService.sign({ sub: user.id })`)}\nexport const module = JwtModule.register({ secret, signOptions: { expiresIn: '60s' } })`, TS),
    valid('a module that says nothing, as calls may say it', `import { JwtModule } from '@nestjs/jwt'\nexport const module = JwtModule.register({ secret })`, TS),
    valid('an end in the payload, the only place of the library', `import { sign } from 'hono/jwt'\nawait sign({ sub, exp: Math.floor(Date.now() / 1000) + 60 * 5 }, secret)`),
    valid('an end in the payload that is encoded', `import jwt from 'jwt-simple'\njwt.encode({ sub, exp }, secret)`),
    valid('a token for another server, in a header that is written', `${HEAD}export function prepare(options) { options.headers.Authorization = 'Bearer ' + jwt.sign({ iss: 'us' }, key) }`),
  ],
  invalid: [
    ...[`'dummy'`, `process.env.JWT_SECRET || 'fake-api-key'`, `SECRET`].map((key) =>
      missing(`a key whose text says what it is not: ${key}`, `${HEAD}const SECRET = 'mock'\nconst token = jwt.sign({ id: user.id }, ${key})`, {
        output: `${HEAD}const SECRET = 'mock'\nconst token = jwt.sign({ id: user.id }, ${key}, { expiresIn: '15m' })`,
      }),
    ),
    missing('a method that is promisified', `import { promisify } from 'node:util'\n${HEAD}export const sign = (id) => promisify(jwt.sign)({ id }, process.env.JWT_SECRET)`, {
      output: `import { promisify } from 'node:util'\n${HEAD}export const sign = (id) => promisify(jwt.sign)({ id }, process.env.JWT_SECRET, { expiresIn: '15m' })`,
    }),
    missing('a token that a pattern takes out of something', `${HEAD}const { text } = pack(jwt.sign({ sub }, key))`, {
      output: `${HEAD}const { text } = pack(jwt.sign({ sub }, key, { expiresIn: '15m' }))`,
    }),
    ...[
      `function generateAccessToken(user) { return jwt.sign(user, key, { expiresIn: '15s' }) }`,
      `const generateAccessToken = (user) => jwt.sign({ ...user }, key, { expiresIn: '15s' })`,
      `const generateAccessToken = (user) => { console.log(user); return jwt.sign({ sub: user.name }, key, { expiresIn: '15s' }) }`,
      `const generateAccessToken = (user) => sign(user)\nconst sign = (payload) => jwt.sign(payload, key, { expiresIn: '15s' })`,
    ].map((issue) =>
      missing(`a payload that a function of the file signs as well: ${issue}`, `${HEAD}const user = { name: 'a' }\nconst accessToken = generateAccessToken(user)\nconst refreshToken = jwt.sign(user, process.env.REFRESH_TOKEN_SECRET)\n${issue}`, {
        time: '7 days',
        output: `${HEAD}const user = { name: 'a' }\nconst accessToken = generateAccessToken(user)\nconst refreshToken = jwt.sign(user, process.env.REFRESH_TOKEN_SECRET, { expiresIn: '7d' })\n${issue}`,
      }),
    ),
    missing('a payload that is signed twice', `${HEAD}const user = { name: 'a' }\nconst accessToken = jwt.sign(user, key, { expiresIn: '15s' })\nconst token = jwt.sign(user, key)`, {
      output: `${HEAD}const user = { name: 'a' }\nconst accessToken = jwt.sign(user, key, { expiresIn: '15s' })\nconst token = jwt.sign(user, key, { expiresIn: '15m' })`,
    }),
    missing('a builder in parentheses', `${JOSE}const token = await ((new SignJWT({ id })).setIssuedAt()).sign(key)`, {
      key: 'setExpirationTime',
      output: `${JOSE}const token = await ((new SignJWT({ id })).setIssuedAt()).setExpirationTime('15m').sign(key)`,
    }),
    missing('a callback in parentheses', `${HEAD}jwt.sign({ sub }, key, ((err, signed) => done(signed)))`, {
      output: `${HEAD}jwt.sign({ sub }, key, { expiresIn: '15m' }, ((err, signed) => done(signed)))`,
    }),
    missing('no options', `${HEAD}const token = jwt.sign({ id: user.id }, process.env.JWT_SECRET)`, {
      column: 19,
      endColumn: 23,
      output: `${HEAD}const token = jwt.sign({ id: user.id }, process.env.JWT_SECRET, { expiresIn: '15m' })`,
    }),
    missing('a token under a name that nobody knows', `${HEAD}export const answer = { [KEY]: jwt.sign({ id }, key, {}) }`, { output: `${HEAD}export const answer = { [KEY]: jwt.sign({ id }, key, { expiresIn: '15m' }) }` }),
    missing('other options', `${HEAD}jwt.sign({ id }, key, { algorithm: 'HS256' })`, { output: `${HEAD}jwt.sign({ id }, key, { algorithm: 'HS256', expiresIn: '15m' })` }),
    missing('empty options', `${HEAD}jwt.sign({ id }, key, {})`, { output: `${HEAD}jwt.sign({ id }, key, { expiresIn: '15m' })` }),
    missing('options on lines of their own', `${HEAD}jwt.sign(\n  { id },\n  key,\n  {\n    subject: id,\n  },\n)`, {
      output: `${HEAD}jwt.sign(\n  { id },\n  key,\n  {\n    subject: id,\n    expiresIn: '15m',\n  },\n)`,
    }),
    missing('options in double quotes', `import jwt from "jsonwebtoken"\njwt.sign({ id }, "key", { "subject": id })`, { output: `import jwt from "jsonwebtoken"\njwt.sign({ id }, "key", { "subject": id, "expiresIn": "15m" })` }),
    missing('options in a constant', `${HEAD}const options = { algorithm: 'HS256' }\njwt.sign({ id }, key, options)`, { output: `${HEAD}const options = { algorithm: 'HS256', expiresIn: '15m' }\njwt.sign({ id }, key, options)` }),
    missing('a time that is undefined', `${HEAD}jwt.sign({ id }, key, { expiresIn: undefined })`, { output: `${HEAD}jwt.sign({ id }, key, { expiresIn: '15m' })` }),
    missing('a callback, which stays the last argument', `${HEAD}jwt.sign({ id }, key, (err, token) => { res.json({ token }) })`, {
      output: `${HEAD}jwt.sign({ id }, key, { expiresIn: '15m' }, (err, token) => { res.json({ token }) })`,
    }),
    missing('options and a callback', `${HEAD}jwt.sign({ id }, key, { subject: id }, (err, token) => {})`, { output: `${HEAD}jwt.sign({ id }, key, { subject: id, expiresIn: '15m' }, (err, token) => {})` }),
    missing('no options between the key and the callback, where nothing is added', `${HEAD}jwt.sign({ id }, key, undefined, (err, token) => {})`),
    missing('a payload in a constant', `${HEAD}const payload = { user: { id: user.id } }\njwt.sign(payload, key)`, { output: `${HEAD}const payload = { user: { id: user.id } }\njwt.sign(payload, key, { expiresIn: '15m' })` }),
    missing('by require', `const { sign } = require('jsonwebtoken')\nconst generateToken = (id) => sign({ id }, process.env.JWT_SECRET)`, {
      output: `const { sign } = require('jsonwebtoken')\nconst generateToken = (id) => sign({ id }, process.env.JWT_SECRET, { expiresIn: '15m' })`,
    }),
    missing('a token that is sent to the user with its scheme', `${HEAD}import express from 'express'\nconst app = express()\napp.post('/login', (req, res) => { const token = jwt.sign({ id }, key); res.set('Authorization', 'Bearer ' + token).json({ token: 'Bearer ' + token }) })`, {
      output: `${HEAD}import express from 'express'\nconst app = express()\napp.post('/login', (req, res) => { const token = jwt.sign({ id }, key, { expiresIn: '15m' }); res.set('Authorization', 'Bearer ' + token).json({ token: 'Bearer ' + token }) })`,
    }),
    missing('a refresh token, which gets others', `${HEAD}const refreshToken = jwt.sign({ id }, process.env.REFRESH_SECRET)`, {
      time: '7 days',
      output: `${HEAD}const refreshToken = jwt.sign({ id }, process.env.REFRESH_SECRET, { expiresIn: '7d' })`,
    }),
    missing('a refresh token of a payload', `import { sign } from 'hono/jwt'\nconst refreshToken = await sign({ sub }, secret)`, {
      key: 'exp',
      time: '7 days',
      output: `import { sign } from 'hono/jwt'\nconst refreshToken = await sign({ sub, exp: Math.floor(Date.now() / 1000) + 7 * 24 * 60 * 60 }, secret)`,
    }),
    missing('in TypeScript', `${HEAD}const token: string = jwt.sign({ id } as Payload, key!, { algorithm: 'HS256' } satisfies SignOptions)`, {
      output: `${HEAD}const token: string = jwt.sign({ id } as Payload, key!, { algorithm: 'HS256', expiresIn: '15m' } satisfies SignOptions)`,
    }, TS),

    missing('a builder in one line', `${JOSE}const token = await new SignJWT({ id }).setProtectedHeader({ alg }).sign(key)`, {
      key: 'setExpirationTime',
      column: 25,
      endColumn: 32,
      output: `${JOSE}const token = await new SignJWT({ id }).setProtectedHeader({ alg }).setExpirationTime('15m').sign(key)`,
    }),
    missing('a builder over several lines', `${JOSE}const token = await new SignJWT({ id })\n  .setProtectedHeader({ alg })\n  .setIssuedAt()\n  .sign(key)`, {
      key: 'setExpirationTime',
      output: `${JOSE}const token = await new SignJWT({ id })\n  .setProtectedHeader({ alg })\n  .setIssuedAt()\n  .setExpirationTime('15m')\n  .sign(key)`,
    }),
    missing('a builder with a comment before its last step', `${JOSE}const token = await new SignJWT({ id })\n  .setIssuedAt() // now\n  .sign(key)`, {
      key: 'setExpirationTime',
      output: `${JOSE}const token = await new SignJWT({ id })\n  .setIssuedAt().setExpirationTime('15m') // now\n  .sign(key)`,
    }),
    missing('a builder in several statements', `${JOSE}const jwt = new SignJWT({ id })\njwt.setProtectedHeader({ alg })\nexport const token = await jwt.sign(key)`, {
      key: 'setExpirationTime',
      output: `${JOSE}const jwt = new SignJWT({ id })\njwt.setProtectedHeader({ alg })\nexport const token = await jwt.setExpirationTime('15m').sign(key)`,
    }),
    missing('a token that is encrypted', `${JOSE}const token = await new EncryptJWT({ id }).setProtectedHeader({ alg, enc }).encrypt(key)`, {
      key: 'setExpirationTime',
      output: `${JOSE}const token = await new EncryptJWT({ id }).setProtectedHeader({ alg, enc }).setExpirationTime('15m').encrypt(key)`,
    }),

    missing('a signer', `import { createSigner } from 'fast-jwt'\nconst sign = createSigner({ key })\nsign({ id })`, { output: `import { createSigner } from 'fast-jwt'\nconst sign = createSigner({ key, expiresIn: '15m' })\nsign({ id })` }),
    {
      name: 'a signer whose tokens never end, on purpose',
      code: `import { createSigner } from 'fast-jwt'\nconst sign = createSigner({ key, expiresIn: Infinity })\nsign({ id })`,
      output: null,
      errors: [
        {
          messageId: 'endless',
          data: { key: 'expiresIn' },
          suggestions: [{ messageId: 'end', data: { time: '15 minutes' }, output: `import { createSigner } from 'fast-jwt'\nconst sign = createSigner({ key, expiresIn: '15m' })\nsign({ id })` }],
        },
      ],
    },

    missing('a plugin in the file without a time', `import Fastify from 'fastify'\nimport jwt from '@fastify/jwt'\nconst app = Fastify()\napp.register(jwt, { secret })\napp.post('/login', async (request, reply) => reply.jwtSign({ id }))`, {
      output: `import Fastify from 'fastify'\nimport jwt from '@fastify/jwt'\nconst app = Fastify()\napp.register(jwt, { secret })\napp.post('/login', async (request, reply) => reply.jwtSign({ id }, { expiresIn: '15m' }))`,
    }),
    missing('nested options of a reply', `import Fastify from 'fastify'\nimport jwt from '@fastify/jwt'\nconst app = Fastify()\napp.register(jwt, { secret })\napp.post('/login', async (request, reply) => reply.jwtSign({ id }, { sign: { sub: id } }))`, {
      output: `import Fastify from 'fastify'\nimport jwt from '@fastify/jwt'\nconst app = Fastify()\napp.register(jwt, { secret })\napp.post('/login', async (request, reply) => reply.jwtSign({ id }, { sign: { sub: id, expiresIn: '15m' } }))`,
    }),
    missing('a module in the file without a time', `${SERVICE(`return this.jwtService.sign({ sub: user.id })`)}\nexport const module = JwtModule.register({ secret })`, {
      output: `${SERVICE(`return this.jwtService.sign({ sub: user.id }, { expiresIn: '15m' })`)}\nexport const module = JwtModule.register({ secret })`,
    }, TS),
    missing('a payload, the only place of the library', `import { sign } from 'hono/jwt'\nconst token = await sign({ sub: user.id }, secret)`, {
      key: 'exp',
      output: `import { sign } from 'hono/jwt'\nconst token = await sign({ sub: user.id, exp: Math.floor(Date.now() / 1000) + 15 * 60 }, secret)`,
    }),
    missing('a payload that is used elsewhere too', `import { sign } from 'hono/jwt'\nconst payload = { sub: user.id }\nsave(payload)\nconst token = await sign(payload, secret)`.replace('save(payload)\n', 'log(payload.sub)\n'), {
      key: 'exp',
      output: `import { sign } from 'hono/jwt'\nconst payload = { sub: user.id }\nlog(payload.sub)\nconst token = await sign({ ...payload, exp: Math.floor(Date.now() / 1000) + 15 * 60 }, secret)`,
    }),
    missing('a payload that is encoded', `const jwt = require('jwt-simple')\nconst token = jwt.encode({ sub: user.id }, secret)`, {
      key: 'exp',
      output: `const jwt = require('jwt-simple')\nconst token = jwt.encode({ sub: user.id, exp: Math.floor(Date.now() / 1000) + 15 * 60 }, secret)`,
    }),

    slip('digits in quotes', `${HEAD}jwt.sign({ id }, key, { expiresIn: '3600' })`, 'digits', { seconds: 3.6, days: 0, right: '3600' }, `${HEAD}jwt.sign({ id }, key, { expiresIn: 3600 })`),
    ...[
      ['a module', `import { JwtModule } from '@nestjs/jwt'\nexport const module = JwtModule.register({ secret, signOptions: { expiresIn: EXPIRY } })`],
      ['a module that is set up later', `import { JwtModule } from '@nestjs/jwt'\nexport const module = JwtModule.registerAsync({ useFactory: () => ({ secret, signOptions: { expiresIn: EXPIRY } }) })`],
      ['a plugin', `import Fastify from 'fastify'\nimport jwt from '@fastify/jwt'\nconst app = Fastify()\napp.register(jwt, { secret, sign: { expiresIn: EXPIRY } })`],
    ].flatMap(([name = '', code = '']) => [
      slip(`digits in quotes, for all tokens of ${name}`, code.replace('EXPIRY', `'3600'`), 'digits', { seconds: 3.6, days: 0, right: '3600' }, code.replace('EXPIRY', '3600')),
      slip(`milliseconds, for all tokens of ${name}`, code.replace('EXPIRY', '24 * 60 * 60 * 1000'), 'milliseconds', { seconds: 86_400_000, days: 1000, right: '24 * 60 * 60' }, code.replace('EXPIRY', '24 * 60 * 60')),
    ]),
    slip('digits of a name', `${HEAD}const expiresIn = '3600'\njwt.sign({ id }, key, { expiresIn })`, 'digits', { seconds: 3.6, days: 0, right: '3600' }, `${HEAD}const expiresIn = '3600'\njwt.sign({ id }, key, { expiresIn: 3600 })`),
    slip('an end in milliseconds', `${HEAD}jwt.sign({ id, exp: Date.now() + 60 * 60 * 1000 }, key)`, 'moment', { key: 'exp', seconds: 0, days: 0, right: 'Math.floor((Date.now() + 60 * 60 * 1000) / 1000)' }, `${HEAD}jwt.sign({ id, exp: Math.floor((Date.now() + 60 * 60 * 1000) / 1000) }, key)`),
    slip('an end in milliseconds that has a name', `import { sign } from 'hono/jwt'\nconst exp = new Date().getTime() + 3_600_000\nawait sign({ id, exp }, key)`, 'moment', { key: 'exp', seconds: 0, days: 0, right: 'Math.floor(exp / 1000)' }, `import { sign } from 'hono/jwt'\nconst exp = new Date().getTime() + 3_600_000\nawait sign({ id, exp: Math.floor(exp / 1000) }, key)`),
    ...[
      ['one number', '3600'],
      ['a product', '60 * 60'],
      ['a day', '86400'],
      ['a month', '30 * 24 * 60 * 60'],
    ].map(([kind = '', amount = '']) =>
      slip(`seconds beside the milliseconds of the present, as ${kind}`, `${HEAD}jwt.sign({ id, exp: Date.now() + ${amount} }, key)`, 'moment', { key: 'exp', seconds: 0, days: 0, right: `Math.floor(Date.now() / 1000) + ${amount}` }, `${HEAD}jwt.sign({ id, exp: Math.floor(Date.now() / 1000) + ${amount} }, key)`),
    ),
    slip('seconds before the present', `${HEAD}const HOUR = 3600\njwt.sign({ id, exp: HOUR + Date.now() }, key)`, 'moment', { key: 'exp', seconds: 0, days: 0, right: 'Math.floor(Date.now() / 1000) + HOUR' }, `${HEAD}const HOUR = 3600\njwt.sign({ id, exp: Math.floor(Date.now() / 1000) + HOUR }, key)`),
    slip('seconds in a date', `${HEAD}jwt.sign({ id, exp: new Date(Date.now() + 3600).getTime() }, key)`, 'moment', { key: 'exp', seconds: 0, days: 0, right: 'Math.floor(Date.now() / 1000) + 3600' }, `${HEAD}jwt.sign({ id, exp: Math.floor(Date.now() / 1000) + 3600 }, key)`),
    slip('seconds that have a name', `import { sign } from 'hono/jwt'\nconst exp = new Date().getTime() + 3600\nlog(exp)\nawait sign({ id, exp }, key)`, 'moment', { key: 'exp', seconds: 0, days: 0, right: 'Math.floor(Date.now() / 1000) + 3600' }, `import { sign } from 'hono/jwt'\nconst exp = new Date().getTime() + 3600\nlog(exp)\nawait sign({ id, exp: Math.floor(Date.now() / 1000) + 3600 }, key)`),
    slip('milliseconds', `${HEAD}jwt.sign({ id }, key, { expiresIn: 7 * 24 * 60 * 60 * 1000 })`, 'milliseconds', { seconds: 604_800_000, days: 7000, right: '7 * 24 * 60 * 60' }, `${HEAD}jwt.sign({ id }, key, { expiresIn: 7 * 24 * 60 * 60 })`),
    slip('milliseconds of a short time', `${HEAD}jwt.sign({ id }, key, { expiresIn: 1000 * 60 * 15 })`, 'milliseconds', { seconds: 900_000, days: 10, right: '1000 * 60 * 15 / 1000' }, `${HEAD}jwt.sign({ id }, key, { expiresIn: 1000 * 60 * 15 / 1000 })`),
    slip('milliseconds in one number', `${HEAD}jwt.sign({ id }, key, { expiresIn: 86400000 })`, 'milliseconds', { seconds: 86_400_000, days: 1000, right: '86400000 / 1000' }, `${HEAD}jwt.sign({ id }, key, { expiresIn: 86400000 / 1000 })`),
    slip('milliseconds in a constant', `${HEAD}const WEEK = 7 * 24 * 60 * 60 * 1000\njwt.sign({ id }, key, { expiresIn: WEEK })`, 'milliseconds', { seconds: 604_800_000, days: 7000, right: 'WEEK / 1000' }, `${HEAD}const WEEK = 7 * 24 * 60 * 60 * 1000\njwt.sign({ id }, key, { expiresIn: WEEK / 1000 })`),
  ],
})
