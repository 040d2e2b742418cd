import type { TSESTree } from '@typescript-eslint/utils'
import type { Bindings } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { isFunction, unwrap, type Node } from '../ast/nodes.js'
import type { Pattern } from './compile-signature.js'

export type Call = TSESTree.CallExpression | TSESTree.NewExpression

/** The argument of a call that a signature gives a name, if the code has it. */
export function argumentOf(pattern: Pattern, node: Call, name: string, bindings: Bindings): Node | undefined {
  const index = pattern.parameters.findIndex((parameter) => parameter.name === name)
  if (name === 'done') return callbackOf(pattern, node, index, bindings)
  const spread = node.arguments.findIndex((argument) => argument.type === 'SpreadElement')
  if (spread !== -1 && spread <= index) return node.arguments[spread]
  const argument = node.arguments[index]
  const isLeftOut = pattern.parameters[index]?.isOptional === true && argument !== undefined && argument === callbackOf(pattern, node, -1, bindings)
  return isLeftOut ? undefined : argument
}

/** The last argument, if it is a function; what may as well be the options before it is told by its name. */
function callbackOf({ parameters }: Pattern, node: Call, index: number, bindings: Bindings): Node | undefined {
  const place = index === -1 ? parameters.findIndex((parameter) => parameter.name === 'done') : index
  const last = node.arguments.at(-1)
  const required = parameters.filter(({ isOptional }) => !isOptional).length
  if (place === -1 || !last || node.arguments.length <= required) return undefined
  const expression = unwrap(last)
  if (isFunction(expression) || bindings.function(expression)) return last
  if (!CALLABLE.has(expression.type)) return undefined
  return node.arguments.length > place || NAMES_OF_CALLBACKS.test(lastName(expression) ?? '') ? last : undefined
}

const CALLABLE = new Set(['Identifier', 'MemberExpression', 'CallExpression'])
const NAMES_OF_CALLBACKS = /^(?:cb|callback|done|next|resolve|reject|fn|on[A-Z]\w*|\w*(?:Callback|Done|Handler))$/
