import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from './nodes.js'

/**
 * Where to underline a node. A squiggle over several lines hides the code that it is about: a call shows what is called,
 * anything else its first line.
 */
export function underlined(node: Node, lines: readonly string[]): TSESTree.SourceLocation {
  const { start, end } = node.loc
  if (start.line === end.line) return node.loc
  const head = headOf(node)
  return head ? underlined(head, lines) : { start, end: { line: start.line, column: lines[start.line - 1]?.length ?? start.column } }
}

function headOf(node: Node): Node | undefined {
  switch (node.type) {
    case 'CallExpression':
    case 'NewExpression':
      return node.callee
    case 'AwaitExpression':
      return node.argument
    case 'ChainExpression':
      return node.expression
    case 'MemberExpression':
      return node.property
    default:
      return undefined
  }
}
