import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { createBindings, type Bindings, type Path } from '../../lib/ast/bindings.js'
import type { Node } from '../../lib/ast/nodes.js'
import { nodesIn as allNodesIn } from '../nodes-in.js'
import { sourceCodeOf } from '../events-of.js'

export interface Probe {
  readonly sourceCode: Readonly<TSESLint.SourceCode>
  readonly bindings: Bindings
  /** What stands in `$(…)` in the source, in its order. */
  readonly marked: readonly Node[]
}

/** A source in which `$(…)` marks the expressions that a test asks about. */
export function probe(code: string): Probe {
  const sourceCode = sourceCodeOf(code)
  const bindings = createBindings(sourceCode, { methods: new Set(['cookie']), modules: new Set(['reader']) })
  const calls = nodesIn(sourceCode, (node): node is TSESTree.CallExpression => node.type === 'CallExpression' && nameOf(node.callee) === '$')
  return { sourceCode, bindings, marked: calls.flatMap((call) => call.arguments) }
}

export function nodesIn<Found extends Node>(sourceCode: Readonly<TSESLint.SourceCode>, is: (node: Node) => node is Found): Found[] {
  return allNodesIn(sourceCode).filter(is)
}

/** The first expression in `$(…)`. */
export function first({ marked: [node] }: Probe): Node {
  if (!node) throw new Error('nothing is marked with $(…)')
  return node
}

/** A path as one line: `express Router ()`. */
export function pathText(path: Path | undefined): string | undefined {
  if (!path) return undefined
  const { root } = path
  switch (root.kind) {
    case 'module':
      return [root.name, ...path.steps].join(' ')
    case 'parameter':
      return [`parameter ${root.index}`, ...path.steps].join(' ')
    case 'variable':
    case 'global':
      return [`${root.kind} ${root.name}`, ...path.steps].join(' ')
    case 'this':
      return ['this', ...path.steps].join(' ')
  }
}

function nameOf(node: Node): string | undefined {
  return node.type === 'Identifier' ? node.name : undefined
}
