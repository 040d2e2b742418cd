import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName } from '../ast/bindings.js'
import { isBranch, isInside, statementAround, unwrap, wrapped, type Node } from '../ast/nodes.js'
import type { SessionInHandler } from '../events/events.js'
import type { SessionFile } from '../events/file.js'
import type { Edit } from './edit.js'
import type { OperationEdit } from './run-session-operation.js'
import { isOfSessionLibrary } from './session-library-function.js'

/**
 * Destroys a session where it is sent, for libraries with a function for each: `commitSession(session)` becomes
 * `destroySession(session)`, and the writes before it, which have become pointless, are dropped.
 */
export function destroySentSession(file: SessionFile, { facts, framework }: SessionInHandler, write: Node): OperationEdit | undefined {
  const { bindings, sourceCode } = file.context
  const [, name] = /^(\w+)\(session\)$/.exec(facts.end?.code ?? '') ?? []
  const callee = write.type === 'CallExpression' ? unwrap(write.callee) : undefined
  const receiver = callee?.type === 'MemberExpression' ? unwrap(callee.object) : undefined
  const variable = receiver?.type === 'Identifier' ? bindings.variable(receiver) : undefined
  if (name === undefined || !variable) return undefined

  const uses = variable.references.filter((reference) => !reference.isWrite()).map(({ identifier }) => identifier)
  const unsets = file.of('identityUnset').map((event) => event.write)
  const pointless = unsets.filter((unset) => uses.some((use) => isInside(use, unset)))
  const after = uses.filter((use) => use.range[0] > write.range[1] && !pointless.some((unset) => isInside(use, unset)))
  const sent = after.map((use) => sendingOf(file, framework, use, name))
  const edits = sent.filter((edit) => edit !== undefined)
  const statements = pointless.map((unset) => statementAround(unset))
  if (sent.length === 0 || edits.length < sent.length || !after.every((use) => file.alwaysBefore(use, new Set([write])))) return undefined
  if (!statements.every((statement, index) => isAlone(statement, pointless[index]))) return undefined
  return {
    edit: (fixer) => [
      ...statements.flatMap((statement) => (statement ? [fixer.removeRange(withLineBreak(statement, sourceCode.text))] : [])),
      ...edits.flatMap((edit) => edit(fixer)),
    ],
    isSafe: true,
  }
}

/** Whether a statement does nothing else, and can go. */
function isAlone(statement: TSESTree.Statement | undefined, write: Node | undefined): boolean {
  return statement?.type === 'ExpressionStatement' && statement.expression === write && !isBranch(statement, statement.parent)
}

/** The edit of a call that sends the session: its function becomes the one that destroys, where that is at hand. */
function sendingOf(file: SessionFile, framework: SessionInHandler['framework'], use: Node, name: string): Edit | undefined {
  const { parent } = wrapped(use)
  if (parent?.type !== 'CallExpression' || parent.arguments[0] !== wrapped(use) || !isOfSessionLibrary(file, framework, parent.callee)) return undefined
  const callee = unwrap(parent.callee)
  if (callee.type === 'MemberExpression') {
    return memberName(callee) !== undefined && !callee.computed ? (fixer) => [fixer.replaceText(callee.property, name)] : undefined
  }
  const local = callee.type === 'Identifier' ? besides(file, callee, name) : undefined
  return local === undefined ? undefined : (fixer) => [fixer.replaceText(callee, local)]
}

/** What a function is called that was taken out of the same object as another one. */
function besides({ context: { bindings } }: SessionFile, taken: TSESTree.Identifier, name: string): string | undefined {
  const [definition] = bindings.variable(taken)?.defs ?? []
  const pattern = definition?.node.type === 'VariableDeclarator' ? definition.node.id : undefined
  const properties = pattern?.type === 'ObjectPattern' ? pattern.properties : []
  const [found] = properties.flatMap((property) => (property.type === 'Property' && propertyName(property) === name ? [property.value] : []))
  return found?.type === 'Identifier' ? found.name : undefined
}

function withLineBreak({ range: [start, end] }: Node, text: string): [number, number] {
  return [start - (/\r?\n[^\S\n]*$/.exec(text.slice(0, start))?.[0].length ?? 0), end]
}
