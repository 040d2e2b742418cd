import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { ownNodesOf } from '../ast/nodes-of.js'
import { isBefore, isFunction, isInside, statementsOf, unwrap, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** How a handler answers. */
export interface Answering {
  readonly sourceCode: SourceCode
  /** Whether the server sends what a handler returns. */
  readonly sendsReturnValue: boolean
  /** The names of the response and of `next`, whose calls return nothing that anyone reads. */
  readonly responders: readonly string[]
}

/** Whether statements can run later and elsewhere: nothing in them jumps out, and nothing outside needs their names. */
export function canMove(rest: readonly Node[], plan: Answering, owner: FunctionNode): boolean {
  const { sendsReturnValue, sourceCode } = plan
  const jumps = (statement: Node) => ownNodesOf(statement, sourceCode, 'BreakStatement').some((jump) => !jumpsInside(jump, rest))
  if (rest.some((statement) => jumps(statement) || ownNodesOf(statement, sourceCode, 'YieldExpression').length > 0)) return false
  if (rest.some((statement) => statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration')) return false
  if (rest.some((statement) => statement.type === 'VariableDeclaration' && isUsedOutside(statement, rest, sourceCode))) return false
  if (sendsReturnValue && (isReturned(owner) || rest.some((statement) => !returnsNothing(statement, plan)))) return false
  return !isInLoop(rest[0], owner) && !isChained(owner)
}

function isUsedOutside(declaration: Node, rest: readonly Node[], sourceCode: SourceCode): boolean {
  const first = rest[0]
  const last = rest.at(-1)
  if (!first || !last) return true
  return sourceCode.getDeclaredVariables?.(declaration).some((variable) =>
    variable.references.some(({ identifier }) => isBefore(identifier, first) || isBefore(last, identifier)),
  ) === true
}

function jumpsInside({ label, parent }: TSESTree.BreakStatement, rest: readonly Node[]): boolean {
  for (let at: Node | undefined = parent; at; at = at.parent) {
    const own: Node = at
    const isLeft = label ? own.type === 'LabeledStatement' && own.label.name === label.name : /^(?:For|While|DoWhile|Switch)/.test(own.type)
    if (isLeft) return rest.some((statement) => isInside(own, statement))
  }
  return false
}

function isInLoop(node: Node | undefined, owner: FunctionNode): boolean {
  for (let at = node?.parent; at && at !== owner; at = at.parent) if (/^(?:For|While|DoWhile)/.test(at.type)) return true
  return false
}

/** `.then(() => { … }).then(…)`: the next step would no longer wait for this one. */
function isChained(owner: FunctionNode): boolean {
  const call = wrapped(owner).parent
  const member = call && wrapped(call).parent
  return member?.type === 'MemberExpression' && /^(?:then|finally)$/.test(memberName(member) ?? '')
}

/**
 * Whether a function is a step of a promise that somebody gets: `return findUser().then(…)`. A server that waits
 * for it would find it settled before a callback in it has run, and answer by itself.
 */
export function isReturned(owner: FunctionNode): boolean {
  let at: Node = wrapped(owner)
  const call = at.parent
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression' || !/^(?:then|catch|finally)$/.test(memberName(call.callee) ?? '')) return false
  while (at.parent && /^(?:Call|Member|Chain)Expression$/.test(at.parent.type)) at = at.parent
  return at.parent?.type === 'ReturnStatement' || at.parent?.type === 'AwaitExpression' || isFunction(at.parent)
}

/** Whether code of the handler runs after the list that a statement is in. */
export function isFollowed(from: Node, owner: FunctionNode): boolean {
  for (let at: Node | undefined = from.parent; at && at !== owner; at = at.parent) {
    if (at.type === 'TryStatement' && at.finalizer) return true
    const { parent }: Node = at
    const list = parent ? statementsOf(parent) : []
    const index = list.findIndex((statement) => statement === at)
    if (index !== -1 && list.slice(index + 1).some((statement) => statement.type !== 'FunctionDeclaration' && statement.type !== 'BreakStatement')) return true
  }
  return false
}

/** Whether no `return` in a statement hands out a value that anyone reads. */
export function returnsNothing(statement: Node, { responders, sourceCode }: Answering): boolean {
  return ownNodesOf(statement, sourceCode, 'ReturnStatement').every(({ argument }) => argument === null || isAnswer(argument, responders))
}

/** `res.redirect('/')`, `next()`, `reply.code(200).send()`: a call on what answers the request. */
export function isAnswer(value: Node, responders: readonly string[]): boolean {
  const expression = unwrap(value)
  switch (expression.type) {
    case 'CallExpression':
      return isAnswer(expression.callee, responders)
    case 'MemberExpression':
      return isAnswer(expression.object, responders)
    case 'Identifier':
      return responders.includes(expression.name) || expression.name === 'undefined'
    case 'UnaryExpression':
      return expression.operator === 'void'
    default:
      return false
  }
}
