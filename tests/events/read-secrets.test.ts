import { expect, it } from 'vitest'
import { sessionFileOf } from '../events-of.js'

it.each([
  ['one', '{ secret: one }', 1],
  ['several', '{ secret: [one, two] }', 1],
  ['none', '{}', 0],
  ['what nobody sees', '{ ...options }', undefined],
])('the secrets of a session are %s', (_title, options, count) => {
  const [configured] = sessionFileOf(`import session from 'express-session'; app.use(session(${options}))`).of('sessionConfigured')
  expect(configured?.secrets?.length).toBe(count)
})

it.each([
  ['by what it gives', `() => ({ secret: 'kurt-wagner' })`],
  ['by what it returns', `() => { return { secret: 'kurt-wagner' } }`],
])('a function has a secret of the settings that it makes, %s', (_title, callable) => {
  const secrets = sessionFileOf(`export default registerAs('session', ${callable})`).of('secretWritten')
  expect(secrets.map(({ protects }) => protects)).toEqual(['sessions'])
})

it.each([
  ['that does not name it', `for (const key of ['DATABASE_URL']) if (!process.env[key]) throw new Error(key)`],
  ['that nobody can see', `for (const key of required) if (!process.env[key]) throw new Error(key)`],
  ['that is only gone on with', `for (const key of ['SESSION_SECRET']) { if (!process.env[key]) continue }`],
  ['whose function is only left', `['SESSION_SECRET'].forEach((key) => { if (!process.env[key]) return })`],
  ['that is only told of', `const missing = ['SESSION_SECRET'].filter((key) => !process.env[key]); if (missing.length > 0) console.warn(missing)`],
  ['beside another stop', `const missing = ['SESSION_SECRET'].filter((key) => !process.env[key]); if (!port) throw new Error('PORT')`],
])('a list of settings %s does not stop the program without the secret', (_title, code) => {
  const secrets = sessionFileOf(`${code}; export const session = { secret: process.env.SESSION_SECRET || 'kurt-wagner' }`).of('secretWritten')
  expect(secrets.map(({ missing }) => missing)).toEqual(['SESSION_SECRET'])
})

it.each([
  ['the key of cookies', `module.exports = { session: { cookieKey: 'thenetninjaisawesomeiguess' } }`, ['cookieKey sessions']],
  ['keys of cookies in a list', `export const cookieKeys = ['thenetninjaisawesomeiguess']`, ['cookieKeys cookies']],
  ['the key of tokens', `const JWT_KEY = '7f0c2b9d4e8a61d37f0c2b9d4e8a61d3'`, ['JWT_KEY tokens']],
  ['the key of a storage', `const TOKEN_KEY = 'access_token'; const session = { sessionKey: 'sess' }; export const cookieKey = 'connect.sid'`, []],
  ['what seals the sessions of a store', `import MongoStore from 'connect-mongo'; MongoStore.create({ mongoUrl, crypto: { secret: 'squirrel' } })`, ['secret sessions']],
  ['what seals the sessions of a store that is constructed', `const MongoStore = require('connect-mongo'); new MongoStore({ crypto: { secret: 'squirrel', algorithm: 'aes-256-gcm' } })`, ['secret sessions']],
  ['what nobody sees', `import MongoStore from 'connect-mongo'; MongoStore.create({ crypto: { secret: process.env.SECRET } })`, []],
])('a secret is %s', (_title, code, expected) => {
  const secrets = sessionFileOf(code).of('secretWritten')
  expect(secrets.map(({ name, protects }) => `${name} ${protects}`)).toEqual(expected)
})

it.each([
  [`export const JWT_SECRET = process.env.JWT_SECRET || 'jwt_secret'`, 'tokens'],
  [`export const REFRESH_TOKEN_SECRET = process.env.REFRESH_TOKEN_SECRET ?? 'refresh_token_secret'`, 'tokens'],
  [`export default { jwt: { refreshSecret: process.env.JWT_REFRESH_SECRET || 'refreshSecret' } }`, 'tokens'],
  [`module.exports = { sessionSecret: process.env.SESSION_SECRET || 'session secret' }`, 'sessions'],
  [`module.exports = { sessionSecret: env.get('SESSION_SECRET', 'SESSION_SECRET') }`, 'sessions'],
  [`module.exports = { jwtSecret: process.env.JWT_SECRET ? process.env.JWT_SECRET : 'jwt-secret' }`, 'tokens'],
])('a text that steps in for a setting is the secret, even if it is its name: %s', (code, protects) => {
  const secrets = sessionFileOf(code).of('secretWritten')
  expect(secrets.map((secret) => secret.protects)).toEqual([protects])
})

it.each([
  `export const JWT_SECRET = 'jwt_secret'`,
  `module.exports = { sessionSecret: 'sessionSecret' }`,
  `module.exports = { sessionSecret: names.sessionSecret || 'sessionSecret' }`,
  `module.exports = { sessionSecret: process.env.SESSION_SECRET || 'COOKIE_SECRET' }`,
])('a name alone is none: %s', (code) => {
  expect(sessionFileOf(code).of('secretWritten')).toEqual([])
})

it.each([
  [`module.exports = { refreshSecret: process.env.JWT_REFRESH_SECRET || 'kurt-wagner' }`, 'tokens'],
  [`module.exports = { accessSecret: process.env.SESSION_KEY || 'kurt-wagner' }`, 'sessions'],
  [`module.exports = { cookieSecret: process.env.JWT_SECRET || 'kurt-wagner' }`, 'cookies'],
  [`module.exports = { refreshSecret: process.env.REFRESH_KEY || 'kurt-wagner' }`, 'cookies'],
])('a secret is for what its name says, else for what the setting says: %s', (code, protects) => {
  const secrets = sessionFileOf(code).of('secretWritten')
  expect(secrets.map((secret) => secret.protects)).toEqual([protects])
})
