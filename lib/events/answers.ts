import type { TSESTree } from '@typescript-eslint/utils'
import { lastName } from '../ast/last-name.js'
import { functionsAround, wrapped, type Node } from '../ast/nodes.js'
import type { FileContext } from './file-context.js'
import { nameOf } from './id-origins.js'
import { wordsOf } from './names.js'

const DEEPEST = 8

/** Whether an object is what a function answers with: returned, or handed to the callback that it was given. */
export function isAnswer(object: Node, context: FileContext): boolean {
  return isGivenBack(object, context, DEEPEST) && !isImitation(object, context.filename)
}

function isGivenBack(object: Node, context: FileContext, depth: number): boolean {
  const at = wrapped(object)
  const { parent } = at
  switch (parent?.type) {
    case 'ReturnStatement':
      return true
    case 'ArrowFunctionExpression':
      return parent.body === at
    case 'ConditionalExpression':
      return parent.test !== at && isGivenBack(parent, context, depth)
    case 'LogicalExpression':
      return isGivenBack(parent, context, depth)
    case 'CallExpression':
      return isCallback(parent, context) || (lastName(parent.callee) === 'resolve' && isGivenBack(parent, context, depth))
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && isReturnedLater(parent.id, context, depth)
    case 'AssignmentExpression':
      return parent.left.type === 'Identifier' && isReturnedLater(parent.left, context, depth)
    default:
      return false
  }
}

function isReturnedLater(name: TSESTree.Identifier, context: FileContext, depth: number): boolean {
  const references = depth > 0 ? (context.bindings.variable(name)?.references ?? []) : []
  return references.some((reference) => !reference.isWrite() && isGivenBack(reference.identifier, context, depth - 1))
}

/** `callback(null, answer)`, where the function around was given `callback`: null says that there is no error. */
function isCallback({ arguments: [error], callee }: TSESTree.CallExpression, { bindings }: FileContext): boolean {
  const path = error?.type === 'Literal' && error.raw === 'null' ? bindings.resolve(callee) : undefined
  return path?.root.kind === 'parameter' && path.steps.length === 0
}

/** Whether a function only plays a server, as its name, its file or what it is given to says: `vi.fn(() => …)`. */
function isImitation(object: Node, filename: string): boolean {
  const names = functionsAround(object).flatMap((callable) => {
    const { parent } = wrapped(callable)
    return [nameOf(callable), parent?.type === 'CallExpression' ? lastName(parent.callee) : undefined]
  })
  return names.includes('fn') || [filename, ...names].some((name) => name !== undefined && IMITATION.test(wordsOf(name)))
}

const IMITATION = /\b(?:mock|mocks|mocked|fake|fakes|stub|stubs|fixture|fixtures|dummy)\b/
