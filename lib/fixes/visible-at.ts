import type { TSESLint } from '@typescript-eslint/utils'
import type { Node } from '../ast/nodes.js'
import { functionsAround } from '../ast/nodes.js'
import type { Variable } from '../ast/variables.js'
import { walk } from '../ast/walk.js'
import type { FileContext } from '../events/file-context.js'

/** What a name means at a place. */
export function variableAt(sourceCode: FileContext['sourceCode'], at: Node, name: string): Variable | undefined {
  for (let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(at); scope; scope = scope.upper) {
    const variable = scope.set.get(name)
    if (variable && variable.defs.length > 0) return variable
  }
  return undefined
}

/** Whether every name in an expression means the same at another place, and has its value there. */
export function isVisibleAt({ bindings, sourceCode }: FileContext, node: Node, at: Node): boolean {
  let isVisible = true
  walk(node, sourceCode.visitorKeys, (part) => {
    if (part.type === 'ThisExpression') isVisible &&= classAround(part) !== undefined && classAround(part) === classAround(at)
    if (part.type === 'Identifier' && !isNameOnly(part)) isVisible &&= isSame(part)
    return isVisible
  })
  return isVisible

  function isSame(name: Node): boolean {
    if (name.type !== 'Identifier') return false
    const variable = bindings.variable(name)
    const found = variableAt(sourceCode, at, name.name)
    if (!variable || variable.defs.length === 0) return found === undefined
    return found === variable
  }
}

/** The class whose method a place is in, where `this` is its instance. */
function classAround(node: Node): Node | undefined {
  const method = functionsAround(node).find(({ type }) => type !== 'ArrowFunctionExpression')
  const holder = method?.parent
  return holder?.type === 'MethodDefinition' && !holder.static ? holder.parent : undefined
}

/** `session` in `prisma.session`, which is no variable. */
export function isNameOnly(node: Node): boolean {
  const { parent } = node
  if (parent?.type === 'MemberExpression') return parent.property === node && !parent.computed
  return parent?.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand
}
