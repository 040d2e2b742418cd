import type { TSESLint } from '@typescript-eslint/utils'
import { inSourceOrder, nodesByType } from '../lib/ast/nodes-of.js'
import type { Node } from '../lib/ast/nodes.js'

/** All nodes of a source, in its order. */
export function nodesIn(sourceCode: Readonly<TSESLint.SourceCode>): readonly Node[] {
  return inSourceOrder([...nodesByType(sourceCode).values()].flat())
}
