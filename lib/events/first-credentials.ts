import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName } from '../ast/bindings.js'
import { chainAround } from '../ast/chain-around.js'
import { exits } from '../ast/flow.js'
import { lastName } from '../ast/last-name.js'
import { isInside, statementsOf, unwrap, type FunctionNode, type Node } from '../ast/nodes.js'
import { walk } from '../ast/walk.js'
import { credentialNamed, isUserName, type AccountChange } from './account-changes.js'
import type { CredentialChange } from './credential-changes.js'
import type { SessionFile } from './file.js'
import { wordsOf } from './names.js'
import { isSending, sqlIn } from './sql.js'

/** Whether a change gives an account a credential that it did not have, or that only was there to be changed: nobody can be logged in with the old one. */
export function isFirstCredential({ node, route, what }: AccountChange | CredentialChange, file: SessionFile): boolean {
  if (what !== 'password' && what !== 'factor') return false
  const { context, handlers } = file
  const { bindings, sourceCode } = context
  const change = chainAround(changeAround(node))
  if (route.names.some((name) => FOR_NEW[what].test(wordsOf(name)))) return true
  return isWhereNoneWas(change) || isWrittenWhereNoneIs(change) || isOnlyCreated(change) || (what === 'factor' && isSwitchedOn(change)) || asksForNone(route.handler)

  /** `if (user.password) return …` before a change, or `if (!user.password) { … }` around it. */
  function isWhereNoneWas(place: Node): boolean {
    for (let at = place; at.parent && at !== route.handler; at = at.parent) {
      const { parent }: Node = at
      if (isChoice(parent) && ((at === parent.consequent && saysNone(parent.test)) || (at === parent.alternate && saysSome(parent.test)))) return true
      const list = statementsOf(parent)
      const before = list.slice(0, Math.max(0, list.findIndex((statement) => statement === at)))
      if (before.some((statement) => statement.type === 'IfStatement' && leaves(statement.consequent) && saysSome(statement.test))) return true
    }
    return false
  }

  /** Whether a condition holds for all who have such a credential: `user.password`, `!user || user.password`. */
  function saysSome(test: Node): boolean {
    const condition = unwrap(test)
    if (condition.type === 'LogicalExpression') return condition.operator === '||' && (saysSome(condition.left) || saysSome(condition.right))
    if (condition.type === 'UnaryExpression') return condition.operator === '!' && saysNone(condition.argument)
    if (condition.type === 'BinaryExpression') return condition.operator.startsWith('!=') && isNothing(condition.right) && isExisting(condition.left)
    return isExisting(condition)
  }

  /** Whether it holds only for those who have none, or have one that they must change. */
  function saysNone(test: Node): boolean {
    const condition = unwrap(test)
    if (condition.type === 'LogicalExpression') return condition.operator === '&&' && (saysNone(condition.left) || saysNone(condition.right))
    if (condition.type === 'UnaryExpression') return condition.operator === '!' && saysSome(condition.argument)
    if (condition.type === 'BinaryExpression') return condition.operator.startsWith('==') && isNothing(condition.right) && isExisting(condition.left)
    return what === 'password' && MUST_CHANGE.test(wordsOf(lastName(condition) ?? ''))
  }

  /** `user.passwordHash`, `hasPassword(user)`; not what a form says. */
  function isExisting(node: Node): boolean {
    const value = unwrap(node)
    const name = lastName(value)
    if (what === 'password' && HAS_PASSWORD.test(wordsOf(name ?? ''))) return true
    // `const { passwordHash } = await find(id)`: what a form sends has no hash.
    if (value.type === 'Identifier') return credentialNamed(name) === what && /\b(?:hash|hashed|digest)\b/.test(wordsOf(value.name))
    if (value.type === 'CallExpression') return name === 'Boolean' && value.arguments.some(isExisting)
    if (value.type !== 'MemberExpression' || credentialNamed(name) !== what) return false
    const path = bindings.resolve(value)
    return isUserName(lastName(value.object)) || (path !== undefined && handlers.objectOf(path) === undefined && !OF_INPUT.test(lastName(value.object) ?? ''))
  }

  /** `where: { id, passwordHash: null }`, `isNull(users.passwordHash)`, `WHERE id = $1 AND password IS NULL` */
  function isWrittenWhereNoneIs(place: Node): boolean {
    const values: Node[] = []
    let isAsked = false
    walk(place, sourceCode.visitorKeys, (part) => {
      if (part.type === 'Property' && credentialNamed(propertyName(part)) === what) values.push(unwrap(part.value))
      if (part.type === 'CallExpression' && lastName(part.callee) === 'isNull') isAsked ||= part.arguments.some((column) => credentialNamed(lastName(column)) === what)
      if (isSending(part)) isAsked ||= /\bwhere\b.*\b\w*(?:pass|pwd|totp|mfa)\w*\W+is\s+null\b/is.test(sqlIn(part, bindings))
      return true
    })
    return isAsked || (values.some(isNothing) && values.some((value) => !isNothing(value)))
  }

  /** `password: { create: { hash } }`, where the password is a record of its own */
  function isOnlyCreated(place: Node): boolean {
    let isFound = false
    walk(place, sourceCode.visitorKeys, (part) => {
      isFound ||= part.type === 'Property' && credentialNamed(propertyName(part)) === what && isCreating(unwrap(part.value))
      return !isFound
    })
    return isFound
  }

  /** `user.twoFactorEnabled = true`, with nothing that is taken away. */
  function isSwitchedOn(place: Node): boolean {
    const written: Node[] = []
    let isOn = false
    walk(route.handler, sourceCode.visitorKeys, (part) => {
      const value = factorWritten(part)
      if (value) written.push(value)
      // Elsewhere it may be what is asked for: `select: { mfaEnabled: true }`.
      isOn ||= value !== undefined && isLiteral(value, true) && (part.type === 'AssignmentExpression' || isInside(part, place))
      return true
    })
    if (isSending(place)) isOn ||= /\bset\b.*(?:enabled|active)\W*=\s*(?:true|1)\b/is.test(sqlIn(place, bindings))
    return isOn && !written.some((value) => isNothing(value) || isLiteral(value, false))
  }

  function factorWritten(part: Node): Node | undefined {
    if (part.type === 'Property') return credentialNamed(propertyName(part)) === 'factor' ? unwrap(part.value) : undefined
    if (part.type !== 'AssignmentExpression' || part.left.type !== 'MemberExpression') return undefined
    return credentialNamed(memberName(part.left)) === 'factor' ? unwrap(part.right) : undefined
  }

  /** `await requireNoPassword(userId)` */
  function asksForNone(handler: FunctionNode): boolean {
    return what === 'password' && sourceCode.getTokens(handler).some(({ type, value }) => type === 'Identifier' && NO_PASSWORD.test(wordsOf(value)))
  }
}

