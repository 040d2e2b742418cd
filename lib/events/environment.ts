import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { isFunction, unwrap, type Node } from '../ast/nodes.js'
import { plainText } from '../ast/plain-text.js'
import { textAt } from '../ast/text-at.js'
import { wordsOf } from './names.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** The variable of the environment that an expression reads: `SECRET` in `process.env.SECRET` and `Deno.env.get('SECRET')`. */
export function variableRead(node: Node): string | undefined {
  const expression = unwrap(node)
  if (expression.type === 'MemberExpression') return isEnvironment(expression.object) ? memberName(expression) : undefined
  if (expression.type !== 'CallExpression' || expression.callee.type !== 'MemberExpression') return undefined
  const [name, another] = expression.arguments
  const isRead = memberName(expression.callee) === 'get' && isEnvironment(expression.callee.object) && !another
  return isRead && name ? textAt(name) : undefined
}

/** `process.env`, `import.meta.env`, `Bun.env`, `Deno.env` */
export function isEnvironment(node: Node): boolean {
  const object = unwrap(node)
  if (object.type !== 'MemberExpression' || memberName(object) !== 'env') return false
  return object.object.type === 'MetaProperty' || (object.object.type === 'Identifier' && /^(?:process|Bun|Deno)$/.test(object.object.name))
}

/** Whether the branches around a node are run where a program is developed or tested, and nowhere else. */
export function isOnlyInDevelopment(node: Node, sourceCode: SourceCode): boolean {
  const branches: Node[] = []
  let answer: boolean | undefined
  for (let at = node; at.parent && answer === undefined; at = at.parent) {
    if (!isFunction(at) && !isBranching(at.parent)) continue
    branches.push(at)
    answer = inDevelopment.get(at) ?? (isBranchOfDevelopment(at, at.parent, sourceCode) || undefined)
  }
  for (const branch of branches) inDevelopment.set(branch, answer ?? false)
  return answer ?? false
}

/** What was found out on the way out, for branches and functions: in a long row of decisions each stands inside all those before it. */
const inDevelopment = new WeakMap<Node, boolean>()

function isBranching({ type }: Node): boolean {
  return type === 'IfStatement' || type === 'ConditionalExpression' || type === 'LogicalExpression'
}

function isBranchOfDevelopment(node: Node, parent: Node, sourceCode: SourceCode): boolean {
  if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') {
    return node !== parent.test && holdsInProduction(parent.test, sourceCode) === (node !== parent.consequent)
  }
  const isGuarded = parent.type === 'LogicalExpression' && parent.operator === '&&' && node === parent.right
  return isGuarded && holdsInProduction(parent.left, sourceCode) === false
}

/** Whether code around a node is run in some environments only: in production, or anywhere else. */
export function isOfOneEnvironment(node: Node, sourceCode: SourceCode): boolean {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at
    const test = parent.type === 'IfStatement' || parent.type === 'ConditionalExpression' ? parent.test : parent.type === 'LogicalExpression' ? parent.left : at
    if (test !== at && holdsInProduction(test, sourceCode) !== undefined) return true
  }
  return false
}

/** Whether a condition holds in production; undefined where it asks something else. */
function holdsInProduction(test: Node, sourceCode: SourceCode): boolean | undefined {
  const condition = unwrap(test)
  switch (condition.type) {
    case 'UnaryExpression': {
      const inner = condition.operator === '!' ? holdsInProduction(condition.argument, sourceCode) : undefined
      return inner === undefined ? undefined : !inner
    }
    case 'LogicalExpression': {
      const sides = [holdsInProduction(condition.left, sourceCode), holdsInProduction(condition.right, sourceCode)]
      const deciding = condition.operator !== '&&'
      if (sides.includes(deciding)) return deciding
      return sides.includes(undefined) ? undefined : !deciding
    }
    case 'BinaryExpression':
      return isSameEnvironment(condition.operator, condition.left, condition.right, sourceCode)
    case 'CallExpression':
      return isOneOf(condition.arguments, condition.callee, sourceCode) ?? (isPatternTest(condition) ? undefined : byName(lastName(condition.callee)))
    default:
      return byName(lastName(condition))
  }
}

/** `process.env.NODE_ENV === 'production'` */
function isSameEnvironment(operator: string, left: Node, right: Node, sourceCode: SourceCode): boolean | undefined {
  const isEquality = operator === '===' || operator === '==' || operator === '!==' || operator === '!='
  const [named, written] = textAt(left) === undefined ? [left, right] : [right, left]
  const environment = textAt(written)
  if (!isEquality || environment === undefined || !ENVIRONMENT.test(plainText(named, sourceCode))) return undefined
  const isSame = PRODUCTION.test(environment) ? true : DEVELOPMENT.test(environment) ? false : undefined
  return isSame === undefined ? undefined : isSame === operator.startsWith('=')
}

/** `['development', 'test'].includes(process.env.NODE_ENV)` */
function isOneOf(given: readonly Node[], callee: Node, sourceCode: SourceCode): boolean | undefined {
  const [asked] = given
  const called = unwrap(callee)
  const list = called.type === 'MemberExpression' && memberName(called) === 'includes' ? unwrap(called.object) : undefined
  if (list?.type !== 'ArrayExpression') return undefined
  if (!asked || !ENVIRONMENT.test(plainText(asked, sourceCode))) return undefined
  return list.elements.some((element) => PRODUCTION.test(textAt(element) ?? ''))
}

/** `/^[a-z]+$/.test(text)` asks for no environment. */
function isPatternTest({ arguments: given, callee }: TSESTree.CallExpression): boolean {
  return given.length > 0 && callee.type === 'MemberExpression' && memberName(callee) === 'test'
}

/** `isProduction`, `import.meta.env.DEV` */
function byName(name: string | undefined): boolean | undefined {
  const words = name === undefined ? '' : wordsOf(name)
  if (/^(?:is )?(?:in )?prod(?:uction)?(?: mode| env)?$/.test(words)) return true
  return /^(?:is )?(?:in )?(?:dev|devel|development|test|testing|local|localhost|ci)(?: mode| env)?$/.test(words) ? false : undefined
}

const ENVIRONMENT = /\b(?:NODE_ENV|APP_ENV|ENV|ENVIRONMENT|MODE|env|environment|mode|nodeEnv|stage|STAGE)\b/
const PRODUCTION = /^(?:prod|production|live)$/i
const DEVELOPMENT = /^(?:dev|devel|development|test|testing|local|ci|e2e)$/i
