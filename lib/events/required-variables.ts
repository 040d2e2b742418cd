import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { exits } from '../ast/flow.js'
import { nodesOf } from '../ast/nodes-of.js'
import { isFunction, isInside, unwrap, wrapped, type Node } from '../ast/nodes.js'
import { textAt } from '../ast/text-at.js'
import { variablesIn } from '../ast/variables.js'
import { isEnvironment } from './environment.js'
import type { FileContext } from './file-context.js'

/**
 * The variables of the environment without which the program stops, where it goes through a list of their names:
 * `for (const name of ['SESSION_SECRET']) if (!process.env[name]) throw …`
 */
export function variablesRequired({ bindings, sourceCode }: FileContext): ReadonlySet<string> {
  const stops = nodesOf(sourceCode, 'IfStatement').filter(({ consequent }) => endsProgram(consequent))
  if (stops.length === 0) return new Set()
  const reads = nodesOf(sourceCode, 'MemberExpression').filter(({ computed, object, property }) => computed && property.type === 'Identifier' && isEnvironment(object))
  return new Set(reads.flatMap((read) => (leadsToStop(read) ? namesReadBy(read) : [])))

  /** The texts of the list that the name in brackets comes from. */
  function namesReadBy({ property }: TSESTree.MemberExpression): readonly string[] {
    const [definition] = (property.type === 'Identifier' && bindings.variable(property)?.defs) || []
    const list = definition && listBehind(definition.node)
    const array = list && bindings.held(list)
    return array?.type === 'ArrayExpression' ? array.elements.flatMap((element) => (element && textAt(element)) ?? []) : []
  }

  function leadsToStop(read: Node): boolean {
    const results = resultsOf(read)
    const isAsked = (name: Node) => stops.some(({ test }) => isInside(name, test))
    return isAsked(read) || variablesIn(sourceCode).some(({ name, references }) => results.has(name) && references.some(({ identifier }) => isAsked(identifier)))
  }
}

/** A loop is left by `continue` and `return` as well. */
function endsProgram(statement: Node): boolean {
  if (statement.type === 'BlockStatement') return statement.body.some(endsProgram)
  return statement.type === 'ThrowStatement' || (statement.type === 'ExpressionStatement' && exits(statement))
}

/** What is gone through with a function, `names.filter((name) => …)`, or in a loop, `for (const name of names)`. */
function listBehind(definition: Node): Node | undefined {
  if (isFunction(definition)) {
    const call = wrapped(definition).parent
    const callee = call?.type === 'CallExpression' ? unwrap(call.callee) : undefined
    return callee?.type === 'MemberExpression' && THROUGH_ALL.has(memberName(callee) ?? '') ? callee.object : undefined
  }
  const loop = definition.parent?.parent
  return loop?.type === 'ForOfStatement' && loop.left === definition.parent ? loop.right : undefined
}

const THROUGH_ALL = new Set(['filter', 'forEach', 'some', 'every', 'find', 'map'])

/** The names of the variables that hold what came out: `const missing = …`, `missing.push(name)`. */
function resultsOf(read: Node): ReadonlySet<string> {
  const names = new Set<string>()
  for (let at: Node | undefined = read; at; at = at.parent) {
    if (at.type === 'VariableDeclarator' && at.id.type === 'Identifier') names.add(at.id.name)
    if (at.type === 'IfStatement') for (const name of listsFilledBy(at.consequent)) names.add(name)
  }
  return names
}

function listsFilledBy(statement: Node): readonly string[] {
  if (statement.type === 'BlockStatement') return statement.body.flatMap(listsFilledBy)
  const call = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined
  const callee = call?.type === 'CallExpression' ? unwrap(call.callee) : undefined
  const isPush = callee?.type === 'MemberExpression' && memberName(callee) === 'push' && callee.object.type === 'Identifier'
  return isPush && callee.object.type === 'Identifier' ? [callee.object.name] : []
}
