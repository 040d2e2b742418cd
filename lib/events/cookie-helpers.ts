import type { TSESTree } from '@typescript-eslint/utils'
import { unwrap, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { staticValue } from '../ast/static-value.js'
import { spelled } from './cookie-values.js'
import type { FileContext } from './file-context.js'
import type { HeaderCookie } from './header-cookie.js'

/** A call of a function of the file that writes a cookie of any name: `setCookie('token', token, 7)`. */
export interface HelperCall {
  readonly node: TSESTree.CallExpression
  readonly name: Node
  readonly value: Node
}

/** The calls of the function that a cookie's name and value are parameters of, as far as they do not take the cookie away. */
export function callsOfHelper({ beginning, nameNode }: HeaderCookie, { bindings, sourceCode }: FileContext): readonly HelperCall[] {
  const name = parameterOf(nameNode)
  const value = parameterOf(beginning)
  if (!name || value?.function !== name.function) return []
  return callsOf(name.function).flatMap((node): HelperCall[] => {
    const [given, written] = [node.arguments[name.index], node.arguments[value.index]]
    if (!given || !written || node.arguments.some(({ type }) => type === 'SpreadElement')) return []
    return node.arguments.some((argument) => argument !== given && argument !== written && isOver(argument)) ? [] : [{ node, name: given, value: written }]
  })

  /** `name`, `encodeURIComponent(value)`, `value || ''` */
  function parameterOf(part: Node | undefined): { readonly function: FunctionNode; readonly index: number } | undefined {
    if (!part) return undefined
    const expression = spelled(part)
    if (expression.type === 'LogicalExpression') return parameterOf(expression.left)
    const path = expression.type === 'Identifier' ? bindings.resolve(expression) : undefined
    return path?.root.kind === 'parameter' && path.steps.length === 0 ? path.root : undefined
  }

  function callsOf(helper: FunctionNode): readonly TSESTree.CallExpression[] {
    return (bindings.entries(helper) ?? []).flatMap((use) => {
      const { parent } = wrapped(use)
      return parent?.type === 'CallExpression' && unwrap(parent.callee) === use ? [parent] : []
    })
  }

  /** `-1`: days from now on which the cookie ends. */
  function isOver(argument: Node): boolean {
    const value = staticValue(argument, sourceCode, bindings)?.value
    return typeof value === 'number' && value <= 0
  }
}
