import { memberName } from './member-name.js'
import { unwrap, type Node } from './nodes.js'

/** The names of an expression from its first to its last: `analytics` and `track` of `analytics.track`. */
export function namesInChain(node: Node): string[] {
  const at = unwrap(node)
  switch (at.type) {
    case 'AwaitExpression':
      return namesInChain(at.argument)
    case 'CallExpression':
    case 'NewExpression':
      return namesInChain(at.callee)
    case 'MemberExpression':
      return [...namesInChain(at.object), memberName(at) ?? '']
    case 'Identifier':
      return [at.name]
    default:
      return []
  }
}
