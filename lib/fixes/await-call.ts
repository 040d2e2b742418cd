import { functionAround, wrapped, type Node } from '../ast/nodes.js'
import type { Edit } from './edit.js'

/** Waits for a call that returns a promise, where the function around it can and the call has no callback. */
export function awaitCall(node: Node): Edit | undefined {
  const call = wrapped(node)
  const isStatement = call.parent?.type === 'ExpressionStatement'
  if (node.type !== 'CallExpression' || node.arguments.length > 0 || !isStatement || !functionAround(node)?.async) return undefined
  return (fixer) => [fixer.insertTextBefore(call, 'await ')]
}
