import type { TSESLint } from '@typescript-eslint/utils'
import { groupBy } from './group-by.js'
import type { Node } from './nodes.js'
import { onceForFile } from './once-for-each.js'
import { nodesIn } from './walk.js'

type SourceCode = Readonly<TSESLint.SourceCode>
type NodeByType = { readonly [Each in Node as `${Each['type']}`]: Each }

/** All nodes of a file by their types, those of each type in source order. */
export const nodesByType: (sourceCode: SourceCode) => ReadonlyMap<string, readonly Node[]> = onceForFile((sourceCode) => groupBy(nodesIn(sourceCode), ({ type }) => type))

/** The nodes of a file that have one of some types: type by type, those of each in source order. */
export function nodesOf<Type extends keyof NodeByType>(sourceCode: SourceCode, ...types: readonly Type[]): readonly NodeByType[Type][] {
  const byType = nodesByType(sourceCode)
  const [first = [], ...others] = types.map((type) => byType.get(type) ?? [])
  const found: readonly Node[] = first.concat(...others)
  // What is found under a type has it; the compiler can't follow the pair.
  return found as readonly NodeByType[Type][]
}

/** Sorts nodes by their places; what stands around another comes before it. */
export function inSourceOrder<Each extends Node>(nodes: readonly Each[]): readonly Each[] {
  return nodes.toSorted((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1])
}
