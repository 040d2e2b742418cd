import type { TSESLint } from '@typescript-eslint/utils'
import { unwrap, type Node } from '../ast/nodes.js'

/**
 * The code of an amount of time in the other unit.
 *
 * @param unit what it shall count in: milliseconds for one that is written in seconds, and the reverse
 */
export function inUnit(sourceCode: Readonly<TSESLint.SourceCode>, node: Node, unit: 'milliseconds' | 'seconds'): string {
  const text = sourceCode.getText(node)
  if (unit === 'milliseconds') return `${asFactor(node, text)} * 1000`
  const [, factor] = /^([^+-]*\S)\s*\*\s*1[_]?000$/.exec(text) ?? []
  return factor ?? `${asFactor(node, text)} / 1000`
}

/** The code of a moment in seconds since 1970, so many seconds ahead. */
export function momentAhead(sourceCode: Readonly<TSESLint.SourceCode>, { node, seconds }: { readonly node: Node | undefined; readonly seconds: number }): string {
  return `Math.floor(Date.now() / 1000) + ${node ? asFactor(node, sourceCode.getText(node)) : seconds}`
}

/** The text, in parentheses where it is no product or single value. */
function asFactor(node: Node, text: string): string {
  const expression = unwrap(node)
  const isProduct = expression.type === 'BinaryExpression' && ['*', '/'].includes(expression.operator)
  return isProduct || ['Literal', 'Identifier', 'MemberExpression', 'CallExpression'].includes(expression.type) ? text : `(${text})`
}
