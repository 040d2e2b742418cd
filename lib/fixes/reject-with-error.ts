import type { TSESTree } from '@typescript-eslint/utils'
import { functionAround, isFunction, statementAround, wrapped, type Node } from '../ast/nodes.js'
import type { SessionFile } from '../events/file.js'
import type { Edit } from './edit.js'
import { isCaught } from './run-after.js'
import { isAwaited } from './run-session-operation.js'

/**
 * Makes a promise be rejected with the error of a callback: `new Promise((resolve, reject) => save((err) => …))` for
 * `new Promise((resolve) => save(resolve))`. Only where somebody answers when that happens.
 */
export function rejectWithError(file: SessionFile, promise: TSESTree.NewExpression, resolve: Node): Edit | undefined {
  const { isTypeScript, sourceCode } = file.context
  const [executor] = promise.arguments
  const [parameter, reject] = isFunction(executor) ? executor.params : []
  if (parameter?.type !== 'Identifier' || resolve.type !== 'Identifier' || !isHeard(file, promise)) return undefined
  if (reject && reject.type !== 'Identifier') return undefined
  const type = promise.typeArguments
  if (type && sourceCode.getText(type) !== '<void>') return undefined
  const rejecting = reject?.name ?? 'reject'
  const isBare = sourceCode.getTokenAfter(parameter)?.value === '=>'
  const both = `${sourceCode.getText(parameter)}, ${rejecting}`
  return (fixer) => [
    ...(isTypeScript && !type ? [fixer.insertTextAfter(promise.callee, '<void>')] : []),
    ...(reject ? [] : [fixer.replaceText(parameter, isBare ? `(${both})` : both)]),
    fixer.replaceText(resolve, `(err) => (err ? ${rejecting}(err) : ${parameter.name}())`),
  ]
}

/** Whether the promise is awaited where the server, or a `catch`, takes what is thrown. */
function isHeard(file: SessionFile, promise: Node): boolean {
  const owner = functionAround(promise)
  const statement = statementAround(promise)
  if (wrapped(promise).parent?.type !== 'AwaitExpression' || !owner || !statement) return false
  return isCaught(statement, owner) || (file.handlers.isHandler(owner) && isAwaited(file, owner, file.handlers.callerOf(owner)))
}
