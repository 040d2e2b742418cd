import type { TSESTree } from '@typescript-eslint/utils'
import { nodesOf } from './nodes-of.js'
import { onceForFile } from './once-for-each.js'

const EQUALITY = /^[=!]==?$/

/** The places of a file that ask whether two values are the same, in source order. */
export const equalitiesIn = onceForFile((sourceCode): readonly TSESTree.BinaryExpression[] =>
  nodesOf(sourceCode, 'BinaryExpression').filter(isEquality),
)

export function isEquality({ operator }: TSESTree.BinaryExpression): boolean {
  return EQUALITY.test(operator)
}
