import type { TSESLint } from '@typescript-eslint/utils'
import type { Node } from '../ast/nodes.js'
import { walk } from '../ast/walk.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** How a file is written, so that what is added looks like the rest. */
export interface Style {
  readonly quote: '"' | "'"
  readonly semicolon: '' | ';'
  /** One level of indentation. */
  readonly indent: string
  readonly lineBreak: '\n' | '\r\n'
  /** Whether the file has arrow functions, `const` or classes: it is no code from before 2015. */
  readonly isModern: boolean
}

const styles = new WeakMap<object, Style>()

export function styleOf(sourceCode: SourceCode): Style {
  const known = styles.get(sourceCode.ast) ?? readStyle(sourceCode)
  styles.set(sourceCode.ast, known)
  return known
}

/** The white space before the line of a node. */
export function indentOf(node: Node, sourceCode: SourceCode): string {
  const line = sourceCode.lines[node.loc.start.line - 1] ?? ''
  return /^\s*/.exec(line)?.[0] ?? ''
}

export function quoted(text: string, { quote }: Style): string {
  return `${quote}${text}${quote}`
}

function readStyle(sourceCode: SourceCode): Style {
  const { ast, text } = sourceCode
  const strings = ast.tokens.filter(({ type }) => type === 'String')
  const doubles = strings.filter(({ value }) => value.startsWith('"')).length
  return {
    quote: doubles * 2 > strings.length ? '"' : "'",
    semicolon: usesSemicolons(sourceCode) ? ';' : '',
    indent: /\n(\t+| {1,8})(?=\S)/.exec(text)?.[1]?.replace(/^\t+$/, '\t') ?? '  ',
    lineBreak: text.includes('\r\n') ? '\r\n' : '\n',
    isModern: /=>|\bconst\b|\blet\b|\bclass\b/.test(text),
  }
}

/** Whether most statements end with a semicolon. */
function usesSemicolons(sourceCode: SourceCode): boolean {
  let balance = 0
  walk(sourceCode.ast, sourceCode.visitorKeys, (node) => {
    if (ENDED_BY_SEMICOLON.has(node.type)) balance += sourceCode.getLastToken(node)?.value === ';' ? 1 : -1
    return true
  })
  return balance > 0
}

const ENDED_BY_SEMICOLON = new Set<string>(['ExpressionStatement', 'VariableDeclaration', 'ReturnStatement', 'ImportDeclaration'])
