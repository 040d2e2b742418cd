import { afterAll, describe, expect, test } from 'vitest'
import { createRepository, type Repository } from './repository.js'
import { versionOf } from './version-of.js'

afterAll(() => {
  const tools = ['husky', 'lint-staged', 'eslint', 'eslint-plugin-session-security'].map((name) => `${name} ${versionOf(name)}`)
  console.log(`Pre-commit: drove ${tools.join(', ')}`)
})

const SETUP = {
  'package.json': JSON.stringify({
    name: 'shop',
    private: true,
    scripts: { prepare: 'husky' },
    dependencies: { express: '^5.2.1', 'express-session': '^1.19.0' },
  }),
  'eslint.config.mjs': `import sessionSecurity from 'eslint-plugin-session-security'

export default [{ ignores: ['generated/'] }, ...sessionSecurity.configs.recommended]
`,
  '.husky/pre-commit': 'npx lint-staged\n',
  '.lintstagedrc.json': JSON.stringify({ '*.{js,mjs,cjs,ts}': 'eslint --fix --max-warnings 0 --no-warn-ignored' }),
}

const READABLE = sessionWith('httpOnly: false')
const REPAIRED = sessionWith('httpOnly: true')

/** What to do here instead, only a person can say: the repair is a suggestion. */
const UNFIXABLE = `const express = require('express')

const app = express()

app.post('/logout', (req, res) => {
  req.session.userId = null
  res.redirect('/')
})
`

describe('a commit with husky and lint-staged', () => {
  test('is repaired', () => {
    const repository = createShop()
    repository.write('server.js', READABLE)
    repository.git('add', 'server.js')

    expect(commit(repository)).toMatchObject({ status: 0 })
    expect(repository.git('show', 'HEAD:server.js')).toBe(REPAIRED)
    expect(repository.read('server.js')).toBe(REPAIRED)
    expect(repository.git('status', '--porcelain')).toBe('')
  }, 60_000)

  test('is refused if a flaw is left, says what to do and leaves the file staged', () => {
    const repository = createShop()
    const before = repository.git('rev-parse', 'HEAD')
    repository.write('logout.js', UNFIXABLE)
    repository.git('add', 'logout.js')

    const { output, status } = commit(repository)
    expect(status).toBe(1)
    expect(output).toMatch(/6:3 +error +This logout leaves .*: end it with `req\.session\.destroy\(\)` +session-security\/require-store-delete-on-logout/)
    expect(repository.git('rev-parse', 'HEAD')).toBe(before)
    expect(repository.git('status', '--porcelain')).toBe('A  logout.js\n')
    expect(repository.read('logout.js')).toBe(UNFIXABLE)
  }, 60_000)

  test('of a part of a file is repaired, and keeps the lines that are not staged', () => {
    const repository = createShop()
    repository.write('server.js', READABLE)
    repository.git('add', 'server.js')
    repository.write('server.js', `${READABLE}\n// not yet\n`)

    expect(commit(repository)).toMatchObject({ status: 0 })
    expect(repository.git('show', 'HEAD:server.js')).toBe(REPAIRED)
    expect(repository.read('server.js')).toBe(`${REPAIRED}\n// not yet\n`)
    expect(repository.git('status', '--porcelain')).toBe(' M server.js\n')
  }, 60_000)

  test('of a file that ESLint ignores goes through', () => {
    const repository = createShop({ 'generated/client.js': '' })
    repository.write('generated/client.js', READABLE)
    repository.git('add', '--all')

    expect(commit(repository)).toMatchObject({ status: 0 })
    expect(repository.git('show', 'HEAD:generated/client.js')).toBe(READABLE)
  }, 60_000)
})

/** A repository as it is after `npm install`, whose `prepare` script installs the hook. */
function createShop(files: Readonly<Record<string, string>> = {}): Repository {
  const repository = createRepository({ ...SETUP, ...files })
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '--message', 'Begin')
  const { output, status } = repository.run('npm', 'run', 'prepare')
  expect({ status, output }).toMatchObject({ status: 0 })
  expect(repository.git('config', 'core.hooksPath')).toBe('.husky/_\n')
  return repository
}

function commit(repository: Repository) {
  return repository.run('git', 'commit', '--message', 'Add the session')
}

function sessionWith(flag: string): string {
  return `const express = require('express')
const session = require('express-session')
const store = require('./store')

const app = express()

app.use(session({ secret: process.env.SECRET, store, saveUninitialized: false, rolling: true, cookie: { ${flag}, maxAge: 1800000, secure: 'auto', sameSite: 'lax' } }))
`
}
