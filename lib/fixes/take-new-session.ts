import type { TSESTree } from '@typescript-eslint/utils'
import { codeText } from '../ast/code-text.js'
import { isInside, unwrap, unwrapAwait, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import type { UserLoggedIn } from '../events/events.js'
import type { SessionFile } from '../events/file.js'
import { writesOtherData } from '../events/session-accesses.js'
import { isGivenSession } from '../events/session-places.js'
import type { OperationEdit } from './run-session-operation.js'
import { isOfSessionLibrary } from './session-library-function.js'

/**
 * Makes a login write to a new session, where the library gives one that is asked for without the cookie of the
 * request: `getSession(header)` becomes `getSession()`. Only where the handler does nothing with the session but to
 * write to it and to send it, all of it after the login: what is done before is done with the visitor's session.
 */
export function takeNewSession(file: SessionFile, { session, write }: UserLoggedIn): OperationEdit | undefined {
  const { bindings, sourceCode } = file.context
  const { handler } = session
  const held = write.type === 'CallExpression' && handler ? variableOf(file, write) : undefined
  const call = held && callThatGives(file, held.value)
  const [first, last] = [call?.arguments.at(0), call?.arguments.at(-1)]
  if (!handler || !held || !first || !last) return undefined
  const others = held.uses.filter((use) => !isInside(use, write))
  if (!others.every((use) => isSentOrWritten(file, session.framework, use) && file.alwaysBefore(use, new Set([write])))) return undefined

  const closing = sourceCode.getTokenAfter(last)
  const end = closing?.value === ',' ? closing.range[1] : last.range[1]
  const variable = first.type === 'Identifier' ? bindings.variable(first) : undefined
  const leavesUnused = variable?.references.filter((reference) => !reference.isWrite()).length === 1
  return {
    edit: (fixer) => [fixer.removeRange([first.range[0], end])],
    isSafe: !leavesUnused && !hasOtherData(file, handler),
  }
}

interface Held {
  readonly value: Node
  readonly uses: readonly Node[]
}

/** The variable that holds the session of a write: `session` in `session.set('userId', id)`. */
function variableOf({ context: { bindings } }: SessionFile, { callee }: TSESTree.CallExpression): Held | undefined {
  const target = unwrap(callee)
  const receiver = target.type === 'MemberExpression' ? unwrap(target.object) : undefined
  const variable = receiver?.type === 'Identifier' ? bindings.variable(receiver) : undefined
  const value = variable && bindings.value(variable)
  if (!variable || !value) return undefined
  return { value, uses: variable.references.filter((reference) => !reference.isWrite()).map(({ identifier }) => identifier) }
}

/** The call of the library itself, and of no function around it. */
function callThatGives({ context }: SessionFile, value: Node): TSESTree.CallExpression | undefined {
  const call = unwrapAwait(value)
  const path = call.type === 'CallExpression' ? context.bindings.resolve(call) : undefined
  return call.type === 'CallExpression' && path && isGivenSession(context, path) ? call : undefined
}

function isSentOrWritten(file: SessionFile, framework: UserLoggedIn['framework'], use: Node): boolean {
  const access = file.sessionAccesses.find(({ session }) => session === use)
  if (access?.kind === 'write') return true
  const { parent } = wrapped(use)
  if (parent?.type !== 'CallExpression' || parent.arguments[0] !== wrapped(use)) return false
  return isOfSessionLibrary(file, framework, parent.callee) && file.of('sessionDestroyed').every(({ node }) => node !== parent)
}

/** Whether the file puts something into sessions that a new one would not have. */
function hasOtherData(file: SessionFile, handler: FunctionNode): boolean {
  const isElsewhere = file.sessionAccesses.some((access) => writesOtherData(access) && !isInside(access.node, handler))
  return isElsewhere || /\.flash\(/.test(codeText(file.context.sourceCode))
}
