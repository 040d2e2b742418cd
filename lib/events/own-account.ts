import { propertyName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { isInside, unwrap, unwrapAwait, type FunctionNode, type Node } from '../ast/nodes.js'
import { isCallStep } from '../ast/paths.js'
import { textAt } from '../ast/text-at.js'
import type { Variable } from '../ast/variables.js'
import { walk } from '../ast/walk.js'
import { isAskingUser } from './asking-user.js'
import type { SessionFile } from './file.js'
import { isKeyOf, placeOf, saysWho, usersTable, type UsersTable } from './users-table.js'

/** Which values in a handler are the account of whoever asks, or say that it is meant. */
export interface OwnAccount {
  /** The one who asks, or the record of him: `req.user`, `await User.findById(req.session.userId)`. */
  is(node: Node): boolean
  /** Whether a part of a call says that his record in a table is meant: `{ where: { id: user.id } }`, `eq(users.id, user.id)`, not `{ ownerId: user.id }`. */
  isMeantBy(part: Node, table: UsersTable): boolean
}

export function createOwnAccount(file: SessionFile, handler: FunctionNode): OwnAccount {
  const { bindings, sourceCode } = file.context
  const records = new Map<Variable, boolean>()
  return { is, isMeantBy }

  function is(node: Node): boolean {
    const expression = unwrap(node)
    if (isAskingUser(expression, file)) return isWho(expression)
    const variable = expression.type === 'Identifier' ? bindings.variable(expression) : undefined
    return variable !== undefined && isRecord(variable)
  }

  /** `req.user.id`, not `req.user.teamId`. */
  function isWho(node: Node): boolean {
    const last = bindings.resolve(node)?.steps.at(-1) ?? lastName(node)
    return last === undefined || isCallStep(last) || saysWho(last)
  }

  function isRecord(variable: Variable): boolean {
    const known = records.get(variable)
    if (known !== undefined) return known
    // A variable that is made of itself says nothing.
    records.set(variable, false)
    const held = bindings.value(variable)
    const found = held !== undefined && isInside(held, handler) && holdsRecord(variable.name, held)
    records.set(variable, found)
    return found
  }

  function holdsRecord(name: string, held: Node): boolean {
    const value = unwrapAwait(held)
    const table = (value.type === 'CallExpression' ? tableOf(value.callee) : undefined) ?? usersTable(name) ?? (saysWho(name) ? 'users' : undefined)
    return table !== undefined && isMeantBy(value, table)
  }

  /** `User.findById(id)`, `storage.getUser(id)` */
  function tableOf(called: Node): UsersTable | undefined {
    const callee = unwrap(called)
    return usersTable(lastName(callee)) ?? (callee.type === 'MemberExpression' ? usersTable(placeOf(callee.object)) : undefined)
  }

  function isMeantBy(part: Node, table: UsersTable): boolean {
    let isMeant = false
    walk(part, sourceCode.visitorKeys, (node) => {
      isMeant ||= isValue(node) && (is(node) || (node.type === 'MemberExpression' && is(node.object) && isWho(node))) && isForKey(node, part, table)
      return !isMeant
    })
    return isMeant
  }

  /** Whether all that is said about a value is that it is the key of a table: `{ where: { id: { equals: value } } }`, `eq(users.id, value)`, `.where('id', '=', value)`. */
  function isForKey(value: Node, part: Node, table: UsersTable): boolean {
    const names: string[] = []
    for (let at = value; at.parent; at = at.parent) {
      const { parent }: Node = at
      if (parent.type === 'Property' && parent.value === at) names.push(propertyName(parent) ?? '')
      if (parent.type === 'CallExpression' && parent.callee !== at && COMPARING.test(lastName(parent.callee) ?? '')) names.push(...columnsBeside(at, parent.arguments))
      // What a condition behind a call is about stands beside it.
      if (at === part) break
    }
    const [column, another] = names.filter((name) => !SAYING_NOTHING.test(name))
    return another === undefined && (column === undefined || isKeyOf(table, column))
  }
}

/** Whether an expression is read as a whole here: not the name of a property, and not the user in `user.id`. */
function isValue(node: Node): boolean {
  const { parent } = node
  if (parent?.type === 'Property' && parent.key === node && !parent.computed) return false
  if (parent?.type !== 'MemberExpression') return true
  const isCallee = parent.parent.type === 'CallExpression' && parent.parent.callee === parent
  return parent.object === node ? isCallee : parent.computed
}

function columnsBeside(value: Node, given: readonly Node[]): string[] {
  const [column] = given
  if (column === undefined || column === value) return []
  return [(textAt(column) ?? lastName(column) ?? '').replace(/^.*\./s, '')]
}

const COMPARING = /^(?:eq|equals?|where|andWhere|eb|inArray|filter)$/

/** Names around a column that say nothing about it: operators, what joins conditions, and what holds them. */
const SAYING_NOTHING = /^(?:|where|filter|query|and|or|AND|OR|\$and|\$or|\$eq|\$in|eq|equals|in|_eq|replacements|bind|params|parameters|args|values)$/
