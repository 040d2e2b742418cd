import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName, type Bindings } from '../ast/bindings.js'
import { decoratorsOf, unwrap, wrapped, type FunctionNode } from '../ast/nodes.js'
import { resolvers, type Resolvers } from '../frameworks/resolvers.js'
import { nameOf } from './handler-types.js'
import { isExport } from './library-exports.js'
import { objectNamed } from './servers.js'

/** Whether a framework on top of the server calls a function, and hands it a context with the server's objects in it. */
export function isResolver(callable: FunctionNode, bindings: Bindings): boolean {
  return resolvers.some((by) => hasContextAt(callable, by) || hasDecoratedContext(callable, by, bindings) || isGivenAlone(callable, by))
}

/** `(parent, args, { res }) => …` */
function hasContextAt(callable: FunctionNode, { position }: Resolvers): boolean {
  const parameter = position === undefined ? undefined : callable.params[position]
  return parameter !== undefined && membersOf(parameter).some((name) => objectNamed(name) !== undefined)
}

/** `logout(@Ctx() { res }: MyContext)`, `logout(@Context('req') req: Request)` */
function hasDecoratedContext(callable: FunctionNode, { decorators = [] }: Resolvers, bindings: Bindings): boolean {
  if (decorators.length === 0) return false
  return callable.params.flatMap(decoratorsOf).some(({ expression }) => {
    const path = bindings.resolve(expression.type === 'CallExpression' ? expression.callee : expression)
    return path !== undefined && decorators.some((decorator) => isExport(path, decorator))
  })
}

/** `logout: procedure.mutation(({ ctx }) => …)` */
function isGivenAlone(callable: FunctionNode, { methods }: Resolvers): boolean {
  const { parent } = wrapped(callable)
  const [parameter, another] = callable.params
  if (!methods || parent?.type !== 'CallExpression' || parent.arguments.length !== 1 || !parameter || another) return false
  const callee = unwrap(parent.callee)
  if (callee.type !== 'MemberExpression' || !methods.names.includes(memberName(callee) ?? '')) return false
  return nameOf(parameter) === methods.parameter || membersOf(parameter).includes(methods.context)
}

/** The names that a pattern takes out of what it is given. */
function membersOf(parameter: TSESTree.Parameter): readonly string[] {
  const pattern = parameter.type === 'AssignmentPattern' ? parameter.left : parameter
  const properties = pattern.type === 'ObjectPattern' ? pattern.properties : []
  return properties.flatMap((property) => (property.type === 'Property' ? (propertyName(property) ?? []) : []))
}
