import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Node } from './nodes.js'

/** The comments right above a statement or a token, on lines of their own; the nearest first. */
export function commentsAbove(place: Node | TSESTree.Token, sourceCode: Readonly<TSESLint.SourceCode>): readonly TSESTree.Comment[] {
  const found: TSESTree.Comment[] = []
  let { line } = place.loc.start
  // Few statements have one.
  if (!/\/\/|\*\//.test(sourceCode.lines[line - 2] ?? '')) return found
  for (const comment of sourceCode.getCommentsBefore(place).toReversed()) {
    if (comment.loc.end.line !== line - 1 || !isAlone(comment, sourceCode)) break
    found.push(comment)
    line = comment.loc.start.line
  }
  return found
}

/** Whether nothing stands before a comment on its line. */
function isAlone({ loc: { start } }: TSESTree.Comment, { lines }: Readonly<TSESLint.SourceCode>): boolean {
  return (lines[start.line - 1] ?? '').slice(0, start.column).trim() === ''
}
