import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { unwrap, type Node } from '../ast/nodes.js'
import { staticValue } from '../ast/static-value.js'
import type { FileContext } from './file-context.js'

/** A piece of a token that a program takes apart. */
export interface TokenPiece {
  readonly token: Node
  /** Which one it is: 0 for the header, 1 for the claims, 2 for the signature. */
  readonly index: number
}

const DEEPEST = 6

/** The piece of a token that an expression is, through names: `token.split('.')[1]`. */
export function pieceOfToken(node: Node, { bindings, sourceCode }: Pick<FileContext, 'bindings' | 'sourceCode'>): TokenPiece | undefined {
  return pieceAt(node, DEEPEST)

  function pieceAt(wrapped: Node, depth: number): TokenPiece | undefined {
    const expression = unwrap(wrapped)
    if (depth === 0) return undefined
    if (expression.type === 'Identifier') return pieceOfName(expression, depth)
    const index = expression.type === 'MemberExpression' ? Number(memberName(expression)) : NaN
    return expression.type === 'MemberExpression' && Number.isInteger(index) ? piece(expression.object, index, depth) : undefined
  }

  /** `const payload = token.split('.')[1]`, `const [header, payload] = token.split('.')` */
  function pieceOfName(name: TSESTree.Identifier, depth: number): TokenPiece | undefined {
    const variable = bindings.variable(name)
    const held = variable && bindings.value(variable)
    if (held) return pieceAt(held, depth - 1)
    const [definition] = variable?.defs ?? []
    const declaration = definition?.type === 'Variable' ? definition.node : undefined
    const index = declaration?.id.type === 'ArrayPattern' ? declaration.id.elements.findIndex((element) => element === definition?.name) : -1
    return declaration?.init && index >= 0 ? piece(declaration.init, index, depth) : undefined
  }

  function piece(pieces: Node, index: number, depth: number): TokenPiece | undefined {
    const token = tokenSplit(pieces, depth)
    return token && { token, index }
  }

  /** `token` of `token.split('.')` */
  function tokenSplit(node: Node, depth: number): Node | undefined {
    const pieces = unwrap(node)
    if (pieces.type === 'Identifier') {
      const variable = bindings.variable(pieces)
      const held = variable && bindings.value(variable)
      return held && depth > 0 ? tokenSplit(held, depth - 1) : undefined
    }
    if (pieces.type !== 'CallExpression' || pieces.callee.type !== 'MemberExpression' || memberName(pieces.callee) !== 'split') return undefined
    const [separator] = pieces.arguments
    return separator && staticValue(separator, sourceCode, bindings)?.value === '.' ? pieces.callee.object : undefined
  }
}
