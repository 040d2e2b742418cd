import rule from '../../lib/rules/no-hardcoded-secret.js'
import { fileIn, ruleTester, type ExpectedError, type InvalidCase } from '../rule-tester.js'

const LONG = '7f0c2b9d4e8a61d35b0f9c7e2a4d6810'
const SESSION = `import session from 'express-session'\n`

/** A report without a suggestion, or with one that makes the program of it. */
function reported(messageId: string, place: Partial<ExpectedError>, repaired?: readonly [variable: string, output: string]): ExpectedError {
  const [variable = '', output = ''] = repaired ?? []
  return { messageId, ...place, suggestions: repaired ? [{ messageId: 'read', data: { variable }, output }] : [] }
}

/** A program that is reported once, without a suggestion. */
function once(name: string, code: string, messageId: string, place: Partial<ExpectedError> = {}, filename?: string): InvalidCase {
  return { name, code, output: null, errors: [reported(messageId, place)], ...(filename !== undefined && { filename: fileIn(filename) }) }
}

/** A program that is reported once, with the program that the suggestion makes of it. */
function repaired(name: string, code: string, error: readonly [messageId: string, variable: string, place?: Partial<ExpectedError>], output: string, filename?: string): InvalidCase {
  const [messageId, variable, place = {}] = error
  return { name, code, output: null, errors: [reported(messageId, place, [variable, output])], ...(filename !== undefined && { filename: fileIn(filename) }) }
}

