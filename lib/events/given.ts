import type { TSESTree } from '@typescript-eslint/utils'
import { propertyName, type Bindings } from '../ast/bindings.js'
import { unwrap, type Node } from '../ast/nodes.js'
import type { Setting } from '../ast/setting.js'
import { argumentOf, type Call } from './call-arguments.js'
import type { Parameter, Pattern } from './compile-signature.js'
import type { OptionsPlace } from './events.js'
import type { FileContext } from './file-context.js'

/** What the source gives for the names in a signature: arguments, the right side of an assignment, parts of a literal. */
export type Given =
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'assigned'; readonly value: Node | undefined; readonly target?: Node | undefined }
  | { readonly kind: 'literal'; readonly literal: Literal }
  /** A method that is handed over, and called with arguments that nobody sees. */
  | { readonly kind: 'method' }

export type Literal = TSESTree.ArrayExpression | TSESTree.ObjectExpression

/** A setting inside options, by its path: `session.maxAge`. */
export function settingAt(options: OptionsPlace, path: string): Setting<unknown> {
  const { name, place } = propertyAt(options, path)
  return place.options.get(name)
}

/** The expressions that a setting inside options can have; undefined where they can't be seen. */
export function expressionsAt(options: OptionsPlace, path: string): readonly Node[] | undefined {
  const { name, place } = propertyAt(options, path)
  return place.options.expressions(name)
}

/** Where a setting inside options stands: the innermost options, and its name in them. */
export function propertyAt(options: OptionsPlace, path: string): { readonly place: OptionsPlace; readonly name: string } {
  if (!path.includes('.')) return { place: options, name: path }
  const names = path.split('.')
  return { place: inside(options, names.slice(0, -1)), name: names.at(-1) ?? path }
}

/** The expression at a place: what a name of the signature stands for, or a property inside it. */
export function expressionAt(context: FileContext, pattern: Pattern, given: Given, place: string | undefined): Node | undefined {
  if (place === undefined) return undefined
  const [name = place, ...path] = place.split('.')
  const outer = standsAt(context, pattern, given, name)
  const property = path.at(-1)
  if (property === undefined || !outer) return outer
  const options = path.slice(0, -1).reduce((object, inner) => object.nested(inner), context.options.read(outer))
  return options.expressions(property)?.[0]
}

/** The options at a place, and where they stand; in the place without a name there are none. */
export function optionsAt(context: FileContext, pattern: Pattern, node: Node, given: Given, place: string): OptionsPlace {
  const [name = '', ...path] = place.split('.')
  const index = pattern.parameters.findIndex((parameter) => parameter.name === name)
  const outermost = context.options.read(standsAt(context, pattern, given, name))
  return inside({ options: outermost, chain: [outermost], node, call: callOf(context, given), argument: index, path: [] }, path)
}

/** The options inside others, at a path of properties. */
export function inside(place: OptionsPlace, path: readonly string[]): OptionsPlace {
  return path.reduce((outer, property) => {
    const options = outer.options.nested(property)
    return { ...outer, options, chain: [...outer.chain, options], path: [...outer.path, property] }
  }, place)
}

function standsAt(context: FileContext, pattern: Pattern, given: Given, name: string): Node | undefined {
  switch (given.kind) {
    case 'call':
      return argumentOf(pattern, given.call, name, context.bindings)
    case 'assigned': {
      if (name === pattern.valueName) return given.value
      const call = callOf(context, given)
      return call && argumentOf(pattern, call, name, context.bindings)
    }
    case 'literal': {
      const index = pattern.parameters.findIndex((parameter) => parameter.name === name)
      const parameter = pattern.parameters[index]
      return parameter && partOf(given.literal, parameter, index)
    }
    case 'method':
      return undefined
  }
}

function callOf({ bindings }: FileContext, given: Given): Call | undefined {
  if (given.kind === 'call') return given.call
  return given.kind === 'assigned' && given.target ? callBehind(given.target, bindings, LONGEST_WAY) : undefined
}

const LONGEST_WAY = 8

/** `useCookie('sid')` in `useCookie('sid').value = id`, and where a variable holds what it gives. */
function callBehind(target: Node, bindings: Bindings, depth: number): Call | undefined {
  const node = unwrap(target)
  if (depth === 0) return undefined
  if (node.type === 'CallExpression') return node
  if (node.type === 'MemberExpression') return callBehind(node.object, bindings, depth)
  if (node.type === 'AwaitExpression') return callBehind(node.argument, bindings, depth)
  const variable = node.type === 'Identifier' ? bindings.variable(node) : undefined
  const held = variable && bindings.value(variable)
  return held && callBehind(held, bindings, depth - 1)
}

/** The property of an object, or the element of a list, that a signature names. */
export function partOf(literal: Literal, { key }: Parameter, index: number): Node | undefined {
  if (literal.type === 'ArrayExpression') return literal.elements[index] ?? undefined
  for (const property of literal.properties) {
    if (property.type === 'Property' && propertyName(property)?.toLowerCase() === key.toLowerCase()) return property.value
  }
  return undefined
}
