import * as utils from '@eslint-community/eslint-utils'
import type { ASTUtils } from '@typescript-eslint/utils'

type Utils = Pick<typeof ASTUtils, 'findVariable' | 'getPropertyName' | 'getStaticValue' | 'isParenthesized'>

/**
 * `@eslint-community/eslint-utils`, typed for the TypeScript syntax tree. The package's own types
 * know only ESTree; typescript-eslint publishes these types for the same functions.
 */
const typed = utils as unknown as Utils

export const findVariable: Utils['findVariable'] = typed.findVariable
export const getPropertyName: Utils['getPropertyName'] = typed.getPropertyName
export const getStaticValue: Utils['getStaticValue'] = typed.getStaticValue
export const isParenthesized: Utils['isParenthesized'] = typed.isParenthesized
