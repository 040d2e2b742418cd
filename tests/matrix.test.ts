import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as typeScriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import manifest from '../eslint-plugin.config.js'
import type { Emission, Framework } from '../lib/frameworks/framework.js'
import { frameworks } from '../lib/frameworks/index.js'
import plugin from '../lib/index.js'

/** Programs of `tests/samples` in a folder for each library: one with flaws, one without. */
type Sample = 'correct' | 'weak'

/**
 * Why a rule has something to say about a library: the events that its table emits, and the facts
 * that make them a flaw. No cell of the matrix is written by hand.
 */
const APPLIES: Readonly<Record<keyof typeof manifest, (framework: Framework) => boolean>> = {
  'require-http-only': ({ cookie, ...rest }) => cookie !== undefined || emits(rest, 'headerWritten'),
  'require-max-age': ({ cookie, ...rest }) => cookie !== undefined || emits(rest, 'headerWritten'),
  'no-weak-session-id': ({ session, ...rest }) => session?.generator !== undefined || emits(rest, 'cookieWritten', 'headerWritten'),
  'require-regenerate-after-login': ({ session, ...rest }) => session?.renew !== undefined || emits(rest, 'loginByLibrary'),
  'require-store-delete-on-logout': ({ session, ...rest }) =>
    (session !== undefined && session.kind !== 'client') || emits(rest, 'logoutByLibrary', 'sessionAbandoned'),
}

for (const framework of frameworks) {
  describe(framework.name, () => {
    it('has a correct sample that no rule reports', () => {
      expect(rulesReporting(framework, 'correct')).toEqual([])
    })

    it('has a weak sample that every rule reports that its table gives something to say', () => {
      expect(rulesReporting(framework, 'weak')).toEqual(expected(framework))
    })
  })
}

it('says nothing about code that has nothing to do with sessions', () => {
  const code = `
    import { Session } from '@audio/recorder'
    const session = new Session({ maxAge: null, httpOnly: false })
    session.userId = 1
    session.regenerate()
    const token = lexer.next()
    const colour = Math.floor(Math.random() * 16777215).toString(16)
    $.cookie('sid', colour)
    jar.setCookie('token', token)
    function logout() { session.user = null; element.clear() }
  `
  expect(lint(code, 'recorder.js')).toEqual([])
})

function expected(framework: Framework): string[] {
  const subject = framework.name === '@nestjs/common' ? [frameworkNamed('express'), frameworkNamed('express-session')] : [framework]
  return Object.entries(APPLIES)
    .filter(([, applies]) => subject.some(applies))
    .map(([rule]) => rule)
    .sort()
}

function frameworkNamed(name: string): Framework {
  const found = frameworks.find((framework) => framework.name === name)
  if (!found) throw new Error(`no table ${name}`)
  return found
}

function emits({ signatures }: Pick<Framework, 'signatures'>, ...emissions: readonly Emission[]): boolean {
  return signatures.some(({ roles }) => emissions.includes(roles.emits))
}

/** A sample is a file, or a folder of files where their names matter to the library. */
function rulesReporting(framework: Framework, sample: Sample): string[] {
  const name = framework.name.replace(/^@/, '').replace(/[/:]/g, '-').replace('nestjs-common', 'nestjs')
  const folder = fileURLToPath(new URL(`samples/${name}/`, import.meta.url))
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name: file, parentPath }) => join(parentPath, file))
    .filter((path) => relative(folder, path).split(/[./\\]/)[0] === sample)
  if (files.length === 0) throw new Error(`tests/samples/${name} has no ${sample} program`)
  return [...new Set(files.flatMap((file) => lint(readFileSync(file, 'utf8'), file)))].sort()
}

function lint(code: string, filename: string): string[] {
  const linter = new Linter({ cwd: fileURLToPath(new URL('..', import.meta.url)) })
  const [rules] = plugin.configs.strict
  const messages = linter.verify(
    code,
    [{ files: ['**/*.{js,jsx,ts,tsx}'], languageOptions: { parser: typeScriptParser, parserOptions: { ecmaFeatures: { jsx: true } } } }, ...(rules ? [rules] : [])],
    { filename },
  )
  expect(messages.filter(({ fatal }) => fatal)).toEqual([])
  return [...new Set(messages.map(({ ruleId }) => (ruleId ?? '').replace('session-security/', '')))].sort()
}