ruleTester.run(`${rule.name}: what is no secret of the source`, rule, {
  valid: [
    {
      name: 'what is refused or run in development alone, through the assertions of TypeScript',
      code: `import session from 'express-session'
if ((['development', 'test'] as const).includes(process.env.NODE_ENV!)) app.use(session({ secret: 'keyboard cat' }))
if (process.env.NODE_ENV === 'production' && !process.env.COOKIE_SECRET) (process.exit as Exit)(1)
app.use(session({ secret: process.env.COOKIE_SECRET || 'only in development' }))`,
      filename: fileIn('fixtures/file.ts'),
    },
    {
      name: 'what only a program in development runs, with the name of the environment in other quotes',
      code: `import session from 'express-session'
if (process.env.NODE_ENV === \`development\`) app.use(session({ secret: 'keyboard cat' }))
if (['dev' + 'elopment', \`test\`].includes(process.env['NODE_ENV'])) app.use(session({ secret: 'keyboard cat' }))`,
    },
    {
      name: 'options that only a program in development uses',
      code: `import session from 'express-session'
const options = { secret: 'keyboard cat' }
if (process.env.NODE_ENV === 'development') app.use(session(options))`,
    },
    {
      name: 'the environment, in every runtime',
      code: `${SESSION}session({ secret: process.env.SESSION_SECRET })
session({ secret: process.env['SESSION_SECRET'] })
session({ secret: import.meta.env.SESSION_SECRET })
session({ secret: Bun.env.SESSION_SECRET })
session({ secret: Deno.env.get('SESSION_SECRET') })
session({ secret: String(process.env.SESSION_SECRET) })
session({ secret: [process.env.NEW_SECRET, process.env.OLD_SECRET] })`,
    },
    { name: 'a variable that is asserted to be there', code: `${SESSION}session({ secret: process.env.SESSION_SECRET! })`, filename: fileIn('fixtures/file.ts') },
    {
      name: 'settings, files and generators',
      code: `${SESSION}import { readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { config, getSecret } from './config.js'
session({ secret: config.get('session.secret') })
session({ secret: config.session.secret })
session({ secret: getSecret() })
session({ secret: await getSecret('session') })
session({ secret: readFileSync('/run/secrets/session', 'utf8') })
session({ secret: randomBytes(32).toString('hex') })
session({ secret: configService.getOrThrow('SESSION_SECRET') })
session({ secret: required('SESSION_SECRET', 'in production', true) })`,
    },
    {
      name: 'a template around a variable',
      code: `${SESSION}session({ secret: \`app-\${process.env.SESSION_SECRET}\` })
session({ secret: 'app-' + process.env.SESSION_SECRET })`,
    },
    {
      name: 'nothing in the place of a variable, which libraries refuse',
      code: `${SESSION}session({ secret: process.env.SESSION_SECRET || '' })
session({ secret: process.env.SESSION_SECRET ?? '' })
const secret = process.env.SESSION_SECRET ?? ''
if (!secret) throw new Error('SESSION_SECRET is not set')
session({ secret })`,
    },
    {
      name: 'what only a program in development runs',
      code: `${SESSION}session({ secret: process.env.NODE_ENV === 'production' ? process.env.SECRET : 'keyboard cat' })
session({ secret: process.env.NODE_ENV !== 'production' ? 'keyboard cat' : process.env.SECRET })
session({ secret: process.env.SECRET || (isProduction ? fail() : 'keyboard cat') })
if (process.env.NODE_ENV === 'development') session({ secret: 'keyboard cat' })
if (!isProd) { session({ secret: 'keyboard cat' }) }
if (['development', 'test'].includes(process.env.NODE_ENV)) session({ secret: 'keyboard cat' })
if (process.env.NODE_ENV === 'production') session({ secret: process.env.SECRET })
else session({ secret: 'keyboard cat' })
const secret = import.meta.env.DEV && 'keyboard cat'
session({ secret })`,
    },
    ...[
      ['by a filter', `const missing = ['SESSION_SECRET', 'DATABASE_URL'].filter((name) => !process.env[name])\nif (process.env.NODE_ENV === 'production' && missing.length > 0) { throw new Error('Set ' + missing) }`],
      ['by a filter of a list with a name', `const REQUIRED = ['SESSION_SECRET']\nconst missing = REQUIRED.filter(function (name) { return !process.env[name] })\nif (missing.length) { console.error(missing); process.exit(1) }`],
      ['in a loop', `for (const key of ['SESSION_SECRET']) if (!process.env[key]) throw new Error(key)`],
      ['in a loop with blocks', `const keys = ['A', 'SESSION_SECRET']\nfor (const key of keys) { if (!process.env[key]) { console.error(key); process.exit(1) } }`],
      ['by forEach', `['SESSION_SECRET'].forEach((key) => { if (!process.env[key]) throw new Error(key) })`],
      ['by some', `if (['SESSION_SECRET'].some((key) => process.env[key] === undefined)) process.exit(1)`],
      ['by a list that is filled', `const missing = []\nfor (const key of ['SESSION_SECRET']) { if (!process.env[key]) { missing.push(key) } }\nif (missing.length > 0) throw new Error(missing.join())`],
    ].map(([title, code]) => ({
      name: `a program that looks for all its settings, and stops without them, ${title}`,
      code: `${code}\nmodule.exports = { session: { secret: process.env.SESSION_SECRET || 'dev-only' } }`,
    })),
    {
      name: 'a placeholder that is looked for and replaced, or that stops the program',
      code: `${SESSION}import { randomBytes } from 'node:crypto'
let config = { secret: 'change me' }
const secret = process.env.SESSION_SECRET || 'a placeholder'
if (secret === 'a placeholder' && process.env.NODE_ENV === 'production') throw new Error('Set SESSION_SECRET')
session({ secret })
if (process.env.NODE_ENV === 'production' && !process.env.COOKIE_SECRET) process.exit(1)
session({ secret: process.env.COOKIE_SECRET || 'only in development' })
export const jwtSecret = 'placeholder-value'
if (jwtSecret === 'placeholder-value') warn()`,
    },
    {
      name: 'options and constants that may be changed elsewhere',
      code: `${SESSION}import { overrides } from './overrides.js'
session({ secret: 'keyboard cat', ...overrides })
let secret = 'keyboard cat'
if (process.env.SECRET) secret = process.env.SECRET
session({ secret })
const options = { secret: 'keyboard cat' }
amend(options)
session(options)`,
    },
    {
      name: 'keys that everybody may have',
      code: `import jwt from 'jsonwebtoken'
import { jwtVerify, importSPKI } from 'jose'
jwt.verify(token, '-----BEGIN PUBLIC KEY-----\\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\\n-----END PUBLIC KEY-----', { algorithms: ['ES256'] })
jwt.verify(token, \`-----BEGIN CERTIFICATE-----
MIIBtjCCAVugAwIBAgITBmyf1XSXNmY\`)
jwtVerify(token, await importSPKI('-----BEGIN PUBLIC KEY-----', 'ES256'))
jwt.verify(token, (header, done) => keys.getSigningKey(header.kid, done))`,
    },
    {
      name: 'secrets of other things, and things that are no secrets',
      code: `export const config = {
  session: { name: 'sid', maxAge: 3600 },
  oauth: { clientId: 'abc', clientSecret: 'the-client-secret' },
  database: { user: 'app', password: 'app' },
  admin: { email: 'admin@example.com', password: 'admin' },
  stripe: { secret: 'sk_test_123', webhookSecret: 'whsec_123' },
  secretSanta: 'Anna',
  cookie: { name: 'token', path: '/' },
  auth: { strategy: 'local' },
}
export const SECRET_NAME = 'session'
export const users = [{ name: 'anna', password: 'secret' }]
export const CSRF_SECRET_LENGTH = 18
export const devSessionSecret = 'keyboard cat'
export const TEST_JWT_SECRET = 'keyboard cat'`,
    },
    {
      name: 'names of variables, references, labels and types',
      code: `export const JWT_SECRET = 'JWT_SECRET'
export const names = { jwtSecret: 'JWT_SECRET', sessionSecret: 'session.secret', cookieSecret: '\${COOKIE_SECRET}' }
export const paths = { jwtSecret: '/run/secrets/jwt', sessionSecret: 'vault:session', authSecret: 'arn:aws:secretsmanager:eu-west-1:1:secret:a' }
export const labels = { jwtSecret: 'JWT secret', sessionSecret: 'Enter your session secret', cookieSecret: 'Signs the cookies' }
export const columns = { jwtSecret: 'string', sessionSecret: 'text', cookieSecret: 'cookie-secret' }`,
    },
    {
      name: 'words that a page shows, and names of its parts',
      code: `export const testIds = { jwtSecret: 'settings-jwt-secret-input' }
export const dataTestId = { settings: { sessionSecret: 'session-secret-field' } }
export const messages = { jwtSecret: 'The JWT secret must be set', sessionSecret: 'secret' }
export const labels = { session: { secret: 'Secret session' }, jwt: { secret: 'Signing secret' } }
export const form = { placeholders: { jwtSecret: 'your-secret' }, errorMessages: { jwtSecret: 'JWT secret too short' } }
exports.tooltips = { sessionSecret: 'a long random string' }
export const checks = { jwtSecret: 'The JWT secret must be set', sessionSecret: 'The session secret is not set' }`,
    },
    {
      name: 'names in code that is no configuration',
      code: `app.post('/settings', (req, res) => { validate(req.body, { jwtSecret: 'alphanumeric' }) })
const rows = [{ sessionSecret: 'a row of a table' }]
process.env.JWT_SECRET = 'set-for-a-tool'`,
    },
    {
      name: 'settings of development and of tests beside those of production',
      code: `module.exports = {
  development: { session: { secret: 'keyboard cat' }, jwtSecret: 'dev' },
  test: { jwtSecret: 'test' },
  production: { jwtSecret: process.env.JWT_SECRET },
}`,
    },
    {
      name: 'schemas with a default for development only',
      code: `export const env = cleanEnv(process.env, { SESSION_SECRET: str({ devDefault: 'keyboard cat' }), JWT_SECRET: str() })
export const schema = z.object({ SESSION_SECRET: isDev ? z.string().default('keyboard cat') : z.string() })
export const options = convict({ session: { secret: { format: String, default: '', env: 'SESSION_SECRET' } } })`,
    },
    ...['app.example.js', 'session.mock.ts', 'seed-users.js', 'seeds/users.js', '__mocks__/session.js', 'mock-server/index.js', 'vitest.config.ts', 'login.stories.js', 'jest.setup.js'].map((filename) => ({
      name: `a file that shows or tries something: ${filename}`,
      code: `${SESSION}session({ secret: 'keyboard cat' })\nexport const JWT_SECRET = 'shhhhh'`,
      filename: `/project/src/${filename}`,
    })),
    ...['config/development.js', 'config/test.js', 'locales/de.js', 'config/local.js'].map((filename) => ({
      name: `names in a file that is not for production: ${filename}`,
      code: `export default { session: { secret: 'keyboard cat' }, jwtSecret: 'Geheimnis' }`,
      filename: `/project/${filename}`,
    })),
    {
      name: 'a page, which has no secrets of a server',
      code: `export const sessionSecret = 'keyboard cat'\ndocument.title = 'hello'`,
    },
    {
      name: 'functions of other libraries',
      code: `import { session } from './session.js'
session({ secret: 'keyboard cat' })
cookieParser('keyboard cat')
jwt.sign(payload, 'shhhhh')
app.keys = ['keyboard cat']
new Cookies(req, res, { keys: ['keyboard cat'] })`,
    },
    { name: 'the place where a secret is looked up', code: `const sessionSecret = 'app.session.secret'` },
    { name: 'the exports of a module that a function makes up', code: `function load(loaded) { loaded.exports = { session: { secret: 'keyboard cat' } } }` },
  ],
  invalid: [],
})

