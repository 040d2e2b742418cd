import type { Bindings } from './bindings.js'
import { unwrap, type Node } from './nodes.js'

const LONGEST_WAY = 32

/**
 * The one of some expressions from which another one starts: `createStorage(options)` for `storage.commit`, where
 * `const storage = createStorage(options)`, and for `commit`, where `const { commit } = createStorage(options)`.
 */
export function madeBy(start: Node, makers: ReadonlySet<Node>, bindings: Bindings): Node | undefined {
  let node: Node | undefined = start
  for (let way = 0; node && way < LONGEST_WAY; way++) {
    const expression: Node = unwrap(node)
    if (makers.has(expression)) return expression
    node = before(expression, bindings)
  }
  return undefined
}

/** What an expression is a part of, a call of, or a name for. */
function before(node: Node, bindings: Bindings): Node | undefined {
  switch (node.type) {
    case 'MemberExpression':
      return node.object
    case 'CallExpression':
    case 'NewExpression':
      return node.callee
    case 'AwaitExpression':
      return node.argument
    case 'Identifier': {
      const variable = bindings.variable(node)
      const [write, another] = variable?.references.filter((reference) => reference.isWrite()) ?? []
      return another ? undefined : (write?.writeExpr ?? undefined)
    }
    default:
      return undefined
  }
}
