import { readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import * as typeScriptParser from '@typescript-eslint/parser'
import { ESLint, type Linter } from 'eslint'
import plugin from '../../lib/index.js'
import { NAMESPACE } from '../../lib/package.js'

export type RuleName = keyof typeof import('../../eslint-plugin.config.js').default

/** What ESLint says about a program. */
export interface Findings {
  readonly messages: readonly Linter.LintMessage[]
  /** The files with their text, by their place in the folder. */
  readonly files: Readonly<Record<string, string>>
}

/** What a team writes into its config: one rule, or all of `recommended`. */
export type Rules = RuleName | 'recommended'

/** The options of the one rule. */
export type Options = Readonly<Record<string, unknown>>

/** What the rules find in a program, which stays as it is. */
export async function inspect(folder: string, rules: Rules, options?: Options): Promise<Findings> {
  return findings(folder, await eslint(folder, rules, options, false).lintFiles('.'))
}

/** `eslint --fix` in the folder of a program. */
export async function repair(folder: string, rules: Rules, options?: Options): Promise<Findings> {
  const results = await eslint(folder, rules, options, true).lintFiles('.')
  await ESLint.outputFixes(results)
  return findings(folder, results)
}

/** What somebody does who takes the first suggestion of the first finding in the editor's menu, again and again. */
export async function followSuggestions(folder: string, rules: Rules, options?: Options): Promise<Findings> {
  for (let round = 0; round < 10; round++) {
    const results = await eslint(folder, rules, options, false).lintFiles('.')
    const [first] = results.flatMap(({ filePath, messages }) =>
      messages.flatMap(({ suggestions = [] }) => suggestions.map(({ fix }) => ({ filePath, fix }))),
    )
    if (!first) return findings(folder, results)
    const text = readFileSync(first.filePath, 'utf8')
    writeFileSync(first.filePath, text.slice(0, first.fix.range[0]) + first.fix.text + text.slice(first.fix.range[1]))
  }
  throw new Error('The suggestions have no end.')
}

function eslint(folder: string, rules: Rules, options: Options | undefined, fix: boolean): ESLint {
  return new ESLint({ cwd: folder, fix, overrideConfigFile: true, overrideConfig: configFor(rules, options) })
}

function configFor(rules: Rules, options: Options | undefined): Linter.Config[] {
  const files: Linter.Config = { files: ['**/*.{js,mjs,cjs,ts}'], languageOptions: { sourceType: 'module' } }
  const typeScript: Linter.Config = { files: ['**/*.ts'], languageOptions: { parser: typeScriptParser } }
  if (rules === 'recommended') return [files, typeScript, ...plugin.configs.recommended]
  return [files, typeScript, { plugins: { [NAMESPACE]: plugin }, rules: { [`${NAMESPACE}/${rules}`]: ['error', ...(options ? [options] : [])] } }]
}

function findings(folder: string, results: readonly ESLint.LintResult[]): Findings {
  return {
    messages: results.flatMap(({ messages }) => messages),
    files: Object.fromEntries(results.map(({ filePath }) => [relative(folder, filePath), readFileSync(filePath, 'utf8')])),
  }
}
