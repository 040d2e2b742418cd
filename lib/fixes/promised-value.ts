import type { TSESTree } from '@typescript-eslint/utils'
import { functionAround, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { isReturned } from './can-move.js'

/**
 * Whether the types of a file say that a function returns something on every path: `(req, res): Promise<Response> =>`.
 * What moves into a callback takes its `return` along, and the compiler refuses what is left.
 */
export function promisesValue(callable: FunctionNode): boolean {
  const type = returnTypeOf(callable)
  if (type) return !maybeNothing(type)
  const outer = functionAround(callable)
  return outer !== undefined && isReturned(callable) && promisesValue(outer)
}

/** The type that a function is written to return, at the function itself or at what holds it. */
function returnTypeOf(callable: FunctionNode): Node | undefined {
  return callable.returnType?.typeAnnotation ?? typeOfHolder(wrapped(callable).parent)?.returnType?.typeAnnotation
}

/** `const login: (req: Request, res: Response) => Promise<Response> = …` */
function typeOfHolder(holder: Node | undefined): TSESTree.TSFunctionType | undefined {
  const target = holder?.type === 'VariableDeclarator' ? holder.id : holder
  const type = target?.type === 'Identifier' || target?.type === 'PropertyDefinition' ? target.typeAnnotation?.typeAnnotation : undefined
  return type?.type === 'TSFunctionType' ? type : undefined
}

/** Whether a function of this type may end without a `return`. */
function maybeNothing(type: Node): boolean {
  if (type.type === 'TSUnionType') return type.types.some(maybeNothing)
  const argument = type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'Promise' ? type.typeArguments?.params[0] : undefined
  return argument ? maybeNothing(argument) : NOTHING.has(type.type)
}

const NOTHING = new Set(['TSAnyKeyword', 'TSUndefinedKeyword', 'TSUnknownKeyword', 'TSVoidKeyword'])