ruleTester.run(`${rule.name}: where secrets stand`, rule, {
  valid: [],
  invalid: [
    {
      name: 'the secret of an object that is one export of a module',
      code: `module.exports.session = { secret: 'keyboard cat' }`,
      output: null,
      errors: [reported('sample', {}, ['SESSION_SECRET', `var sessionSecret = process.env.SESSION_SECRET
if (!sessionSecret) throw new Error('SESSION_SECRET is not set')

module.exports.session = { secret: sessionSecret }`])],
    },
    {
      name: 'a sample that begins as the words of a label do',
      code: `const sessionSecret = 'your secret session tokens'`,
      output: null,
      errors: [reported('sample', {}, ['SESSION_SECRET', `const sessionSecret = process.env.SESSION_SECRET
if (!sessionSecret) throw new Error('SESSION_SECRET is not set')`])],
    },
    {
      name: 'each text of a list by itself',
      code: `${SESSION}app.use(session({ secret: ['keyboard cat', process.env.SECRET, 'changeme'] }))`,
      output: null,
      errors: [
        reported('sample', { line: 2, column: 28, endColumn: 42, data: { secret: 'keyboard cat', protects: 'sessions', missing: '', length: 12, limit: 32 } }),
        reported('sample', { line: 2, column: 64, endColumn: 74, data: { secret: 'changeme', protects: 'sessions', missing: '', length: 8, limit: 32 } }),
      ],
    },
  ],
})

