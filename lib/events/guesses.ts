import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, type Bindings } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { unwrap, wrapped, type Node } from '../ast/nodes.js'
import { onceForEach } from '../ast/once-for-each.js'
import { wordsOf } from './names.js'
import type { Variable } from '../ast/variables.js'

/** Whether an expression is a fact about the user that others know too: an id, a name, an address. */
export function isUserFact(node: Node): boolean {
  if (node.type === 'Identifier') return USER_FACT.test(wordsOf(node.name))
  if (node.type !== 'MemberExpression') return false
  const name = wordsOf(memberName(node) ?? '')
  if (USER_FACT.test(name) || name === 'ip') return true
  return FACT_OF_USER.test(name) && USER.test(wordsOf(lastName(node.object) ?? ''))
}

const USER_FACT =
  /^(?:(?:the|current|my|new) )?(?:user ?id|user ?name|user ?email|email(?: address)?|account ?id|member ?id|customer ?id|client ?ip|ip address|user ?agent|remote address)$/
const FACT_OF_USER = /^(?:id|email|name|login|username|sub)$/
const USER = /\b(?:user|account|member|customer|admin|profile|person)$/

/** Whether a name says that it is a label, which is not secret: `prefix` in `${prefix}_${Date.now()}`. */
export function isLabel(node: Node): boolean {
  return node.type === 'Identifier' && LABEL.test(wordsOf(node.name))
}

const LABEL = /\b(?:prefix|suffix|separator|delimiter|namespace|label|tag)$/

/** Whether a name says that it holds the characters to choose from. */
export function isAlphabetName(node: Node): boolean {
  return ALPHABET.test(wordsOf(lastName(node) ?? ''))
}

const ALPHABET = /\b(?:char|chars|characters?|alphabet|alpha|charset|letters?|digits?|symbols?|possible|pool|base\d+|hex)\b/

type Counted = TSESTree.AssignmentExpression | TSESTree.Identifier | TSESTree.MemberExpression | TSESTree.UpdateExpression

/** Whether an expression is one more than it was before: `++counter`, `this.nextId++`, `counter += 1`. */
export function isCount(node: Counted, bindings: Bindings): boolean {
  if (node.type === 'UpdateExpression') return node.operator === '++' && !isLoopVariable(node.argument, bindings)
  if (node.type === 'AssignmentExpression') return isStep(node)
  if (node.type === 'Identifier') {
    const variable = bindings.variable(node)
    return variable !== undefined && isCounter(variable) && !isLoopVariable(node, bindings)
  }
  return COUNTER.test(wordsOf(memberName(node) ?? ''))
}

const COUNTER = /^(?:.* )?(?:counter|next ?id|last ?id|sequence|seq)$/

/** Whether a variable starts with a number and is only ever counted up. */
const isCounter = onceForEach((variable: Variable): boolean => {
  const writes = variable.references.filter((reference) => reference.isWrite())
  const later = writes.filter((write) => !write.init)
  const isNumber = writes.some(({ init, writeExpr }) => init && writeExpr && isNumeric(unwrap(writeExpr)))
  return isNumber && later.length > 0 && later.every(({ identifier }) => isCountedUp(wrapped(identifier).parent))
})

function isNumeric(node: Node): boolean {
  return node.type === 'Literal' && typeof node.value === 'number'
}

function isCountedUp(node: Node | undefined): boolean {
  if (node?.type === 'UpdateExpression') return node.operator === '++'
  return node?.type === 'AssignmentExpression' && isStep(node)
}

function isStep({ operator, right }: TSESTree.AssignmentExpression): boolean {
  return operator === '+=' && right.type === 'Literal' && typeof right.value === 'number'
}

/** `i` in `for (let i = 0; …; i++)` counts turns, not sessions. */
function isLoopVariable(node: Node, bindings: Bindings): boolean {
  const variable = node.type === 'Identifier' ? bindings.variable(node) : undefined
  const declaration = variable?.defs[0]?.node.parent
  return declaration?.parent?.type === 'ForStatement' && declaration.parent.init === declaration
}
