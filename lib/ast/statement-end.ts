import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Node } from './nodes.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** The last token of a statement. A semicolon that begins a line is part of that line: `;[first, second].forEach(run)`. */
export function lastTokenOf(statement: Node, sourceCode: SourceCode): TSESTree.Token | null {
  const last = sourceCode.getLastToken(statement)
  const before = last?.value === ';' ? sourceCode.getTokenBefore(last) : null
  return last && before && before.range[0] >= statement.range[0] && before.loc.end.line < last.loc.start.line ? before : last
}

/** Where a statement ends, before the line break behind it. */
export function endOfStatement(statement: Node, sourceCode: SourceCode): number {
  return lastTokenOf(statement, sourceCode)?.range[1] ?? statement.range[1]
}

/** The code of a statement from where its line begins: with the semicolon before it, if that begins the line. */
export function lineOfStatement(statement: Node, sourceCode: SourceCode): { readonly start: number; readonly text: string } {
  const semicolon = sourceCode.getTokenBefore(statement)
  const before = semicolon?.value === ';' ? sourceCode.getTokenBefore(semicolon) : null
  const isOfLine = semicolon && before && before.loc.end.line < semicolon.loc.start.line && semicolon.loc.end.line === statement.loc.start.line
  const start = isOfLine ? semicolon.range[0] : statement.range[0]
  return { start, text: sourceCode.text.slice(start, statement.range[1]) }
}

/** The comment behind a statement, on its line. */
export function commentBehind(statement: Node, sourceCode: SourceCode): TSESTree.Comment | undefined {
  const last = lastTokenOf(statement, sourceCode)
  const isEnd = last && sourceCode.lines[last.loc.end.line - 1]?.slice(last.loc.end.column).trim() === ''
  return last && !isEnd ? sourceCode.getCommentsAfter(last).findLast(({ loc }) => loc.start.line === last.loc.end.line) : undefined
}

/** The token at a place, or behind the comment there. */
export function tokenFrom(start: number, sourceCode: SourceCode): TSESTree.Token | null {
  const comment = sourceCode.getTokenByRangeStart(start, { includeComments: true })
  return sourceCode.getTokenByRangeStart(start) ?? (comment && sourceCode.getTokenAfter(comment))
}
