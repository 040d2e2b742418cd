import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isFunction, type Node } from './nodes.js'
import { onceForEach, onceForFile } from './once-for-each.js'

type SourceCode = Readonly<TSESLint.SourceCode>
type VisitorKeys = SourceCode['visitorKeys']

/** A node, whose children are read by their keys. */
type Parent = TSESTree.Node & Readonly<Record<string, unknown>>

/** The `SourceCode` of ESLint walks the tree itself, and remembers the steps. */
interface Walked {
  traverse(): Iterable<{ readonly phase?: number; readonly target: Node }>
}

const ENTERED = 1

/** All nodes of a file, in source order. A file is walked once, whoever asks: by ESLint where ESLint is there. */
export const nodesIn = onceForFile((sourceCode): readonly Node[] => {
  const found: Node[] = []
  if (isWalked(sourceCode)) {
    for (const { phase, target } of sourceCode.traverse()) if (phase === ENTERED) found.push(target)
    return found
  }
  walk(sourceCode.ast, sourceCode.visitorKeys, (node) => {
    found.push(node)
    return true
  })
  return found
})

function isWalked(sourceCode: object): sourceCode is Walked {
  return 'traverse' in sourceCode
}

/** Visits a node and everything below it, in source order. `enter` returns false to stay out of a node. */
export function walk(node: Node, visitorKeys: VisitorKeys, enter: (node: Node) => boolean | undefined): void {
  const stack = isNode(node) ? [node] : []
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (enter(at) !== false) pushChildren(at, visitorKeys, stack)
  }
}

/** Visits what a node runs by itself: everything below it but the functions that it only defines. */
export function walkOwn(node: Node, visitorKeys: VisitorKeys, enter: (node: Node) => void): void {
  walk(node, visitorKeys, (at) => {
    enter(at)
    return at === node || !isFunction(at)
  })
}

/** What a node runs by itself, as a list; a repair asks several questions about the same statements. */
export const ownNodesOf = onceForFile(({ visitorKeys }) =>
  onceForEach((node: Node): readonly Node[] => {
    const found: Node[] = []
    walkOwn(node, visitorKeys, (own) => {
      found.push(own)
    })
    return found
  }),
)

/** The last child first, as a stack wants them; without lists in between, as every node of a file comes through here. */
function pushChildren(node: Parent, visitorKeys: VisitorKeys, stack: Parent[]): void {
  const keys = visitorKeys[node.type] ?? []
  for (let index = keys.length - 1; index >= 0; index--) {
    const value = node[keys[index] ?? '']
    if (!Array.isArray(value)) {
      if (isNode(value)) stack.push(value)
      continue
    }
    for (let at = value.length - 1; at >= 0; at--) {
      const child: unknown = value[at]
      if (isNode(child)) stack.push(child)
    }
  }
}

function isNode(value: unknown): value is Parent {
  return typeof value === 'object' && value !== null && 'type' in value
}
