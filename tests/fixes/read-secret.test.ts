import * as typeScriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import plugin from '../../lib/index.js'

const HEAD = `import session from 'express-session'\nimport jwt from 'jsonwebtoken'\n`

/** A program after the repair of its first secret, without the first imports. */
function secretRead(code: string, extension = 'js'): string {
  const config: Linter.Config = { files: ['**/*.{js,ts}'], languageOptions: { parser: typeScriptParser }, plugins: { own: plugin }, rules: { 'own/no-hardcoded-secret': 'error' } }
  const [message] = new Linter({ cwd: '/' }).verify(HEAD + code, [config], { filename: `/nowhere/file.${extension}` })
  if (!message?.ruleId) return message?.message ?? 'silent'
  const [suggestion] = message.suggestions ?? []
  if (!suggestion) return 'no repair'
  const { range, text } = suggestion.fix
  return `${HEAD}${code}`.slice(HEAD.length, range[0]) + text + `${HEAD}${code}`.slice(range[1])
}

/** What stands at the start of the module. */
function read(name: string, variable: string, value = `process.env.${variable}`): string {
  return `const ${name} = ${value}\nif (!${name}) throw new Error('${variable} is not set')\n`
}

describe('a secret is read', () => {
  it.each([
    ['where another stood in for it', `session({ secret: process.env.KEY ? process.env.KEY : 'keyboard cat' })`, `${read('key', 'KEY')}\nsession({ secret: key })`],
    ['where another stood in for it, the other way round', `session({ secret: !process.env.KEY ? 'keyboard cat' : process.env.KEY })`, `${read('key', 'KEY')}\nsession({ secret: key })`],
    ['in all places where the same stood in for it', `session({ secret: process.env.KEY || 'keyboard cat' })\nsession({ secret: process.env.KEY || 'keyboard cat' })`, `${read('key', 'KEY')}\nsession({ secret: key })\nsession({ secret: key })`],
    ['in a list that is a constant', `const secrets = ['keyboard cat']\nsession({ secret: secrets })`, `${read('sessionSecret', 'SESSION_SECRET')}\nconst secrets = [sessionSecret]\nsession({ secret: secrets })`],
    ['for a session, whatever the function refreshes', `export function refresh(app) { app.use(session({ secret: 'keyboard cat' })) }`, `${read('sessionSecret', 'SESSION_SECRET')}\nexport function refresh(app) { app.use(session({ secret: sessionSecret })) }`],
    ['instead of its parts', `session({ secret: ['keyboard ' + 'cat'] })`, `${read('sessionSecret', 'SESSION_SECRET')}\nsession({ secret: [sessionSecret] })`],
    ['beside a longer text', 'session({ secret: `keyboard cat` })\nlog(`keyboard cat${x}`)', `${read('sessionSecret', 'SESSION_SECRET')}\nsession({ secret: sessionSecret })\nlog(\`keyboard cat\${x}\`)`],
    ['by its own constant', `const key = 'keyboard cat'\n;[1].map(() => session({ secret: key }))`, `${read('key', 'SESSION_SECRET')};[1].map(() => session({ secret: key }))`],
    ['before a declaration of several constants', `const port = 1, key = 'keyboard cat'\nsession({ secret: key })`, `${read('sessionSecret', 'SESSION_SECRET')}\nconst port = 1, key = sessionSecret\nsession({ secret: key })`],
    ['before a function, whose constants may be made often', `function start() { const key = 'keyboard cat'; session({ secret: key }) }`, `${read('sessionSecret', 'SESSION_SECRET')}\nfunction start() { const key = sessionSecret; session({ secret: key }) }`],
    ['before a function that may be called early, but behind what loads modules', `const a = require ('a')\nrequire ('b')\nstart()\nfunction start() { session({ secret: 'keyboard cat' }) }`, `const a = require ('a')\nrequire ('b')\n${read('sessionSecret', 'SESSION_SECRET')}\nstart()\nfunction start() { session({ secret: sessionSecret }) }`],
    ['where an import loads the environment, wherever that stands', `session({ secret: 'keyboard cat' })\nimport 'dotenv/config'`, `${read('sessionSecret', 'SESSION_SECRET')}\nsession({ secret: sessionSecret })\nimport 'dotenv/config'`],
    ['behind what loads the environment between functions', `start()\nconst loaded = dotenv.config()\nstart()\nfunction start() { session({ secret: 'keyboard cat' }) }`, `start()\nconst loaded = dotenv.config()\n${read('sessionSecret', 'SESSION_SECRET')}\nstart()\nfunction start() { session({ secret: sessionSecret }) }`],
    ['behind a comment that stands apart', `// Sessions\n\n// One.\nsession({ secret: 'keyboard cat' })`, `// Sessions\n\n${read('sessionSecret', 'SESSION_SECRET')}\n// One.\nsession({ secret: sessionSecret })`],
    ['by a name that nobody has', `import { sessionSecret, sessionSecretSetting } from 'own'\nsession({ secret: 'keyboard cat', sessionSecretValue })`, `import { sessionSecret, sessionSecretSetting } from 'own'\n${read('sessionSecretFromEnvironment', 'SESSION_SECRET')}\nsession({ secret: sessionSecretFromEnvironment, sessionSecretValue })`],
    ['by the last name of all', `import { sessionSecret, sessionSecretSetting, sessionSecretValue, sessionSecretFromEnvironment } from 'own'\nsession({ secret: 'keyboard cat' })`, `import { sessionSecret, sessionSecretSetting, sessionSecretValue, sessionSecretFromEnvironment } from 'own'\n${read('sessionSecret2', 'SESSION_SECRET')}\nsession({ secret: sessionSecret2 })`],
  ])('%s', (_title, code, expected) => {
    expect(secretRead(code)).toBe(expected)
  })
})

