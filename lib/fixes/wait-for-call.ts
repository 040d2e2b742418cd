import type { TSESTree } from '@typescript-eslint/utils'
import { memberStart, statementAround, unwrapAwait, type FunctionNode } from '../ast/nodes.js'
import type { SessionFile } from '../events/file.js'
import type { Edit } from './edit.js'
import { runAfter } from './run-after.js'
import { failureAt, isAnsweredAtOnce, isAwaited, isTypedByLibrary } from './run-session-operation.js'

/**
 * Gives a callback to a call that has none, and puts into it what must wait for the call; in an async function that
 * may wait, the call is awaited. Only for a call that is a statement, and that is given nothing.
 */
export function waitForCall(file: SessionFile, call: TSESTree.CallExpression, handler: FunctionNode): Edit | undefined {
  const { context, handlers } = file
  const from = statementAround(call)
  const carrier = memberStart(call.callee)
  if (from?.type !== 'ExpressionStatement' || unwrapAwait(from.expression) !== call || call.arguments.length > 0 || carrier.type !== 'Identifier') return undefined
  const server = handlers.serverOf(handler)
  const caller = handlers.callerOf(handler)
  const code = context.sourceCode.getText(call.callee)
  return runAfter({
    sourceCode: context.sourceCode,
    isTypeScript: context.isTypeScript,
    operation: { code, ends: 'callback', keepsData: true },
    code,
    from,
    without: new Set([from]),
    handler,
    awaitsHandlers: isAwaited(file, handler, caller),
    sendsReturnValue: caller?.server?.sendsReturnValue === true,
    fail: isAnsweredAtOnce(handler, caller) ? undefined : failureAt(file, call, server),
    errorType: context.isTypeScript && !isTypedByLibrary(carrier.name, handler, server) ? ': unknown' : '',
    carrier: carrier.name,
    responders: (['next', 'response'] as const).flatMap((object) => handlers.nameAround(call, object) ?? []),
  })?.edit
}
