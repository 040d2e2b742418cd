import type { TSESTree } from '@typescript-eslint/utils'
import { lastName } from '../ast/last-name.js'
import { isBefore, unwrap, type FunctionNode, type Node } from '../ast/nodes.js'
import { wordsOf } from './names.js'
import { usersTable } from './users-table.js'

/** Whether a handler sets a password only for those who have none to be asked for, or one that somebody else has set for a start. */
export function isFirstPassword(change: Node, handler: FunctionNode): boolean {
  for (let at = change; at.parent && at !== handler; at = at.parent) {
    const { parent }: Node = at
    if (parent.type === 'IfStatement' && at !== parent.test && asks(parent.test) === (at === parent.consequent ? 'lacks' : 'has')) return true
    if (parent.type === 'BlockStatement' && parent.body.some((statement) => isBefore(statement, change) && sendsOthersAway(statement))) return true
  }
  return false
}

/** `if (user.password) redirect('/settings')`, `await requireNoPassword(userId)` */
function sendsOthersAway(statement: Node): boolean {
  if (statement.type === 'IfStatement') return asks(statement.test) === 'has' && leaves(statement.consequent)
  return statement.type === 'ExpressionStatement' && REFUSING.test(wordsOf(lastName(statement.expression) ?? ''))
}

const REFUSING = /^(?:require|ensure|assert|check) (?:has )?(?:no|without) password/

/** What a condition says about the user, where it holds. */
function asks(test: Node): 'has' | 'lacks' | undefined {
  const condition = unwrap(test)
  switch (condition.type) {
    case 'AwaitExpression':
      return asks(condition.argument)
    case 'UnaryExpression':
      return condition.operator === '!' ? opposite(asks(condition.argument)) : undefined
    case 'LogicalExpression':
      return asks(condition.left) ?? asks(condition.right)
    case 'BinaryExpression':
      return isNothing(condition.right) ? (condition.operator.startsWith('!') ? asks(condition.left) : opposite(asks(condition.left))) : undefined
    default:
      return MUST_CHANGE.test(wordsOf(lastName(condition) ?? '')) ? 'lacks' : isPassword(condition) ? 'has' : undefined
  }
}

function opposite(answer: 'has' | 'lacks' | undefined): 'has' | 'lacks' | undefined {
  return answer && (answer === 'has' ? 'lacks' : 'has')
}

function isNothing(node: Node): boolean {
  const value = unwrap(node)
  return (value.type === 'Literal' && value.value === null) || (value.type === 'Identifier' && value.name === 'undefined')
}

/** `user.passwordHash`, `hasPassword(user)`; not the one that a form has sent. */
function isPassword(node: Node): boolean {
  const words = wordsOf(lastName(node) ?? '')
  if (/^(?:user |already )*(?:has|is) (?:a |set )?(?:password|pwd)(?: set)?$/.test(words)) return true
  if (node.type === 'Identifier') return STORED.test(words) && /\b(?:hash|hashed|digest)\b/.test(words)
  return STORED.test(words) && node.type === 'MemberExpression' && usersTable(lastName(node.object)) !== undefined
}

const STORED = /^(?:hashed |encrypted )?(?:password|passwd|pwd)(?: hash| digest| set)?$/

/** `user.mustChangePassword`, `isTemporaryPassword` */
const MUST_CHANGE = /\b(?:must|needs?|requires?|force|forced|temporary|temp|initial)\b.*\bpassword\b|\bpassword (?:change|reset) required\b/

function leaves(branch: Node): boolean {
  switch (branch.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
      return true
    case 'BlockStatement':
      return branch.body.some(leaves)
    default:
      return branch.type === 'ExpressionStatement' && isRefusal(branch)
  }
}

/** `redirect('/settings')`, which throws. */
function isRefusal({ expression }: TSESTree.ExpressionStatement): boolean {
  return unwrap(expression).type === 'CallExpression' && /^(?:redirect|permanentRedirect|notFound|forbidden|unauthorized|error)$/.test(lastName(expression) ?? '')
}