describe('a secret of refresh tokens has a variable of its own', () => {
  const SIGN = (secret: string) => `jwt.sign({ id }, ${secret}, { expiresIn: '7d' })`
  const START = `${read('jwtRefreshSecret', 'JWT_REFRESH_SECRET')}\n`

  it.each([
    ['by its text', `const sign = (id) => $`, 'my refresh key'],
    ['by the function', `const signRefresh = (id) => $`],
    ['by the variable', `const refreshToken = $`],
    ['by the property', `send({ refreshToken: $ })`],
    ['by the member', `tokens.refresh = $`],
    ['by the method', `export class Tokens { signRefresh(id) { return $ } }`],
    ['by the class', `export class RefreshTokens { sign(id) { return $ } }`],
    ['by the class without a declaration', `export default [class RefreshTokens { sign(id) { return $ } }]`],
    ['by what it is assigned to', `function issue() { let refreshToken; refreshToken = $ }`],
    ['by the nearest of several names', `function refresh() { log($$) }`.replace('$$', '$')],
    ['in short', `const [at, rt] = [1, $]`, 'rt-secret'],
  ])('%s', (_title, code, text = 'kurt-wagner') => {
    expect(secretRead(code.replace('$', SIGN(`'${text}'`)))).toBe(START + code.replace('$', SIGN('jwtRefreshSecret')))
  })

  it.each([
    ['where the nearest name is another', `function refresh() { const accessToken = $ }`],
    ['where its text is of another kind', `const signRefresh = (id) => $`, 'my access key'],
    ['where the word is a part of another', `const refreshed = $`],
  ])('but not %s', (_title, code, text = 'kurt-wagner') => {
    expect(secretRead(code.replace('$', SIGN(`'${text}'`)))).toBe(`${read('jwtSecret', 'JWT_SECRET')}\n${code.replace('$', SIGN('jwtSecret'))}`)
  })
})

describe('a constant of the module has the secret', () => {
  const USE = `session({ secret: 'keyboard cat' })`

  it.each([
    ['if the module stops without it', `const own = process.env.SESSION_SECRET\nif (!own) throw new Error('No secret')\n`, 'js'],
    ['if it is a text in any case', `const own = process.env.SESSION_SECRET ?? ''\nif (!own) throw new Error('No secret')\n`, 'ts'],
    ['if it is a text in other quotes', `const own = process.env.SESSION_SECRET ?? ""\nif (!own) process.exit(1)\n`, 'ts'],
  ])('%s', (_title, constant, extension) => {
    expect(secretRead(constant + USE, extension)).toBe(`${constant}session({ secret: own })`)
  })

  it.each([
    ['if the module goes on without it', `const own = process.env.SESSION_SECRET\nif (!own) console.warn('No secret')\n`],
    ['if something else is asked for', `const own = process.env.SESSION_SECRET\nif (!other) throw new Error('No secret')\n`],
    ['if it is something else', `const own = process.env.OWN_SECRET\nif (!own) throw new Error('No secret')\n`],
  ])('but not %s', (_title, constant) => {
    expect(secretRead(constant + USE)).toBe(`${constant}${read('sessionSecret', 'SESSION_SECRET')}\nsession({ secret: sessionSecret })`)
  })
})

