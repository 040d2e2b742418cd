import type { TSESTree } from '@typescript-eslint/utils'
import { propertyName } from '../ast/bindings.js'
import { byPlace } from '../ast/by-place.js'
import { callsNamed } from '../ast/calls-named.js'
import { equalitiesIn } from '../ast/equalities.js'
import { lastName } from '../ast/last-name.js'
import { isInside, unwrap, type FunctionNode, type Node } from '../ast/nodes.js'
import { onDemand } from '../ast/on-demand.js'
import { textAt } from '../ast/text-at.js'
import type { FileContext } from './file-context.js'
import { wordsOf } from './names.js'

/** Where the handlers of a file check the password that they are given. */
export interface PasswordChecks {
  /** Whether a place in a handler comes after such a check, and not in the branch for those who fail it. */
  arePassedAt(node: Node, handler: FunctionNode): boolean
}

export function createPasswordChecks({ sourceCode }: FileContext): PasswordChecks {
  const checksIn = onDemand(() => {
    const calls = callsNamed(sourceCode, (name) => CHECKING.test(wordsOf(name))).filter(checksPassword)
    return byPlace<Node>([...calls, ...equalitiesIn(sourceCode).filter(arePasswords)], (check) => check)
  })

  return { arePassedAt: (node, handler) => checksIn()(handler).some((check) => startsBefore(check, node) && !isWhereItFails(check, node, handler)) }
}

/** What is checked is there before the callback of the check runs. */
function startsBefore(check: Node, node: Node): boolean {
  return (check.type === 'CallExpression' ? check.callee : check).range[1] <= node.range[0]
}

/** `bcrypt.compare(password, hash)`, `user.checkPassword(given)`, `authenticate({ email, password })` */
export function checksPassword({ arguments: given, callee }: TSESTree.CallExpression): boolean {
  const words = wordsOf(lastName(callee) ?? '')
  if (!CHECKING.test(words)) return false
  if (OF_FORMS.test(words) || (VAGUE.test(words) && !TELLING.test(words))) return false
  // `checkPassword(password)` has nothing to compare it with.
  if (PASSWORD.test(words)) return given.length > 1 || unwrap(callee).type === 'MemberExpression'
  return given.some((argument) => isPassword(argument) || (ASKING.test(words) && hasPassword(argument)))
}

const CHECKING = /^(?:compare|verify|authenticate|sign in|log ?in|check|validate|valid|is|matche?s?)\b/
const ASKING = /^(?:verify|authenticate|sign in|log ?in)\b/
/** `isEmpty(password)` and `validate(password)` only look at what was typed. */
const VAGUE = /^(?:check|validate|valid|is)\b/
const TELLING = /\b(?:password|passwd|pwd|pass|passphrase|match|user|credentials?|login)\b/
const OF_FORMS = /\b(?:strength|strong|weak|policy|format|length|rules?|complex|complexity|reset)\b/
const PASSWORD = /\b(?:password|passwd|pwd|pass|passphrase)\b/
const REPEATED = /\b(?:confirm|confirmed|confirmation|repeat|repeated|again|retype|retyped|new|2)\b/

function hasPassword(argument: Node): boolean {
  const object = unwrap(argument)
  return object.type === 'ObjectExpression' && object.properties.some((property) => property.type === 'Property' && PASSWORD.test(wordsOf(propertyName(property) ?? '')))
}

function isPassword(node: Node): boolean {
  const words = wordsOf(nameGiven(node) ?? '')
  return PASSWORD.test(words) && !REPEATED.test(words)
}

/** The name of a value, or the one by which a form is asked for it: `String(form.get('password'))`. */
function nameGiven(node: Node): string | undefined {
  const value = unwrap(node)
  const [argument] = value.type === 'CallExpression' ? value.arguments : []
  const name = lastName(value)
  if (argument && name === 'String') return nameGiven(argument)
  return (name === 'get' ? textAt(argument) : undefined) ?? name
}

/** `password === user.password`, but not a password that is typed twice. */
function arePasswords({ left, right }: TSESTree.BinaryExpression): boolean {
  return isPassword(left) && isPassword(right)
}

/** Whether a place is reached where a check has failed: the form may be shown again there. */
function isWhereItFails(check: Node, node: Node, handler: FunctionNode): boolean {
  for (let at = node; at.parent && at !== handler; at = at.parent) {
    const { parent }: Node = at
    if (parent.type === 'CatchClause') return true
    if (parent.type === 'IfStatement' && at !== parent.test && !isInside(check, at) && isForFailures(parent.test) === (at === parent.consequent)) return true
  }
  return false
}

/** `!isMatch`, `err || !user`, `given !== password` */
function isForFailures(test: Node): boolean {
  const condition = unwrap(test)
  switch (condition.type) {
    case 'LogicalExpression':
      return isForFailures(condition.left) || isForFailures(condition.right)
    case 'UnaryExpression':
      return condition.operator === '!'
    case 'BinaryExpression':
      return condition.operator.startsWith('!') || (condition.operator.startsWith('=') && condition.right.type === 'Literal' && !condition.right.value)
    default:
      return /^(?:err|error)$/.test(lastName(condition) ?? '')
  }
}
