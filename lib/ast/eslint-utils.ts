import { createRequire } from 'node:module'
import type { ASTUtils, TSESLint, TSESTree } from '@typescript-eslint/utils'
import { onDemand } from './on-demand.js'

type Utils = Pick<typeof ASTUtils, 'findVariable' | 'getPropertyName' | 'getStaticValue' | 'isParenthesized'>

/**
 * `@eslint-community/eslint-utils`, typed for the TypeScript syntax tree. The package's own types know only ESTree;
 * typescript-eslint publishes these types for the same functions. ESLint's own rules require it, so often it is there.
 */
const utils = onDemand(() => createRequire(import.meta.url)('@eslint-community/eslint-utils') as Utils)

export const findVariable: Utils['findVariable'] = (scope, nameOrNode) => utils().findVariable(scope, nameOrNode)
export const getPropertyName: Utils['getPropertyName'] = (node, scope) => utils().getPropertyName(node, scope)
export const getStaticValue: Utils['getStaticValue'] = (node, scope) => utils().getStaticValue(node, scope)

/** Whether so many pairs of parentheses, or more, are around a node. */
export function isParenthesized(times: number, node: TSESTree.Node, sourceCode: TSESLint.SourceCode): boolean {
  return utils().isParenthesized(times, node, sourceCode)
}
