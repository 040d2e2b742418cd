import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { matchesOf } from '../events-of.js'
import { formsOfDefault } from './import-forms.js'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'passport-'))
  for (const [name, version] of [['before', '^0.5.3'], ['since', '^0.6.0']] as const) {
    mkdirSync(join(folder, name, '.git'), { recursive: true })
    writeFileSync(join(folder, name, 'package.json'), JSON.stringify({ dependencies: { passport: version } }))
  }
})

afterAll(() => rmSync(folder, { recursive: true }))

type Version = 'before' | 'since'

function read(version: Version, code: string): string[] {
  return matchesOf(code, { filename: join(folder, version, 'app.ts') })
}

const IMPORT = `import passport from 'passport'; import express from 'express'; const app = express();`

describe.each([
  ['before', 'loginByLibrary passport proved', 'logoutByLibrary passport proved'],
  ['since', 'sessionRegenerated passport proved', 'sessionDestroyed passport proved'],
] as const)('%s version 0.6', (version, login, logout) => {
  const inHandler = (statement: string) => read(version, `${IMPORT} app.post('/', async (req, res, next) => { ${statement} })`)

  it.each(formsOfDefault('passport').map(({ head, name, title }) => [title, head, name]))('passport.authenticate by %s', (_title, head, name) => {
    expect(read(version, `${head}; app.post('/login', ${name}.authenticate('local'))`)).toEqual([login])
  })

  it.each([
    ['req.logIn(user, done)', `req.logIn(user, (error) => next(error))`, ' done=(error) => next(error)'],
    ['req.login(user, done)', `req.login(user, next)`, ' done=next'],
    ['req.login(user, options, done)', `req.login(user, { keepSessionInfo: true }, next)`, ' done=next'],
    ['req.login(user, options)', `req.login(user, options)`, undefined],
    ['the request of a context', `context.req.login(user, next)`, undefined],
  ])('%s', (_title, statement, parts) => {
    // Options that nobody can see may say that there is no session.
    expect(inHandler(statement)).toEqual(parts === undefined ? [] : [login + parts])
  })

  it.each([
    ['passport.authenticate(strategy)', `passport.authenticate('local')`, [login]],
    ['with a strategy in a constant', `passport.authenticate(strategy)`, [login]],
    ['with several strategies', `passport.authenticate(['local', 'basic'])`, [login]],
    ['with options', `passport.authenticate('local', { failureRedirect: '/login' })`, [login]],
    ['with options in a constant', `const options = { failureRedirect: '/login' }; passport.authenticate('local', options)`, [login]],
    ['of what the session says already', `passport.authenticate('session')`, []],
    ['without a session', `passport.authenticate('jwt', { session: false })`, []],
    ['without a session, by a constant', `const options = { session: false }; passport.authenticate('jwt', options)`, []],
    ['with options that nobody can see', `passport.authenticate('jwt', options)`, []],
    ['with a user who goes elsewhere', `passport.authenticate('google', { assignProperty: 'account' })`, []],
    ['with a callback', `passport.authenticate('local', (error, user) => {})`, []],
    ['with options and a callback', `passport.authenticate('local', {}, (error, user) => {})`, []],
    ['with a callback by name', `passport.authenticate('local', done)`, []],
    ['with a callback of the file', `function verify(error, user) {} passport.authenticate('local', verify)`, []],
  ])('authenticate %s', (_title, code, expected) => {
    expect(read(version, `import passport from 'passport'; ${code}`)).toEqual(expected)
  })

  it.each([
    ['without a session', `req.login(user, { session: false }, next)`],
    ['of a service', `this.auth.login(user)`],
    ['of a model', `user.login(password)`],
    ['of an SDK', `client.logout()`],
  ])('is silent for a login %s', (_title, statement) => {
    expect(inHandler(statement)).toEqual([])
  })

  it.each([
    ['req.logout(done)', `req.logout((error) => next(error))`],
    ['req.logOut(done)', `req.logOut(next)`],
    ['req.logout(options, done)', `req.logout({ keepSessionInfo: true }, next)`],
    ['req.logout()', `req.logout()`],
  ])('%s', (_title, statement) => {
    const [match, ...others] = inHandler(statement)
    expect(match).toMatch(new RegExp(`^${logout}`))
    expect(others).toEqual([])
  })
})

it('without a version a current one is meant', () => {
  expect(matchesOf(`import passport from 'passport'; app.post('/login', passport.authenticate('local'))`)).toEqual(['sessionRegenerated passport proved'])
})