/** Handlers for accounts that are new, or for a factor that is. */
const FOR_NEW: Readonly<Record<'factor' | 'password', RegExp>> = {
  password: /\b(?:sign ?up|register|registration|invites?|invitations?|accept|activate|activation|onboarding|set ?up|seed)\b/,
  factor: /\b(?:sign ?up|register|registration|invites?|invitations?|activate|activation|onboarding|set ?up|seed|enable|enrol|enroll|enrollment|add)\b/,
}

const HAS_PASSWORD = /^(?:(?:user|account|already) )*(?:has|have|existing|current) (?:(?:a|an|existing|already) )*(?:password|pwd)$|^(?:is )?(?:password|pwd) (?:is )?set$/
const NO_PASSWORD = /^(?:require|ensure|assert|check|expect|must have|has) (?:(?:user|account|has|have) )*(?:no|without) (?:existing )?password$/
const MUST_CHANGE = /\b(?:must|force|forced|requires?|needs?|has to) (?:(?:to|a|new|password|pwd) )*(?:change|reset|changed)\b|\b(?:temporary|temp|initial|expired) (?:password|pwd)\b|\b(?:password|pwd) (?:expired|temporary|(?:change|reset) required)\b/

/** What was sent, and what was read from it. */
const OF_INPUT = /^(?:body|data|form|formData|input|values|fields|params|payload|parsed|parsedInput|dto|args|req|request)$/

/** The assignment or the call that is underlined. */
function changeAround(node: Node): Node {
  let at = node
  while (at.parent && at.type !== 'AssignmentExpression' && !isSending(at)) at = at.parent
  return at
}

/** Whether a handler is left: also by `redirect('/settings')` of a framework, which throws. */
function leaves(statement: Node): boolean {
  if (statement.type === 'BlockStatement') return statement.body.some(leaves)
  if (statement.type !== 'ExpressionStatement') return exits(statement)
  const call = unwrap(statement.expression)
  return exits(statement) || (call.type === 'CallExpression' && call.callee.type === 'Identifier' && THROWING.test(call.callee.name))
}

const THROWING = /^(?:redirect|permanentRedirect|notFound|forbidden|unauthorized|error)$/

function isChoice(node: Node): node is TSESTree.ConditionalExpression | TSESTree.IfStatement {
  return node.type === 'IfStatement' || node.type === 'ConditionalExpression'
}

function isNothing(node: Node): boolean {
  const value = unwrap(node)
  return (value.type === 'Literal' && value.value === null && value.raw === 'null') || (value.type === 'Identifier' && value.name === 'undefined')
}

function isLiteral(value: Node, wanted: boolean): boolean {
  return value.type === 'Literal' && value.value === wanted
}

function isCreating(value: Node): boolean {
  return value.type === 'ObjectExpression' && value.properties.length > 0 && value.properties.every((property) => property.type === 'Property' && propertyName(property) === 'create')
}
