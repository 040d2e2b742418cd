import type { TSESLint } from '@typescript-eslint/utils'
import { byPlace } from './by-place.js'
import { functionAround, isInside, type Node } from './nodes.js'
import { onceForFile, onceForName } from './once-for-each.js'
import { walk } from './walk.js'

type SourceCode = Readonly<TSESLint.SourceCode>
type NodeByType = { readonly [Each in Node as `${Each['type']}`]: Each }
type NodesByType = ReadonlyMap<string, readonly Node[]>

/** The `SourceCode` of ESLint walks the tree itself, and remembers the steps. */
interface Walked {
  traverse(): Iterable<{ readonly phase?: number; readonly target: Node }>
}

const ENTERED = 1

/** All nodes of a file by their types, those of each type in source order. A file is walked once, whoever asks: by ESLint where ESLint is there. */
export const nodesByType: (sourceCode: SourceCode) => NodesByType = onceForFile((sourceCode) => {
  const found = new Map<string, Node[]>()
  if (isWalked(sourceCode)) {
    for (const step of sourceCode.traverse()) if (step.phase === ENTERED) add(step.target)
  } else {
    walk(sourceCode.ast, sourceCode.visitorKeys, add)
  }
  return found

  function add(node: Node): undefined {
    const alike = found.get(node.type)
    if (alike) alike.push(node)
    else found.set(node.type, [node])
  }
})

/** The nodes of a type by their places: every repair asks several questions about a few statements. */
const placesOfType = onceForFile((sourceCode) => onceForName((type) => byPlace(nodesByType(sourceCode).get(type) ?? [], (node) => node)))

/** The nodes of a file that have one of some types: type by type, those of each in source order. */
export function nodesOf<Type extends keyof NodeByType>(sourceCode: SourceCode, ...types: readonly Type[]): readonly NodeByType[Type][] {
  const byType = nodesByType(sourceCode)
  const [first = [], ...others] = types.map((type) => byType.get(type) ?? [])
  const found: readonly Node[] = first.concat(...others)
  // What is found under a type has it; the compiler can't follow the pair.
  return found as readonly NodeByType[Type][]
}

/** The same for what a node runs by itself, without the functions that it only defines. */
export function ownNodesOf<Type extends keyof NodeByType>(node: Node, sourceCode: SourceCode, ...types: readonly Type[]): readonly NodeByType[Type][] {
  const found: readonly Node[] = types.flatMap((type) => placesOfType(sourceCode)(type)(node).filter((inner) => isOwn(inner, node)))
  // As above.
  return found as readonly NodeByType[Type][]
}

/** Whether a node inside another one is in no function that the other only defines. */
function isOwn(inner: Node, outer: Node): boolean {
  const callable = inner === outer ? undefined : functionAround(inner)
  return !callable || callable === outer || !isInside(callable, outer)
}

/** Sorts nodes by their places; what stands around another comes before it. */
export function inSourceOrder<Each extends Node>(nodes: readonly Each[]): readonly Each[] {
  return nodes.toSorted((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1])
}

function isWalked(sourceCode: object): sourceCode is Walked {
  return 'traverse' in sourceCode
}
