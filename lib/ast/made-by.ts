import type { Bindings } from './bindings.js'
import { unwrap, type Node } from './nodes.js'

const LONGEST_WAY = 32

/**
 * The one of some expressions from which another one starts: `createStorage(options)` for `storage.commit`, where
 * `const storage = createStorage(options)`, and for `commit`, where `const { commit } = createStorage(options)`.
 */
export function madeBy(start: Node, makers: ReadonlySet<Node>, bindings: Bindings): Node | undefined {
  return wayTo(start, bindings).find((expression) => makers.has(expression))
}

/** An expression, and those that it starts from, one behind the other: `storage.commit`, `storage`, `createStorage(options)`. */
export function wayTo(start: Node, bindings: Bindings): readonly Node[] {
  const way: Node[] = []
  let node: Node | undefined = start
  while (node && way.length < LONGEST_WAY) {
    const expression: Node = unwrap(node)
    way.push(expression)
    node = before(expression, bindings)
  }
  return way
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
