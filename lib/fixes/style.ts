import type { TSESLint } from '@typescript-eslint/utils'
import { codeText } from '../ast/code-text.js'
import { nodesOf } from '../ast/nodes-of.js'
import type { Node } from '../ast/nodes.js'
import { onceForFile } from '../ast/once-for-each.js'
import { lastTokenOf } from '../ast/statement-end.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** How a file is written, so that what is added looks like the rest. */
export interface Style {
  readonly quote: '"' | "'"
  readonly semicolon: '' | ';'
  /** One level of indentation. */
  readonly indent: string
  readonly lineBreak: '\n' | '\r\n'
  /** How callbacks are written. */
  readonly callbacks: 'arrow' | 'function'
}

export const styleOf = onceForFile(readStyle)

/** The white space before the line of a node. */
export function indentOf(node: Node, sourceCode: SourceCode): string {
  return indentAt(node.range[0], sourceCode)
}

/** The white space before the line of a place. */
export function indentAt(index: number, sourceCode: SourceCode): string {
  const line = sourceCode.lines[sourceCode.getLocFromIndex(index).line - 1] ?? ''
  return /^\s*/.exec(line)?.[0] ?? ''
}

export function quoted(text: string, { quote }: Style): string {
  return `${quote}${text}${quote}`
}

/** Whether a file has arrow functions, `const`, `let` or classes: it is no code from before 2015. */
export function isModern(sourceCode: SourceCode): boolean {
  return /=>|\b(?:const|let|class)\b/.test(codeText(sourceCode))
}

/** The word with which the file declares a constant. */
export function declaringWord(sourceCode: SourceCode): 'const' | 'var' {
  return isModern(sourceCode) || /^(?:import|export)\b/m.test(codeText(sourceCode)) ? 'const' : 'var'
}

function readStyle(sourceCode: SourceCode): Style {
  const { ast, text } = sourceCode
  const tokens = ast.tokens.slice(0, ENOUGH_TOKENS)
  const strings = tokens.filter(({ type }) => type === 'String')
  const doubles = strings.filter(({ value }) => value.startsWith('"')).length
  return {
    quote: doubles * 2 > strings.length ? '"' : "'",
    semicolon: usesSemicolons(sourceCode) ? ';' : '',
    indent: /\n(\t+| {1,8})(?=\S)/.exec(text)?.[1]?.replace(/^\t+$/, '\t') ?? '  ',
    lineBreak: text.includes('\r\n') ? '\r\n' : '\n',
    callbacks: usesArrows(tokens) ? 'arrow' : 'function',
  }
}

/** Whether functions are written as arrows; a file without function expressions has no habit. */
function usesArrows(tokens: SourceCode['ast']['tokens']): boolean {
  if (tokens.some(({ value }) => value === '=>')) return true
  return !tokens.some(({ value }, index) => value === 'function' && ['(', ',', '=', 'async', ':'].includes(tokens[index - 1]?.value ?? ''))
}

/**
 * The end of a statement before some text. Without semicolons a line that starts with one of these
 * characters would be read as the rest of the line before.
 */
export function endBefore(text: string, { semicolon }: Style): '' | ';' {
  return semicolon === '' && /^[([`/+-]/.test(text) ? ';' : semicolon
}

/** So many tokens, and so many statements, show how a file is written. */
const ENOUGH_TOKENS = 5000
const ENOUGH_STATEMENTS = 500

/** Whether most statements end with a semicolon. */
function usesSemicolons(sourceCode: SourceCode): boolean {
  let balance = 0
  for (const node of nodesOf(sourceCode, 'ExpressionStatement', 'VariableDeclaration', 'ReturnStatement', 'ImportDeclaration').slice(0, ENOUGH_STATEMENTS)) {
    balance += lastTokenOf(node, sourceCode)?.value === ';' ? 1 : -1
  }
  return balance > 0
}
