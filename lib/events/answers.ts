import type { TSESTree } from '@typescript-eslint/utils'
import { lastName } from '../ast/last-name.js'
import { wrapped, type Node } from '../ast/nodes.js'
import type { FileContext } from './file-context.js'
import { isImitation } from './imitations.js'

const DEEPEST = 8

/** Whether an object is what a function answers with: returned, or handed to the callback that it was given. */
export function isAnswer(object: Node, context: FileContext): boolean {
  return isGivenBack(object, context, DEEPEST) && !isImitation(object, context)
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
