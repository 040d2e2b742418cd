import type { TSESLint } from '@typescript-eslint/utils'
import { exits } from './flow.js'
import { functionAround, isBefore, isInside, statementAround, statementsOf, unwrap, type Node } from './nodes.js'
import { walkOwn } from './walk.js'

/**
 * Whether a statement behind a node, in its list or in one around it within the function, always evaluates a mark,
 * unless something throws before.
 */
export function isFollowedBy(node: Node, mark: Node, visitorKeys: TSESLint.SourceCode['visitorKeys']): boolean {
  const later = statementAround(mark)
  if (later?.type !== 'ExpressionStatement' || !valuesOf(later.expression).includes(unwrap(mark))) return false
  if (functionAround(node) !== functionAround(mark)) return false
  for (let at: Node | undefined = later; at?.parent; at = blockAround(at)) {
    const list = statementsOf(at.parent)
    const first = list.findIndex((statement) => isInside(node, statement))
    const last = list.findIndex((statement) => statement === at)
    if (list.slice(Math.max(first, 0), last).some((statement) => mayLeave(statement, node, visitorKeys))) return false
    if (first !== -1) return first < last
  }
  return false
}

/** The block around a statement that is nothing but that: `{ log(); renew() }` between other statements. */
function blockAround({ parent }: Node): Node | undefined {
  return parent?.type === 'BlockStatement' && parent.parent && statementsOf(parent.parent).some((statement) => statement === parent) ? parent : undefined
}

/** An expression, and what it waits for. */
function valuesOf(expression: Node): readonly Node[] {
  const value = unwrap(expression)
  return value.type === 'AwaitExpression' ? [value, unwrap(value.argument)] : [value]
}

/** Whether a statement may jump away once a node in it, or before it, was evaluated. */
function mayLeave(statement: Node, node: Node, visitorKeys: TSESLint.SourceCode['visitorKeys']): boolean {
  let found = false
  walkOwn(statement, visitorKeys, (at) => {
    found ||= JUMPS.has(at.type) && !isBefore(at, node)
  })
  return found
}

const JUMPS = new Set(['ReturnStatement', 'BreakStatement', 'ContinueStatement'])

/** Whether a mark that stands behind a node in the same function may be evaluated after it: not in another branch, nor when the branch of the node has left. */
export function mayBeFollowedBy(node: Node, mark: Node): boolean {
  if (functionAround(node) !== functionAround(mark) || !isBefore(node, mark)) return false
  for (let at = node; at.parent; at = at.parent) {
    const exit = statementsFrom(at, at.parent).find(exits)
    if (isInside(mark, at.parent)) return !isInOtherBranch(at.parent, at, mark) && !(exit && isBefore(exit, mark))
    if (exit) return false
  }
  return true
}

function isInOtherBranch(choice: Node, one: Node, mark: Node): boolean {
  if (choice.type !== 'IfStatement' && choice.type !== 'ConditionalExpression') return false
  return one === choice.consequent && !!choice.alternate && isInside(mark, choice.alternate)
}

/** The statements of a list that begin with one of them. */
function statementsFrom(one: Node, parent: Node): readonly Node[] {
  const list = statementsOf(parent)
  const index = list.findIndex((statement) => statement === one)
  return index === -1 ? [] : list.slice(index)
}