ruleTester.run(`${rule.name}: what libraries are given`, rule, {
  valid: [],
  invalid: [
    ...[
      ['express-session', `${SESSION}session({ secret: 'Kurt Wagner' }); other('Kurt Wagner')`, 'sessions'],
      ['a text without holes', `${SESSION}session({ secret: \`Kurt Wagner\` }); other('Kurt Wagner')`, 'sessions'],
      ['a text put together', `${SESSION}session({ secret: 'Kurt ' + 'Wagner' }); other('Kurt Wagner')`, 'sessions'],
      ['cookie-session', `import cookieSession from 'cookie-session'\ncookieSession({ keys: ['Kurt Wagner'] }); other('Kurt Wagner')`, 'sessions'],
      ['cookie-session with one secret', `import cookieSession from 'cookie-session'\ncookieSession({ secret: 'Kurt Wagner' }); other('Kurt Wagner')`, 'sessions'],
      ['cookie-parser', `import cookieParser from 'cookie-parser'\ncookieParser('Kurt Wagner'); other('Kurt Wagner')`, 'cookies'],
      ['a list for cookie-parser', `const cookieParser = require('cookie-parser')\ncookieParser([process.env.NEW, 'Kurt Wagner'])`, 'cookies'],
      ['the keys of a Koa application', `import Koa from 'koa'\nconst app = new Koa()\napp.keys = [process.env.NEW, 'Kurt Wagner']`, 'cookies'],
      ['the keys of a Koa application that is handed in', `import type Koa from 'koa'\nexport default (app: Koa) => { app.keys = [process.env.NEW, 'Kurt Wagner'] }`, 'cookies'],
      ['the keys of a Koa application, when it is made', `import Koa from 'koa'\nconst app = new Koa({ keys: [process.env.NEW, 'Kurt Wagner'] })`, 'cookies'],
      ['a ring of keys', `import Koa from 'koa'\nimport Keygrip from 'keygrip'\nconst app = new Koa()\napp.keys = new Keygrip([process.env.NEW, 'Kurt Wagner'], 'sha256')`, 'cookies'],
      ['cookies', `import Cookies from 'cookies'\nconst jar = new Cookies(req, res, { keys: [process.env.NEW, 'Kurt Wagner'] })`, 'cookies'],
      ['cookies as a middleware', `import Cookies from 'cookies'\napp.use(Cookies.express([process.env.NEW, 'Kurt Wagner']))`, 'cookies'],
      ['@fastify/session', `import session from '@fastify/session'\nimport Fastify from 'fastify'\nconst app = Fastify()\napp.register(session, { secret: [process.env.NEW, 'Kurt Wagner'] })`, 'sessions'],
      ['@fastify/secure-session', `import session from '@fastify/secure-session'\napp.register(session, { key: Buffer.from('Kurt Wagner', 'hex') }); other('Kurt Wagner')`, 'sessions'],
      ['@fastify/cookie', `import cookie from '@fastify/cookie'\napp.register(cookie, { secret: 'Kurt Wagner' }); other('Kurt Wagner')`, 'cookies'],
      ['jsonwebtoken', `import jwt from 'jsonwebtoken'\njwt.sign(payload, 'Kurt Wagner', { expiresIn: '1h' }); other('Kurt Wagner')`, 'tokens'],
      ['a verification', `import jwt from 'jsonwebtoken'\njwt.verify(token, 'Kurt Wagner'); other('Kurt Wagner')`, 'tokens'],
      ['bytes of a text', `import { jwtVerify } from 'jose'\njwtVerify(token, new TextEncoder().encode('Kurt Wagner')); other('Kurt Wagner')`, 'tokens'],
      ['a key made of a text', `import { SignJWT } from 'jose'\nimport { createSecretKey } from 'node:crypto'\nawait new SignJWT(payload).setExpirationTime('1h').sign(createSecretKey(Buffer.from('Kurt Wagner'))); other('Kurt Wagner')`, 'tokens'],
      ['a hash of a text', `import jwt from 'jsonwebtoken'\nimport { createHash } from 'node:crypto'\njwt.sign(payload, createHash('sha256').update('Kurt Wagner').digest('hex')); other('Kurt Wagner')`, 'tokens'],
      ['a private key', `import jwt from 'jsonwebtoken'\njwt.sign(payload, '-----BEGIN PRIVATE KEY-----\\nMIG'); other('-----BEGIN PRIVATE KEY-----\\nMIG')`, 'tokens'],
      ['what a function of the file gives', `${SESSION}const secretOf = () => 'Kurt Wagner'\nsession({ secret: secretOf() }); other('Kurt Wagner')`, 'sessions'],
      ['a member of a constant', `${SESSION}const config = { session: { secret: 'Kurt Wagner' } }\nsession({ secret: config.session.secret }); other('Kurt Wagner')`, 'sessions'],
      ['a member of a class', `${SESSION}class App {\n  secret = 'Kurt Wagner'\n  start() { return [session({ secret: this.secret }), 'Kurt Wagner'] }\n}`, 'sessions'],
      ['a member of an enumeration', `${SESSION}enum Keys { Session = 'Kurt Wagner' }\nsession({ secret: Keys.Session })`, 'sessions'],
      ['options through a constant and a spread', `${SESSION}const base = { secret: 'Kurt Wagner' }\nsession({ ...base, resave: false }); other('Kurt Wagner')`, 'sessions'],
    ].map(([name = '', code = '', protects = '']) => {
      const text = code.includes('BEGIN') ? 27 + 4 : 11
      return once(name, code, 'short', { data: { protects, missing: '', secret: code.includes('BEGIN') ? '-----BEGIN PRIVATE KEY-----\nMIG' : 'Kurt Wagner', length: text, limit: 32 } })
    }),
  ],
})