describe('a secret is a text for TypeScript', () => {
  const SIGN = (name: string) => `jwt.sign({ id }, ${name}, { expiresIn: '1h' })`
  const TEXT = `process.env.JWT_SECRET ?? ''`

  it.each([
    ['in a function that is declared, and elsewhere', `const key = 'kurt-wagner'\nlog(key)\nfunction sign(id: string) { return ${SIGN('key')} }`, `${read('key', 'JWT_SECRET', TEXT)}log(key)\nfunction sign(id: string) { return ${SIGN('key')} }`],
    ['in a class', `const key = 'kurt-wagner'\nclass Tokens { sign = (id: string) => ${SIGN('key')} }`, `${read('key', 'JWT_SECRET', TEXT)}class Tokens { sign = (id: string) => ${SIGN('key')} }`],
    ['without a doubt in other functions', `const key = 'kurt-wagner'\nconst sign = (id: string) => ${SIGN('key')}`, `${read('key', 'JWT_SECRET')}const sign = (id: string) => ${SIGN('key')}`],
    ['by what is asked of it', `export const jwtSecret = 'kurt-wagner' satisfies string\n`, `export ${read('jwtSecret', 'JWT_SECRET', `${TEXT} satisfies string`)}`],
    ['in one place of two', `const sign = (id: string) => ${SIGN(`'kurt-wagner'`)}\nfunction verify(token: string) { return jwt.verify(token, 'kurt-wagner') }`, `${read('jwtSecret', 'JWT_SECRET', TEXT)}\nconst sign = (id: string) => ${SIGN('jwtSecret')}\nfunction verify(token: string) { return jwt.verify(token, jwtSecret) }`],
  ])('%s', (_title, code, expected) => {
    expect(secretRead(code, 'ts')).toBe(expected)
  })
})

describe('a secret stays', () => {
  it.each([
    ['whose variable has another one', `jwt.verify(mailed, process.env.JWT_SECRET)\njwt.sign({ id }, 'kurt-wagner', { expiresIn: '1h' })`],
    ['whose variable has another one, in a constant', `const key = process.env.JWT_SECRET\nif (!key) throw new Error('No secret')\njwt.sign({ id }, 'kurt-wagner', { expiresIn: '1h' })`],
    ['that stands in for two others', `session({ secret: process.env.A || 'keyboard cat' })\nsession({ secret: process.env.B || 'keyboard cat' })`],
    ['that stands in for another in one of two places', `session({ secret: 'keyboard cat' })\nsession({ secret: process.env.KEY || 'keyboard cat' })`],
    ['that stands in for what may be missing', `session({ secret: process.env.A || (process.env.B || 'keyboard cat') })`],
    ['that stands in for a setting', `session({ secret: config.secret || 'keyboard cat' })`],
    ['that stands in for a variable or a setting', `session({ secret: process.env.KEY || config.secret || 'keyboard cat' })`],
    ['that stands in for a variable, by a name', `const fallback = 'keyboard cat'\nsession({ secret: process.env.KEY || fallback })`],
    ['that stands in for a setting in a pattern', `const { secret = 'keyboard cat' } = options\nsession({ secret })`],
    ['in a list, as something else', `session({ secret: [Buffer.from('keyboard cat')] })`],
    ['in a list, by a name', `const first = 'keyboard cat'\nsession({ secret: [first] })`],
    ['of which nobody knows what it is elsewhere', 'session({ secret: "keyboard cat" })\nlog(`keyboard cat`)'],
    ['that a schema has as its default', `export const env = z.object({ SESSION_SECRET: z.string().default('keyboard cat') })\nsession({ secret: 'keyboard cat' })`],
    ['that stands in for the name of the environment', `session({ secret: process.env.NODE_ENV || 'keyboard cat' })\nconst name = process.env.NODE_ENV || 'keyboard cat'`],
  ])('%s', (_title, code) => {
    expect(secretRead(code)).toBe('no repair')
  })

  it('in an enumeration', () => {
    expect(secretRead(`enum Secrets { Session = 'keyboard cat' }\nsession({ secret: Secrets.Session })`, 'ts')).toBe('no repair')
  })
})
