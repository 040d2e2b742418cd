import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isFunction, type Node } from './nodes.js'

type VisitorKeys = TSESLint.SourceCode['visitorKeys']

/** A node, whose children are read by their keys. */
type Parent = TSESTree.Node & Readonly<Record<string, unknown>>

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
