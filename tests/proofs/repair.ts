import { readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import * as typeScriptParser from '@typescript-eslint/parser'
import { ESLint, type Linter } from 'eslint'
import manifest from '../../eslint-plugin.config.js'
import plugin from '../../lib/index.js'
import { NAMESPACE } from '../../lib/package.js'

export type RuleName = keyof typeof manifest

export function isRuleName(name: string | undefined): name is RuleName {
  return name !== undefined && Object.hasOwn(manifest, name)
}

/** What ESLint says about a program. */
export interface Findings {
  readonly messages: readonly Linter.LintMessage[]
  /** The files with their text, by their place in the folder. */
  readonly files: Readonly<Record<string, string>>
}

/** A finding that can be repaired. */
export interface Repairable {
  readonly rule: RuleName
  readonly messageId: string
  readonly by: 'fix' | 'suggestion'
}

export function isRepairable({ fix, suggestions = [] }: Linter.LintMessage): boolean {
  return fix !== undefined || suggestions.length > 0
}

export function repairableIn({ messages }: Findings): readonly Repairable[] {
  return messages.filter(isRepairable).map(({ fix, messageId = '', ruleId }) => ({ rule: ruleNamed(ruleId), messageId, by: fix ? 'fix' : 'suggestion' }))
}

function ruleNamed(ruleId: string | null): RuleName {
  const name = ruleId?.replace(`${NAMESPACE}/`, '')
  if (!isRuleName(name)) throw new Error(`There is no rule ${ruleId}.`)
  return name
}

/** What a team writes into its config: some rules, or all of `recommended`. */
export type Rules = RuleName | readonly RuleName[] | 'recommended'

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

/**
 * What somebody does who takes what the editor's menu offers for the first finding, again and again. That is all there
 * is to take: no finding has two suggestions.
 */
export async function followSuggestions(folder: string, rules: Rules, options?: Options): Promise<Findings> {
  for (let round = 0; round < 10; round++) {
    const results = await eslint(folder, rules, options, false).lintFiles('.')
    const [first] = results.flatMap(({ filePath, messages }) =>
      messages.flatMap(({ suggestions = [] }) => suggestions.map(({ fix }) => ({ filePath, fix }))),
    )
    if (!first) return findings(folder, results)
    expect(results.flatMap(({ messages }) => messages).filter(({ suggestions = [] }) => suggestions.length > 1)).toEqual([])
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
  const names = typeof rules === 'string' ? [rules] : rules
  const setting = ['error', ...(options ? [options] : [])] satisfies Linter.RuleEntry
  return [files, typeScript, { plugins: { [NAMESPACE]: plugin }, rules: Object.fromEntries(names.map((name) => [`${NAMESPACE}/${name}`, setting])) }]
}

function findings(folder: string, results: readonly ESLint.LintResult[]): Findings {
  return {
    messages: results.flatMap(({ messages }) => messages),
    files: Object.fromEntries(results.map(({ filePath }) => [relative(folder, filePath), readFileSync(filePath, 'utf8')])),
  }
}