ruleTester.run(`${rule.name}: what steps in`, rule, {
  valid: [],
  invalid: [
    ...[
      ['a setting', `session({ secret: config.secret || 'Kurt Wagner' })`, 'config.secret'],
      ['what is found in settings', `session({ secret: config.get('secret') ?? 'Kurt Wagner' })`, `config.get('secret')`],
      ['a setting with a default', `session({ secret: config.get('SESSION_SECRET', 'Kurt Wagner') })`, 'SESSION_SECRET'],
      ['a setting with a default, by a function', `session({ secret: getEnv('SESSION_SECRET', 'Kurt Wagner') })`, 'SESSION_SECRET'],
      ['an argument', `function start(secret = 'Kurt Wagner') { session({ secret }) }`, 'secret'],
      ['an option', `export function start({ secret = 'Kurt Wagner' } = {}) { session({ secret }) }`, 'secret'],
      ['a variable that is destructured', `const { SESSION_SECRET = 'Kurt Wagner' } = process.env\nsession({ secret: SESSION_SECRET })`, 'SESSION_SECRET'],
      ['an option that is asked for', `function start(options) { session({ secret: options.secret ? options.secret : 'Kurt Wagner' }) }`, 'options.secret'],
      ['a list in a variable', `session({ secret: (process.env.SECRETS || 'Kurt Wagner,Anna Marie').split(',') }); other('Kurt Wagner,Anna Marie')`, 'SECRETS'],
      ['one of a list', `session({ secret: ['Kurt Wagner', process.env.OLD || 'Anna Marie'] })`, 'OLD'],
      ['a variable of a request', `app.get('/', (c) => session({ secret: c.env.SECRET || 'Kurt Wagner' }))`, 'c.env.SECRET'],
    ].map(([name = '', code = '', missing = '']): InvalidCase => {
      const first = name === 'one of a list' ? [reported('short', {})] : []
      const length = /Anna Marie/.test(code) ? (first.length > 0 ? 10 : 22) : 11
      const secret = length === 10 ? 'Anna Marie' : length === 22 ? 'Kurt Wagner,Anna Marie' : 'Kurt Wagner'
      return { name, code: `${SESSION}${code}`, output: null, errors: [...first, reported('fallback', { data: { missing, protects: 'sessions', secret, length, limit: 32 } })] }
    }),
    repaired(
      'a fallback where the token of a session is read',
      `import { getToken } from 'next-auth/jwt'
export const middleware = (req) => getToken({ req, secret: process.env.NEXTAUTH_SECRET || 'kurt-wagner' })`,
      ['fallback', 'NEXTAUTH_SECRET', { data: { missing: 'NEXTAUTH_SECRET', protects: 'sessions', secret: 'kurt-wagner', length: 11, limit: 32 } }],
      `import { getToken } from 'next-auth/jwt'
const nextauthSecret = process.env.NEXTAUTH_SECRET
if (!nextauthSecret) throw new Error('NEXTAUTH_SECRET is not set')

export const middleware = (req) => getToken({ req, secret: nextauthSecret })`,
    ),
    once('a default of a schema', `export const env = z.object({ SESSION_SECRET: z.string().min(8).default('Kurt Wagner') })`.replace('Kurt Wagner', 'kurt-wagner'), 'fallback'),
    once('a default of a validator', `export const env = cleanEnv(process.env, { JWT_SECRET: str({ default: 'kurt-wagner' }) })`, 'fallback'),
    once('a default in a table of settings', `module.exports = convict({ session: { secret: { format: String, default: 'kurt-wagner', env: 'SESSION_SECRET' } } })`, 'fallback'),
    once('a default of an option that is called a secret', `export function start({ jwtSecret = 'kurt-wagner' }) {}`, 'fallback'),
  ],
})

ruleTester.run(`${rule.name}: how bad a secret is`, rule, {
  valid: [],
  invalid: [
    ...[
      'keyboard cat', 'secret', 'changeme', 'change me', 'shhhhh', 'ssshhhhh', 'your-secret-key', 'your-256-bit-secret', 'supersecret', 'my_jwt_secret', 's3cr3t',
      'complex_password_at_least_32_characters_long', 'a secret with minimum length of 32 characters', 'averylogphrasebiggerthanthirtytwochars',
      'im a newer secret', 'mySuperSecretKey-change-in-production', 'some-random-string', 'this is a secret', '123456',
    ].map((secret) =>
      once(`\`${secret}\` is a sample`, `${SESSION}session({ secret: ['${secret}', process.env.OLD] })`, 'sample', {
        data: { secret, protects: 'sessions', missing: '', length: secret.length, limit: 32 },
      }),
    ),
    once('a long one is written', `${SESSION}session({ secret: ['${LONG}', process.env.OLD] })`, 'written', { data: { secret: LONG, protects: 'sessions', missing: '', length: 32, limit: 32 } }),
    once('a shorter one is short', `${SESSION}session({ secret: ['${LONG.slice(1)}', process.env.OLD] })`, 'short'),
    { ...once('how long it must be is an option', `${SESSION}session({ secret: ['${LONG}', process.env.OLD] })`, 'short'), options: [{ minLength: 64 }] },
    { ...once('a shorter one may be enough', `${SESSION}session({ secret: ['1f0c2b9d', process.env.OLD] })`, 'written'), options: [{ minLength: 8 }] },
  ],
})

ruleTester.run(`${rule.name}: names`, rule, {
  valid: [],
  invalid: [
    ...[
      [`const JWT_SECRET = 'kurt-wagner'\nother('kurt-wagner')`, 'tokens'],
      [`export const sessionSecret = 'kurt-wagner'\nother('kurt-wagner')`, 'sessions'],
      [`exports.cookieSecret = 'kurt-wagner'\nother('kurt-wagner')`, 'cookies'],
      [`export default { session: { secret: 'kurt-wagner' }, other: 'kurt-wagner' }`, 'sessions'],
      [`module.exports = { jwt: { secret: 'kurt-wagner' }, other: 'kurt-wagner' }`, 'tokens'],
      [`module.exports = { auth: { secret: 'kurt-wagner' }, other: 'kurt-wagner' }`, 'sessions'],
      [`const config = { JWT_SECRET: 'kurt-wagner', other: 'kurt-wagner' }\nmodule.exports = config`, 'tokens'],
      [`const config = { accessTokenSecret: 'kurt-wagner', other: 'kurt-wagner' }\nexport { config }`, 'tokens'],
      [`export const jwtConstants = { secret: 'kurt-wagner', other: 'kurt-wagner' }`, 'tokens'],
      [`export default registerAs('session', () => ({ secret: 'kurt-wagner', other: 'kurt-wagner' }))`, 'sessions'],
      [`export default () => ({ jwt: { secret: 'kurt-wagner' }, other: 'kurt-wagner' })`, 'tokens'],
      [`export function configuration() { return { REFRESH_TOKEN_SECRET: 'kurt-wagner', other: 'kurt-wagner' } }`, 'tokens'],
      [`export class Config { static readonly jwtSecret = 'kurt-wagner'; other = 'kurt-wagner' }`, 'tokens'],
      [`export const options = Object.freeze({ COOKIE_PASSWORD: 'kurt-wagner', other: 'kurt-wagner' })`, 'cookies'],
      [`export default { NEXTAUTH_SECRET: 'kurt-wagner', other: 'kurt-wagner' } satisfies Record<string, string>`, 'sessions'],
    ].map(([code = '', protects = '']) => once(code, code, 'short', { data: { protects, missing: '', secret: 'kurt-wagner', length: 11, limit: 32 } })),
    {
      name: 'the same text is told once, by the library that takes it',
      code: `${SESSION}const SESSION_SECRET = 'kurt-wagner'\nsession({ secret: SESSION_SECRET })\nsession({ secret: SESSION_SECRET, other: 'kurt-wagner' })`,
      output: null,
      errors: [reported('short', { line: 2, column: 24, endColumn: 37 })],
    },
  ],
})

