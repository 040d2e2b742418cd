import * as typeScriptParser from '@typescript-eslint/parser'
import { Linter, type SourceCode } from 'eslint'
import plugin from '../../lib/index.js'
import { NAMESPACE } from '../../lib/package.js'
import type { Program } from './program.js'

export type Message = Linter.LintMessage

/** What the linter says of a program, and the program as it has read it. */
export interface Linted {
  readonly messages: readonly Message[]
  readonly source: SourceCode
}

const [strict] = plugin.configs.strict
export const ruleNames = Object.keys(plugin.rules)

/** What every rule, or some, say of a program, as `strict` has them. */
export function lint(program: Program, rules: readonly string[] = ruleNames): Linted {
  const linter = new Linter({ cwd: '/' })
  const messages = linter.verify(program.code, configFor(program, rules), { filename: program.filename })
  const [fatal] = messages.filter((message) => message.fatal)
  if (fatal) throw new SyntaxError(`${program.filename}:${fatal.line}:${fatal.column} ${fatal.message}\n${program.code}`)
  return { messages, source: linter.getSourceCode() }
}

/** The program after `--fix`. */
export function repair(program: Program, rules: readonly string[] = ruleNames): Program {
  const { messages, output } = new Linter({ cwd: '/' }).verifyAndFix(program.code, configFor(program, rules), { filename: program.filename })
  const [fatal] = messages.filter((message) => message.fatal)
  if (fatal) throw new SyntaxError(`${program.filename}:${fatal.line}:${fatal.column} ${fatal.message}\n${output}`)
  return { ...program, code: output }
}

/** The program as it is read without any rule; undefined if it is no program. */
export function parse(program: Program): SourceCode | undefined {
  try {
    // Nothing has been read of a file that ESLint leaves alone, such as one in `node_modules`.
    return (lint(program, []).source as SourceCode | null) ?? undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

export function isParsed(program: Program): boolean {
  return parse(program) !== undefined
}

/** What is found, without its place: rules and messages, sorted. */
export function findings({ messages }: Linted): string[] {
  return messages.map(nameOf).sort()
}

export function nameOf({ messageId = '', ruleId }: Message): string {
  return `${ruleOf({ ruleId })} ${messageId}`
}

export function ruleOf({ ruleId }: Pick<Message, 'ruleId'>): string {
  return (ruleId ?? '').replace(`${NAMESPACE}/`, '')
}

function configFor({ options = {}, settings = {} }: Program, rules: readonly string[]): Linter.Config[] {
  const levels = rules.map((rule) => {
    const id = `${NAMESPACE}/${rule}`
    return [id, rule in options ? ['error', ...(options[rule] ?? [])] : (strict?.rules?.[id] ?? 'off')] as const
  })
  return [
    {
      // `**/*` would leave out the extensions that ESLint doesn't know by itself.
      files: ['**/*.{js,jsx,cjs,mjs,ts,tsx,cts,mts}'],
      languageOptions: { parser: typeScriptParser },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      plugins: { [NAMESPACE]: plugin },
      rules: Object.fromEntries(levels) as Linter.RulesRecord,
      settings,
    },
  ]
}
