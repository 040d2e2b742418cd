import { memberName, propertyName } from '../ast/bindings.js'
import { callsNamed } from '../ast/calls-named.js'
import { inSourceOrder, nodesOf } from '../ast/nodes-of.js'
import { unwrap, wrapped, type Node } from '../ast/nodes.js'
import { callStep } from '../ast/paths.js'
import { textAt } from '../ast/text-at.js'
import { variablesIn } from '../ast/variables.js'
import type { FileContext } from './file-context.js'
import type { Handlers } from './handlers.js'
import { isIdentity } from './names.js'
import { mayEndAtSession, mayGiveSession } from './session-places.js'
import { holdsSession, isWholeSession } from './whole-session.js'

/** A place that reads or writes data of the session, or uses the session as a whole. */
export interface SessionAccess {
  /** The member expression, or the whole session. */
  readonly node: Node
  /** The expression for the session itself: `req.session`, or a variable that holds it. */
  readonly session: Node
  /** The property, undefined for a computed one and for the session as a whole. */
  readonly property: string | undefined
  readonly kind: 'call' | 'merge' | 'read' | 'replace' | 'whole' | 'write'
}

/** Whether what is written into a session says nothing about who is logged in. */
export function writesOtherData({ kind, property }: SessionAccess): boolean {
  return kind === 'write' && !isIdentity(property ?? '')
}

/** Reads every use of the sessions of handlers in a file, also through aliases, in the order of the source. */
export function readSessionAccesses(context: FileContext, handlers: Handlers): readonly SessionAccess[] {
  const { sourceCode } = context
  const places = [
    ...nodesOf(sourceCode, 'MemberExpression').filter((node) => mayEndAtSession(memberName(node)) && isWholeSession(node, context, handlers)),
    ...callsNamed(sourceCode, mayGiveSession).filter((node) => mayEndAtSession(callStep(node)) && isWholeSession(node, context, handlers)),
  ]
  const aliases = variablesIn(sourceCode).filter((variable) => variable.references.length > 0 && holdsSession(variable, context, handlers))
  const uses = aliases.flatMap(({ references }) => references.flatMap(({ identifier }) => (isUse(identifier) ? [identifier] : [])))
  return inSourceOrder<Node>([...places, ...uses]).map(accessOf)
}

/** Whether a variable is used for what it holds, and not written or taken apart. */
function isUse(node: Node): boolean {
  const { parent } = node
  if (parent?.type === 'MemberExpression') return parent.object === node
  if (parent?.type === 'Property') return parent.value === node && parent.parent.type !== 'ObjectPattern'
  return parent?.type === 'VariableDeclarator' ? parent.init === node : parent?.type.endsWith('Expression') === true
}

function accessOf(session: Node): SessionAccess {
  const use = wrapped(session)
  const { parent } = use
  const whole: SessionAccess = { node: session, session, property: undefined, kind: isWritten(use) ? 'replace' : 'whole' }
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern') {
    const [first] = parent.id.properties
    return { node: session, session, property: first?.type === 'Property' ? propertyName(first) : undefined, kind: 'read' }
  }
  if (parent?.type === 'CallExpression' && parent.arguments[0] === use && isMerge(parent.callee)) return { ...whole, kind: 'merge' }
  if (parent?.type !== 'MemberExpression' || parent.object !== use) return whole
  const member = wrapped(parent)
  const property = memberName(parent)
  const outer = member.parent
  if (outer?.type === 'CallExpression' && unwrap(outer.callee) === parent) return { node: parent, session, ...accessByCall(outer.arguments[0], property) }
  return { node: parent, session, property, kind: isWritten(member) ? 'write' : 'read' }
}

/** `Object.assign(req.session, { … })` writes, and reads nothing. */
function isMerge(callee: Node): boolean {
  return callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'Object' && memberName(callee) === 'assign'
}

function isWritten(target: Node): boolean {
  const { parent } = target
  if (parent?.type === 'AssignmentExpression') return parent.left === target
  return parent?.type === 'UnaryExpression' && parent.operator === 'delete'
}

/** `session.get('cart')` and `session.set('cart', …)` are data; `session.save()` is not. */
function accessByCall(argument: Node | undefined, method: string | undefined): Pick<SessionAccess, 'kind' | 'property'> {
  if (method !== 'get' && method !== 'set') return { property: method, kind: 'call' }
  const property = textAt(argument)
  return { property, kind: method === 'get' ? 'read' : 'write' }
}
