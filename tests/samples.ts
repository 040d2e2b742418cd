import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as typeScriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import type { Repair } from '../docs/render-fixes.js'
import type { Finding } from '../docs/render-frameworks.js'
import type { Framework } from '../lib/frameworks/framework.js'
import plugin from '../lib/index.js'
import { NAMESPACE } from '../lib/package.js'

/** Programs of `tests/samples` in a folder for each library: one with flaws, one without. */
export type Sample = 'correct' | 'weak'

/** What `strict` says about a sample, which is a file, or a folder of files where their names matter to the library. */
export function findingsIn(framework: Framework, sample: Sample): readonly Finding[] {
  const findings = messagesIn(framework, sample)
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort()
  return rules.map((rule) => ({ rule, isRepaired: findings.some((finding) => finding.rule === rule && finding.isRepaired) }))
}

function messagesIn(framework: Framework, sample: Sample): readonly Message[] {
  return sourcesOf(framework, sample).flatMap(({ code, path }) => lint(code, path))
}

/** The files of a sample. */
export function sourcesOf({ name }: Framework, sample: Sample): readonly { readonly path: string; readonly code: string }[] {
  const place = name.replace(/^@/, '').replace(/[/:]/g, '-').replace('nestjs-common', 'nestjs')
  const folder = fileURLToPath(new URL(`samples/${place}/`, import.meta.url))
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[jt]sx?$/.test(entry.name))
    .map(({ name: file, parentPath }) => join(parentPath, file))
    .filter((path) => relative(folder, path).split(/[./\\]/)[0] === sample)
  if (files.length === 0) throw new Error(`tests/samples/${place} has no ${sample} program`)

  return files.map((path) => ({ path, code: readFileSync(path, 'utf8') }))
}

/** What `strict` says and can repair in a weak sample. */
export function repairsIn(framework: Framework): readonly Repair[] {
  return messagesIn(framework, 'weak').flatMap(({ messageId, isRepaired, rule }) => (isRepaired ? { rule, messageId, library: framework.name } : []))
}

interface Message extends Finding {
  readonly messageId: string
}

/** What `strict` says about some code. */
export function lint(code: string, filename: string): readonly Message[] {
  return messagesOf(code, filename).map(({ fix, messageId = '', ruleId, suggestions = [] }) => ({
    rule: (ruleId ?? '').replace(`${NAMESPACE}/`, ''),
    messageId,
    isRepaired: fix !== undefined || suggestions.length > 0,
  }))
}

/** The same in the words of ESLint. */
export function messagesOf(code: string, filename: string): readonly Linter.LintMessage[] {
  const linter = new Linter({ cwd: fileURLToPath(new URL('..', import.meta.url)) })
  const [rules] = plugin.configs.strict
  const languageOptions = { parser: typeScriptParser, parserOptions: { ecmaFeatures: { jsx: true } } }
  const messages = linter.verify(code, [{ files: ['**/*.{js,jsx,ts,tsx}'], languageOptions }, ...(rules ? [rules] : [])], { filename })
  const [fatal] = messages.filter((message) => message.fatal)
  if (fatal) throw new Error(`${filename}:${fatal.line} ${fatal.message}`)
  return messages
}
