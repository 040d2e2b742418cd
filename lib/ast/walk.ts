import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isFunction, type Node } from './nodes.js'

type VisitorKeys = TSESLint.SourceCode['visitorKeys']

/** Visits a node and everything below it, in source order. `enter` returns false to stay out of a node. */
export function walk(node: Node, visitorKeys: VisitorKeys, enter: (node: Node) => boolean | undefined): void {
  const stack: Node[] = [node]
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (enter(at) === false) continue
    const children = childrenOf(at, visitorKeys)
    for (let index = children.length - 1; index >= 0; index--) stack.push(children[index] ?? at)
  }
}

/** Visits what a node runs by itself: everything below it but the functions that it only defines. */
export function walkOwn(node: Node, visitorKeys: VisitorKeys, enter: (node: Node) => void): void {
  walk(node, visitorKeys, (at) => {
    enter(at)
    return at === node || !isFunction(at)
  })
}

export function childrenOf(node: Node, visitorKeys: VisitorKeys): Node[] {
  const children: Node[] = []
  for (const key of visitorKeys[node.type] ?? []) {
    const value: unknown = Reflect.get(node, key)
    if (Array.isArray(value)) children.push(...value.filter(isNode))
    else if (isNode(value)) children.push(value)
  }
  return children
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value
}