const READ = `const sessionSecret = process.env.SESSION_SECRET
if (!sessionSecret) throw new Error('SESSION_SECRET is not set')
`

ruleTester.run(`${rule.name}: what is suggested`, rule, {
  valid: [],
  invalid: [
    repaired(
      'the secret is read before the statement that needs it',
      `${SESSION}import express from 'express'\n\nconst app = express()\n\n// Sessions\napp.use(session({ secret: 'keyboard cat' }))\n`,
      ['sample', 'SESSION_SECRET', { line: 7 }],
      `${SESSION}import express from 'express'\n\nconst app = express()\n\n${READ}\n// Sessions\napp.use(session({ secret: sessionSecret }))\n`,
    ),
    repaired(
      'in the style of the file',
      `const session = require("express-session");\r\n\r\napp.use(session({ secret: "keyboard cat" }));\r\n`,
      ['sample', 'SESSION_SECRET'],
      `const session = require("express-session");\r\n\r\nconst sessionSecret = process.env.SESSION_SECRET;\r\nif (!sessionSecret) throw new Error("SESSION_SECRET is not set");\r\n\r\napp.use(session({ secret: sessionSecret }));\r\n`,
    ),
    repaired(
      'in code from before 2015',
      `var session = require('express-session');\napp.use(session({ secret: 'keyboard cat' }));`,
      ['sample', 'SESSION_SECRET'],
      `var session = require('express-session');\nvar sessionSecret = process.env.SESSION_SECRET;\nif (!sessionSecret) throw new Error('SESSION_SECRET is not set');\n\napp.use(session({ secret: sessionSecret }));`,
    ),
    repaired(
      'before a line that would be read as the rest of it',
      `${SESSION};(() => { app.use(session({ secret: 'keyboard cat' })) })()`,
      ['sample', 'SESSION_SECRET'],
      `${SESSION};${READ.replace(/\n$/, ';\n')}\n(() => { app.use(session({ secret: sessionSecret })) })()`,
    ),
    repaired(
      'a constant of the module is read itself',
      `${SESSION}const SECRET = 'keyboard cat'\nsession({ secret: SECRET })`,
      ['sample', 'SESSION_SECRET'],
      `${SESSION}const SECRET = process.env.SESSION_SECRET\nif (!SECRET) throw new Error('SESSION_SECRET is not set')\nsession({ secret: SECRET })`,
    ),
    repaired(
      'a constant that says the name of the variable',
      `export const ACCESS_TOKEN_SECRET = 'kurt-wagner'`,
      ['short', 'ACCESS_TOKEN_SECRET'],
      `export const ACCESS_TOKEN_SECRET = process.env.ACCESS_TOKEN_SECRET\nif (!ACCESS_TOKEN_SECRET) throw new Error('ACCESS_TOKEN_SECRET is not set')`,
    ),
    repaired(
      'an exported constant is a text, as its type says',
      `export const jwtSecret = 'kurt-wagner'\n`,
      ['short', 'JWT_SECRET'],
      `export const jwtSecret = process.env.JWT_SECRET ?? ''\nif (!jwtSecret) throw new Error('JWT_SECRET is not set')\n`,
      'fixtures/file.ts',
    ),
    repaired(
      'a constant that needs its type in a function that is declared',
      `import jwt from 'jsonwebtoken'\nconst key: string = 'kurt-wagner'\nfunction sign(id: string) { return jwt.sign({ id }, key, { expiresIn: '1h' }) }`,
      ['short', 'JWT_SECRET'],
      `import jwt from 'jsonwebtoken'\nconst key: string = process.env.JWT_SECRET ?? ''\nif (!key) throw new Error('JWT_SECRET is not set')\nfunction sign(id: string) { return jwt.sign({ id }, key, { expiresIn: '1h' }) }`,
    ),
    repaired(
      'a text that is a constant as a type',
      `import jwt from 'jsonwebtoken'\nconst key = 'kurt-wagner' as const\nconst sign = (id: string) => jwt.sign({ id }, key, { expiresIn: '1h' })`,
      ['short', 'JWT_SECRET'],
      `import jwt from 'jsonwebtoken'\nconst key = process.env.JWT_SECRET\nif (!key) throw new Error('JWT_SECRET is not set')\nconst sign = (id: string) => jwt.sign({ id }, key, { expiresIn: '1h' })`,
    ),
    repaired(
      'what steps in becomes the error',
      `${SESSION}const secret = process.env.SESSION_SECRET || 'dev secret'\nsession({ secret })`,
      ['fallback', 'SESSION_SECRET', { line: 2, column: 46, endColumn: 58 }],
      `${SESSION}const secret = process.env.SESSION_SECRET\nif (!secret) throw new Error('SESSION_SECRET is not set')\nsession({ secret })`,
    ),
    repaired(
      'what steps in inside a call',
      `${SESSION}session({ secret: process.env.KEY ?? 'dev secret' })`,
      ['fallback', 'KEY'],
      `${SESSION}const key = process.env.KEY\nif (!key) throw new Error('KEY is not set')\n\nsession({ secret: key })`,
    ),
    repaired(
      'what steps in for the second of two variables',
      `${SESSION}session({ secret: process.env.NEW_KEY || process.env.KEY || 'dev secret' })`,
      ['fallback', 'NEW_KEY'],
      `${SESSION}const newKey = process.env.NEW_KEY || process.env.KEY\nif (!newKey) throw new Error('NEW_KEY is not set')\n\nsession({ secret: newKey })`,
    ),
    repaired(
      'what steps in, in an object that is exported',
      `module.exports = { jwt: { secret: process.env.JWT_SECRET || 'kurt-wagner', expiresIn: '1h' } }`,
      ['fallback', 'JWT_SECRET'],
      `var jwtSecret = process.env.JWT_SECRET\nif (!jwtSecret) throw new Error('JWT_SECRET is not set')\n\nmodule.exports = { jwt: { secret: jwtSecret, expiresIn: '1h' } }`,
    ),
    repaired(
      'as Deno reads the environment',
      `import session from 'npm:express-session'\nsession({ secret: 'keyboard cat' })`,
      ['sample', 'SESSION_SECRET'],
      `import session from 'npm:express-session'\nconst sessionSecret = Deno.env.get('SESSION_SECRET')\nif (!sessionSecret) throw new Error('SESSION_SECRET is not set')\n\nsession({ secret: sessionSecret })`,
    ),
    repaired(
      'as a file reads it that runs under Bun',
      `${SESSION}const port = Bun.env.PORT\nsession({ secret: 'keyboard cat', port })`,
      ['sample', 'SESSION_SECRET'],
      `${SESSION}const port = Bun.env.PORT\nconst sessionSecret = Bun.env.SESSION_SECRET\nif (!sessionSecret) throw new Error('SESSION_SECRET is not set')\n\nsession({ secret: sessionSecret, port })`,
    ),
    repaired(
      'a list of one',
      `${SESSION}session({ secret: ['keyboard cat'] })`,
      ['sample', 'SESSION_SECRET'],
      `${SESSION}${READ}\nsession({ secret: [sessionSecret] })`,
    ),
    repaired(
      'a list of one that steps in where the variable is unset',
      `${SESSION}session({ secret: [process.env.SESSION_SECRET || 'keyboard cat'] })`,
      ['fallback', 'SESSION_SECRET'],
      `${SESSION}${READ}\nsession({ secret: [sessionSecret] })`,
    ),
    repaired(
      'a key made of the text',
      `import { SignJWT } from 'jose'\nconst key = new TextEncoder().encode('${LONG}')\nexport const sign = (id) => new SignJWT({ id }).setExpirationTime('1h').sign(key)`,
      ['written', 'JWT_SECRET'],
      `import { SignJWT } from 'jose'\nconst jwtSecret = process.env.JWT_SECRET\nif (!jwtSecret) throw new Error('JWT_SECRET is not set')\n\nconst key = new TextEncoder().encode(jwtSecret)\nexport const sign = (id) => new SignJWT({ id }).setExpirationTime('1h').sign(key)`,
    ),
    repaired(
      'a name that the file has not',
      `${SESSION}import { sessionSecret } from './names.js'\nsession({ secret: 'keyboard cat', name: sessionSecret })`,
      ['sample', 'SESSION_SECRET'],
      `${SESSION}import { sessionSecret } from './names.js'\nconst sessionSecretSetting = process.env.SESSION_SECRET\nif (!sessionSecretSetting) throw new Error('SESSION_SECRET is not set')\n\nsession({ secret: sessionSecretSetting, name: sessionSecret })`,
    ),
    repaired(
      'a constant that the file has for it',
      `${SESSION}${READ}session({ secret: sessionSecret })\nsession({ secret: 'keyboard cat' })`,
      ['sample', 'SESSION_SECRET'],
      `${SESSION}${READ}session({ secret: sessionSecret })\nsession({ secret: sessionSecret })`,
    ),
    repaired(
      'before a class with decorators',
      `import { JwtModule } from '@nestjs/jwt'\n\n@Module({ imports: [JwtModule.register({ secret: 'keyboard cat' })] })\nexport class AppModule {}\n`,
      ['sample', 'JWT_SECRET'],
      `import { JwtModule } from '@nestjs/jwt'\n\nconst jwtSecret = process.env.JWT_SECRET\nif (!jwtSecret) throw new Error('JWT_SECRET is not set')\n\n@Module({ imports: [JwtModule.register({ secret: jwtSecret })] })\nexport class AppModule {}\n`,
    ),
    repaired(
      'before all code where a function needs it that may be called early, but behind what loads the environment',
      `const jwt = require('jsonwebtoken')\nrequire('dotenv').config()\n\nstart()\n\nfunction start() { return jwt.sign({}, 'keyboard cat') }`,
      ['sample', 'JWT_SECRET'],
      `const jwt = require('jsonwebtoken')\nrequire('dotenv').config()\n\nconst jwtSecret = process.env.JWT_SECRET\nif (!jwtSecret) throw new Error('JWT_SECRET is not set')\n\nstart()\n\nfunction start() { return jwt.sign({}, jwtSecret) }`,
    ),
    {
      name: 'what is signed with a secret is verified with the same: it is read in both places',
      code: `import jwt from 'jsonwebtoken'\nexport function sign(id) { return jwt.sign({ id }, 'shhhhh', { expiresIn: '1h' }) }\nexport function verify(token) { return jwt.verify(token, 'shhhhh') }`,
      output: null,
      errors: [2, 3].map((line) =>
        reported('sample', { line }, [
          'JWT_SECRET',
          `import jwt from 'jsonwebtoken'\nconst jwtSecret = process.env.JWT_SECRET\nif (!jwtSecret) throw new Error('JWT_SECRET is not set')\n\nexport function sign(id) { return jwt.sign({ id }, jwtSecret, { expiresIn: '1h' }) }\nexport function verify(token) { return jwt.verify(token, jwtSecret) }`,
        ]),
      ),
    },
    {
      name: 'the secrets of two kinds of tokens, each in a variable of its own',
      code: `import jwt from 'jsonwebtoken'\nexport const signAccess = (id) => jwt.sign({ id }, 'kurt-wagner', { expiresIn: '15m' })\nexport const signRefresh = (id) => jwt.sign({ id }, 'ororo-munroe', { expiresIn: '7d' })`,
      output: null,
      errors: [
        reported('short', { line: 2 }, [
          'JWT_SECRET',
          `import jwt from 'jsonwebtoken'\nconst jwtSecret = process.env.JWT_SECRET\nif (!jwtSecret) throw new Error('JWT_SECRET is not set')\n\nexport const signAccess = (id) => jwt.sign({ id }, jwtSecret, { expiresIn: '15m' })\nexport const signRefresh = (id) => jwt.sign({ id }, 'ororo-munroe', { expiresIn: '7d' })`,
        ]),
        reported('short', { line: 3 }, [
          'JWT_REFRESH_SECRET',
          `import jwt from 'jsonwebtoken'\nexport const signAccess = (id) => jwt.sign({ id }, 'kurt-wagner', { expiresIn: '15m' })\nconst jwtRefreshSecret = process.env.JWT_REFRESH_SECRET\nif (!jwtRefreshSecret) throw new Error('JWT_REFRESH_SECRET is not set')\n\nexport const signRefresh = (id) => jwt.sign({ id }, jwtRefreshSecret, { expiresIn: '7d' })`,
        ]),
      ],
    },
    {
      name: 'two secrets of tokens of which nobody knows the kinds: one variable for one of them',
      code: `import jwt from 'jsonwebtoken'\nexport const signInvitation = (id) => jwt.sign({ id }, 'kurt-wagner', { expiresIn: '15m' })\nexport const JWT_SECRET = 'ororo-munroe'`,
      output: null,
      errors: [
        reported('short', { line: 2 }),
        reported('short', { line: 3 }, [
          'JWT_SECRET',
          `import jwt from 'jsonwebtoken'\nexport const signInvitation = (id) => jwt.sign({ id }, 'kurt-wagner', { expiresIn: '15m' })\nexport const JWT_SECRET = process.env.JWT_SECRET\nif (!JWT_SECRET) throw new Error('JWT_SECRET is not set')`,
        ]),
      ],
    },
    ...[
      ['of a list the first signs, and the old ones must stay a while', `session({ secret: ['${LONG}', process.env.OLD_SECRET] })`],
      ['the text stands in a place that nobody knows', `session({ secret: '${LONG}' })\nunsign(cookie, '${LONG}')`],
      ['the environment is loaded later', `session({ secret: '${LONG}' })\nrequire('dotenv').config()`],
      ['the environment is loaded in the function', `function start() { dotenv.config(); session({ secret: '${LONG}' }) }`],
      ['a worker is handed its variables', `export default { fetch() { session({ secret: '${LONG}' }); return caches.default } }`],
      ['a file of Vite, whose variables are those of the page', `session({ secret: '${LONG}', debug: import.meta.env.DEV })`],
      ['production is the only environment that needs it', `if (process.env.NODE_ENV === 'production') session({ secret: '${LONG}' })`],
    ].map(([name = '', code = '']) => once(`no suggestion: ${name}`, `${SESSION}${code}`, 'written')),
    ...[
      ['in a decorator', `import { ConfigModule } from '@nestjs/config'\nimport { JwtModule } from '@nestjs/jwt'\n@Module({ imports: [ConfigModule.forRoot(), JwtModule.register({ secret: '${LONG}', signOptions: { expiresIn: '15m' } })] })\nexport class AppModule {}`, 'written'],
      ['in a factory', `import { registerAs } from '@nestjs/config'\nexport default registerAs('auth', () => ({ jwtSecret: process.env.JWT_SECRET || '${LONG}' }))`, 'fallback'],
      ['in a constant', `export const jwtConstants = { secret: '${LONG}' }`, 'written', 'fixtures/nest-config/constants.ts'],
    ].map(([name = '', code = '', messageId = '', filename]) => once(`no suggestion: a module of Nest loads the environment later (${name})`, code, messageId, {}, filename)),
    once('no suggestion: what builds a program would carry the secret', `export default { session: { secret: '${LONG}' } }`, 'written', {}, 'fixtures/nuxt.config.ts'),
    once('no suggestion: a project of SvelteKit has an environment of its own', `import { db } from '$lib/db'\n${SESSION}session({ secret: '${LONG}' })`, 'written'),
  ],
})
