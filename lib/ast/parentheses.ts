import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isParenthesized } from './eslint-utils.js'
import type { Node } from './nodes.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** Behind a node with one of these nothing closes parentheses around it: most nodes need no look at their tokens. */
const NOTHING_CLOSES: ReadonlySet<string | undefined> = new Set('.,;:?=([]{}')

/** The parentheses around an expression that are its own, from the inside out. */
export function parenthesesAround(node: Node, sourceCode: SourceCode): readonly (readonly [TSESTree.Token, TSESTree.Token])[] {
  const pairs: (readonly [TSESTree.Token, TSESTree.Token])[] = []
  if (NOTHING_CLOSES.has(sourceCode.text[node.range[1]])) return pairs
  let [before, after] = [sourceCode.getTokenBefore(node), sourceCode.getTokenAfter(node)]
  while (before?.value === '(' && after?.value === ')' && isParenthesized(pairs.length + 1, node, sourceCode)) {
    pairs.push([before, after])
    ;[before, after] = [sourceCode.getTokenBefore(before), sourceCode.getTokenAfter(after)]
  }
  return pairs
}

/** Where an expression begins and ends, with the parentheses around it: what is put beside it stands outside of them. */
export function rangeWithParentheses(node: Node, sourceCode: SourceCode): TSESTree.Range {
  const [outermost] = parenthesesAround(node, sourceCode).slice(-1)
  return outermost ? [outermost[0].range[0], outermost[1].range[1]] : node.range
}

/** An expression with the parentheses around it, and without the comments before them: a line break there would part it from a `return`. */
export function textInParentheses(node: Node, sourceCode: SourceCode): string {
  return sourceCode.text.slice(...rangeWithParentheses(node, sourceCode))
}
