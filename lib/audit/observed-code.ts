import { isInside, unwrap, type Node } from '../ast/nodes.js'
import { variableRead } from '../events/environment.js'
import type { SessionFile } from '../events/file.js'

const LONGEST = 60

/** Where something stands, without the file. */
export interface Position {
  readonly line: number
  readonly column: number
}

export function positionOf({ loc: { start } }: Node): Position {
  return { line: start.line, column: start.column + 1 }
}

/** The code of an expression in one line. */
export function codeOf(node: Node, { context: { sourceCode } }: SessionFile): string {
  const text = sourceCode.getText(node).replace(/\s+/g, ' ')
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

/** The code of an expression inside of words about it, between backticks. */
export function quoted(code: string): string {
  return `\`${code.replaceAll('`', "'")}\``
}

/** The code of an expression, or of what the variable that it is holds. */
export function heldCodeOf(node: Node, file: SessionFile): string {
  const { bindings } = file.context
  const expression = unwrap(node)
  const variable = expression.type === 'Identifier' ? bindings.variable(expression) : undefined
  const held = variable && bindings.value(variable)
  return codeOf(held ?? expression, file)
}

/** Where a secret comes from; the secret itself is never told. */
export function secretSourceOf(node: Node, file: SessionFile): string {
  const expression = unwrap(node)
  const variable = variableRead(expression)
  if (variable !== undefined) return `environment: ${quoted(variable)}`
  switch (expression.type) {
    case 'Literal':
    case 'TemplateLiteral':
      return 'written in the source'
    case 'ArrayExpression':
      return [...new Set(expression.elements.map((element) => (element ? secretSourceOf(element, file) : '')))].join(', ')
    case 'LogicalExpression':
      return `${secretSourceOf(expression.left, file)}, else ${secretSourceOf(expression.right, file)}`
    default:
      if (file.of('secretWritten').some(({ written }) => isInside(written.node, expression))) return 'written in the source'
      return `decided at run time: ${quoted(codeOf(expression, file).replace(/(['"`]).*?(?:\1|$)/g, '$1…$1'))}`
  }
}
