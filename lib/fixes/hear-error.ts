import { lastName } from '../ast/last-name.js'
import { functionAround, isFunction, statementAround, statementsOf, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { walk } from '../ast/walk.js'
import type { SessionFile } from '../events/file.js'
import type { Edit } from './edit.js'
import { handleError } from './handle-error.js'
import { failureAt } from './run-session-operation.js'

/** Makes a callback look at its error: it hands it to `next`, answers with it, or rejects the promise that waits for it. */
export function hearError(file: SessionFile, callback: FunctionNode, handler: FunctionNode | undefined): Edit | undefined {
  const { sourceCode } = file.context
  // The name that the error gets must not be in use for another one.
  if (callback.params.length === 0 && uses(file, callback, 'err')) return undefined
  const executor = executorAround(callback)
  const reject = executor?.params[1]
  if (executor) return reject?.type === 'Identifier' ? handleError(sourceCode, callback, (error) => `return ${reject.name}(${error})`) : undefined
  // What follows the call has answered before the callback runs.
  if (isFollowedByMore(callback)) return undefined
  const fail = handler && failureAt(file, callback, file.handlers.serverOf(handler))
  return fail && handleError(sourceCode, callback, fail)
}

/** The function that makes the promise which the callback is to settle. */
function executorAround(callback: FunctionNode): FunctionNode | undefined {
  const around = functionAround(callback)
  const { parent } = around ? wrapped(around) : callback
  return around && isFunction(around) && parent?.type === 'NewExpression' && lastName(parent.callee) === 'Promise' ? around : undefined
}

function isFollowedByMore(callback: FunctionNode): boolean {
  const statement = wrapped(callback).parent && statementAround(callback)
  const list: readonly Node[] = statement ? statementsOf(statement.parent) : []
  return list.slice(list.findIndex((other) => other === statement) + 1).some((other) => other.type !== 'FunctionDeclaration' && !(other.type === 'ReturnStatement' && other.argument === null))
}

function uses({ context }: SessionFile, node: Node, name: string): boolean {
  let found = false
  walk(node, context.sourceCode.visitorKeys, (at) => {
    found ||= at.type === 'Identifier' && at.name === name && !isDeclared(at)
    return !found
  })
  return found

  /** An error of an inner callback hides this one. */
  function isDeclared(identifier: Node): boolean {
    const variable = identifier.type === 'Identifier' ? context.bindings.variable(identifier) : undefined
    const [definition] = variable?.defs ?? []
    return definition !== undefined && definition.name.range[0] > node.range[0] && definition.name.range[1] < node.range[1]
  }
}
