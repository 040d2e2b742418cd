import { fileURLToPath } from 'node:url'
import { RuleTester as TypeScriptRuleTester } from '@typescript-eslint/rule-tester'
import { RuleTester } from 'eslint'
import * as espree from 'espree'
import { afterAll, describe, it } from 'vitest'
import type { SessionRule } from '../lib/define-rule.js'

for (const tester of [RuleTester, TypeScriptRuleTester]) Object.assign(tester, { afterAll, describe, it, itOnly: it.only })

/** A case as RuleTester takes it. Every case has a name that is a sentence. */
export interface ValidCase {
  readonly name: string
  readonly code: string
  readonly filename?: string
  readonly options?: readonly unknown[]
  readonly settings?: Readonly<Record<string, unknown>>
}

export interface ExpectedError {
  readonly messageId: string
  readonly data?: Readonly<Record<string, unknown>>
  readonly line?: number
  readonly column?: number
  readonly endColumn?: number
  readonly suggestions?: readonly { readonly messageId: string; readonly data?: Readonly<Record<string, unknown>>; readonly output: string }[]
}

export interface InvalidCase extends ValidCase {
  readonly errors: readonly ExpectedError[]
  /** The source after the fix; null where there is none. */
  readonly output: string | null
}

export interface Cases {
  readonly valid: readonly ValidCase[]
  readonly invalid: readonly InvalidCase[]
}

/** Runs every case under typescript-eslint's parser, and those that are JavaScript under ESLint's own as well. */
export const ruleTester = {
  run(name: string, rule: SessionRule, { invalid, valid }: Cases): void {
    const typeScript = new TypeScriptRuleTester({ languageOptions: { parserOptions: { ecmaFeatures: { jsx: false } } } })
    // The testers' types know their own rule types only; at run time a rule is a rule.
    typeScript.run(`${name} (TypeScript parser)`, rule as never, { valid: valid.map(named), invalid: invalid.map(named) } as never)

    const javaScript = new RuleTester()
    const isJavaScript = ({ code, filename }: ValidCase) => !/\.tsx?$/.test(filename ?? '') && parses(code)
    javaScript.run(`${name} (ESLint's parser)`, rule, {
      valid: valid.filter(isJavaScript).map(named),
      invalid: invalid.filter(isJavaScript).map(named),
    } as never)
  },
}

/** A case without a file name is JavaScript in a project whose manifest names no library. */
function named<Case extends ValidCase>(example: Case): Case {
  return { ...example, filename: example.filename ?? fileIn('fixtures/file.js') }
}

function parses(code: string): boolean {
  try {
    espree.parse(code, { ecmaVersion: 'latest', sourceType: 'module' })
    return true
  } catch {
    return false
  }
}


/** A file in a folder of `tests/fixtures`, whose manifest says which libraries the project has. */
export function fileIn(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
