import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { fencesOf, pageAt } from '../pages.js'
import { root } from '../project.js'
import { recipeOn, tools } from './recipes.js'
import { createRepository, type Repository } from './repository.js'
import { versionOf } from './version-of.js'

afterAll(() => {
  const used = ['husky', 'lint-staged', 'eslint', 'eslint-plugin-session-security'].map((name) => `${name} ${versionOf(name)}`)
  console.log(`Pre-commit: drove lefthook ${versionOf('lefthook', join(tools, 'node_modules'))}, ${used.join(', ')}`)
})

const CONFIG = `import sessionSecurity from 'eslint-plugin-session-security'

export default [{ ignores: ['generated/'] }, ...sessionSecurity.configs.recommended]
`

/** What somebody has done who followed the page: where the tools come from, and where git finds the hook then. */
const RECIPES = [
  { tool: 'Husky and lint-staged', installed: root, hooksPath: '.husky/_' },
  { tool: 'Lefthook', installed: tools, hooksPath: '.git/hooks' },
] as const

const READABLE = sessionWith('httpOnly: false')
const REPAIRED = sessionWith('httpOnly: true')

/** What the page shows of a commit that is refused. */
const SHOWN = fencesOf(pageAt('docs/pre-commit.md'))[0]?.code.trim().split('\n') ?? ['nothing']

/** What to do here instead, only a person can say: the repair is a suggestion. */
const UNFIXABLE = `const express = require('express')

const app = express()

app.post('/logout', (req, res) => {
  req.session.userId = null
  res.redirect('/')
})
`

describe.each(RECIPES)('a commit with $tool', (recipe) => {
  test('is repaired', () => {
    const repository = createShop(recipe)
    repository.write('server.js', READABLE)
    repository.git('add', 'server.js')

    expect(commit(repository)).toMatchObject({ status: 0 })
    expect(repository.git('show', 'HEAD:server.js')).toBe(REPAIRED)
    expect(repository.read('server.js')).toBe(REPAIRED)
    expect(repository.git('status', '--porcelain')).toBe('')
  }, 60_000)

  test('is refused if a flaw is left, says what to do and leaves the file staged', () => {
    const repository = createShop(recipe)
    const before = repository.git('rev-parse', 'HEAD')
    repository.write('logout.js', UNFIXABLE)
    repository.git('add', 'logout.js')

    const { output, status } = commit(repository)
    expect(status).toBe(1)
    for (const line of SHOWN) expect(inOneLine(output)).toContain(inOneLine(line))
    expect(repository.git('rev-parse', 'HEAD')).toBe(before)
    expect(repository.git('status', '--porcelain')).toBe('A  logout.js\n')
    expect(repository.read('logout.js')).toBe(UNFIXABLE)
  }, 60_000)

  test('of a part of a file is repaired, and keeps the lines that are not staged', () => {
    const repository = createShop(recipe)
    repository.write('server.js', READABLE)
    repository.git('add', 'server.js')
    repository.write('server.js', `${READABLE}\n// not yet\n`)

    expect(commit(repository)).toMatchObject({ status: 0 })
    expect(repository.git('show', 'HEAD:server.js')).toBe(REPAIRED)
    expect(repository.read('server.js')).toBe(`${REPAIRED}\n// not yet\n`)
    expect(repository.git('status', '--porcelain')).toBe(' M server.js\n')
  }, 60_000)

  test('of a file that ESLint ignores goes through', () => {
    const repository = createShop(recipe, { 'generated/client.js': '' })
    repository.write('generated/client.js', READABLE)
    repository.git('add', '--all')

    expect(commit(repository)).toMatchObject({ status: 0 })
    expect(repository.git('show', 'HEAD:generated/client.js')).toBe(READABLE)
  }, 60_000)
})

/** A repository as it is after `npm install`, whose `prepare` script installs the hook. */
function createShop({ hooksPath, installed, tool }: (typeof RECIPES)[number], files: Readonly<Record<string, string>> = {}): Repository {
  const { 'package.json': manifest = '', ...others } = recipeOn('docs/pre-commit.md', tool)
  const dependencies = { express: '^5.2.1', 'express-session': '^1.19.0' }
  const setup = { ...others, 'package.json': JSON.stringify({ ...JSON.parse(manifest), name: 'shop', private: true, dependencies }), 'eslint.config.mjs': CONFIG }
  const repository = createRepository({ ...setup, ...files }, installed)
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '--message', 'Begin')
  const { output, status } = repository.run('npm', 'run', 'prepare')
  expect({ status, output }).toMatchObject({ status: 0 })
  expect(repository.git('rev-parse', '--git-path', 'hooks')).toBe(`${hooksPath}\n`)
  return repository
}

/** Columns are as wide as their longest line. */
function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
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
