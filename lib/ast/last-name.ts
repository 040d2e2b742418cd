import { memberName } from './bindings.js'
import { unwrap, type Node } from './nodes.js'

/** The last name of an expression: `b` in `a.b`, `f` in `f()`. */
export function lastName(node: Node): string | undefined {
  const expression = unwrap(node)
  switch (expression.type) {
    case 'Identifier':
      return expression.name
    case 'MemberExpression':
      return memberName(expression)
    case 'CallExpression':
      return lastName(expression.callee)
    case 'AwaitExpression':
      return lastName(expression.argument)
    default:
      return undefined
  }
}
