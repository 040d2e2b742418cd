import * as typeScriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import plugin from '../../lib/index.js'
import { NAMESPACE } from '../../lib/package.js'

/** Every rule there is, at its strictest. */
export const allRules: Partial<Linter.RulesRecord> = plugin.configs.strict[0]?.rules ?? {}

export interface Verdict {
  readonly messages: readonly Linter.LintMessage[]
  /** The program after `--fix`. */
  readonly repaired: string
}

/** What a version of ESLint makes of a program that is alone in the world. */
export function judge(
  code: string,
  filename: string,
  rules: Partial<Linter.RulesRecord>,
  settings: Readonly<Record<string, unknown>> = {},
  Version: typeof Linter = Linter,
): Verdict {
  const linter = new Version({ cwd: '/' })
  const config: Linter.Config[] = [
    { files: ['**/*.{js,jsx,ts,tsx}'], plugins: { [NAMESPACE]: plugin }, rules, settings },
    { files: ['**/*.{jsx,tsx}'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
    { files: ['**/*.{ts,tsx}'], languageOptions: { parser: typeScriptParser } },
  ]
  const messages = linter.verify(code, config, filename)
  const isRepaired = messages.some(({ fix }) => fix)
  return { messages, repaired: isRepaired ? linter.verifyAndFix(code, config, filename).output : code }
}

export function isJavaScript(code: string): boolean {
  return new Linter().verify(code, [{}], 'program.js').length === 0
}

/** One pass of ESLint's `--fix`: of edits that overlap, the first. */
export function fixedOnce(text: string, { messages }: Verdict): string {
  const fixes = messages.flatMap(({ fix }) => fix ?? []).sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])
  let result = ''
  let last = -1
  for (const { range, text: inserted } of fixes) {
    if (range[0] <= last) continue
    result += text.slice(Math.max(last, 0), range[0]) + inserted
    last = range[1]
  }
  return result + text.slice(Math.max(last, 0))
}
