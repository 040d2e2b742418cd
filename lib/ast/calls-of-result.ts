import type { TSESTree } from '@typescript-eslint/utils'
import type { Bindings } from './bindings.js'
import { wrapped, type Node } from './nodes.js'

type Call = TSESTree.CallExpression

/** The places where what an expression gives is used, itself or under the one name that it gets; undefined where nobody can see them all. */
export function usesOfResult(made: Node, bindings: Bindings): readonly Node[] | undefined {
  const value = wrapped(made)
  const { parent } = value
  if (parent?.type === 'AwaitExpression') return usesOfResult(parent, bindings)
  if (parent?.type !== 'VariableDeclarator' || parent.init !== value || parent.id.type !== 'Identifier') return [value]
  const variable = bindings.variable(parent.id)
  if (!variable || bindings.value(variable) === undefined || parent.parent.parent.type === 'ExportNamedDeclaration') return undefined
  return variable.references.filter((reference) => !reference.isWrite()).map(({ identifier }) => wrapped(identifier))
}

/** The calls of the function that a call gives: `createSigner(options)(payload)`; undefined where it may be called elsewhere. */
export function callsOfResult(made: Call, bindings: Bindings): readonly Call[] | undefined {
  const uses = usesOfResult(made, bindings)
  const calls = uses?.flatMap((use) => (use.parent?.type === 'CallExpression' && use.parent.callee === use ? [use.parent] : []))
  return calls?.length === uses?.length ? calls : undefined
}
