import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isFunction, isInside, type FunctionNode, type Node } from './nodes.js'
import { stepsTo } from './patterns.js'
import { textAt } from './text-at.js'
import type { Variable } from './variables.js'

/** Where an expression's value starts: `express` in `express.Router()`, `req` in `req.session.user`. */
export type Root =
  | { readonly kind: 'module'; readonly name: string }
  | { readonly kind: 'parameter'; readonly function: FunctionNode; readonly index: number }
  | { readonly kind: 'variable'; readonly name: string; readonly variable: Variable }
  | { readonly kind: 'global'; readonly name: string }
  | { readonly kind: 'this' }

/**
 * An expression as a path from its root. A step is the name of a member, `()` for a call without arguments or with `null`,
 * `(*)` for one with arguments, `new()` for a construction, or `[]` for a member whose name the source doesn't
 * decide. A call with one text as its argument says it: `c.get('session')` ends with the step `('session')`.
 * `require('express').Router()` is the module `express` and the steps `Router`, `()`.
 */
export interface Path {
  readonly root: Root
  readonly steps: readonly string[]
}

/** The step of a call, with its argument if that is one text. */
export function callStep({ arguments: [argument, another] }: TSESTree.CallExpression): string {
  if (!argument || (isNothing(argument) && !another)) return '()'
  const text = another ? undefined : textAt(argument)
  return text !== undefined && text.length <= LONGEST_ARGUMENT ? `('${text}')` : '(*)'
}

/** `getSession(null)` is given as little as `getSession()`. */
function isNothing(node: Node): boolean {
  return (node.type === 'Literal' && node.raw === 'null') || (node.type === 'Identifier' && node.name === 'undefined')
}

const LONGEST_ARGUMENT = 64

export function isCallStep(step: string | undefined): boolean {
  return step?.startsWith('(') === true
}

/** Whether a step is what a table asks for: `()` is any call, `(*)` one with arguments, `*` any member. */
export function isStep(found: string | undefined, wanted: string): boolean {
  if (found === undefined || found === wanted) return found !== undefined
  if (wanted === '()') return isCallStep(found)
  if (wanted === '(*)') return isCallStep(found) && found !== '()'
  return wanted === '*' ? !isCallStep(found) && found !== 'new()' : found === wanted
}

/** Whether a path starts with some steps. */
export function startsWithSteps(found: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((step, index) => isStep(found[index], step))
}

/** The path that goes on from another one. */
export function extend({ root, steps }: Path, further: readonly string[]): Path {
  if (further.length === 0) return { root, steps }
  if (root.kind !== 'module' || steps.length > 0) return { root, steps: [...steps, ...further] }
  // A CommonJS module is its own default export, and `m.default.x` is `m.x` in every interop.
  const start = further.findIndex((step) => step !== 'default')
  return { root, steps: start === -1 ? [] : further.slice(start) }
}

/** The module that a text names: the argument of `require`, the source of an import. */
export function moduleNamed(source: Node): Path | undefined {
  const literal = source.type === 'TSLiteralType' ? source.literal : source
  const specifier = textAt(literal)
  if (specifier === undefined) return undefined
  return { root: { kind: 'module', name: moduleName(specifier) }, steps: [] }
}

/** A module by its bare name: `hono/cookie` for `npm:hono@4/cookie`, `http` for `node:http`. */
export function moduleName(specifier: string): string {
  const [, scheme] = /^(node:|npm:|jsr:|https:\/\/(?=deno\.land\/))/.exec(specifier) ?? []
  if (scheme === undefined) return specifier
  const name = specifier.slice(scheme.length)
  return scheme === 'node:' ? name : name.replace(/^\//, '').replace(/([^/])@[^/]*/, '$1')
}

/** The package that a module belongs to: `@hapi/hapi`, `next` for `next/headers`. */
export function packageOf(module: string): string {
  return /^(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? module
}

/** What a specifier of an import stands for. */
export function importPath(node: Node): Path | undefined {
  switch (node.type) {
    case 'ImportSpecifier': {
      const { imported, parent } = node
      const name = imported.type === 'Identifier' ? imported.name : imported.value
      const module = parent.type === 'ImportDeclaration' ? moduleNamed(parent.source) : undefined
      return module && extend(module, [name])
    }
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return node.parent.type === 'ImportDeclaration' ? moduleNamed(node.parent.source) : undefined
    case 'TSImportEqualsDeclaration':
      return node.moduleReference.type === 'TSExternalModuleReference'
        ? moduleNamed(node.moduleReference.expression)
        : undefined
    default:
      return undefined
  }
}

/** What a parameter, or a part of one, stands for: `req.session` and `session` are the request's, whatever a default value stands beside them: `{ session = {} }`. */
export function parameterPath(definition: TSESLint.Scope.Definitions.ParameterDefinition): Path | undefined {
  const owner = definition.node
  if (!isFunction(owner)) return undefined
  const target = definition.name
  const index = owner.params.findIndex((parameter) => isInside(target, parameter))
  const parameter = owner.params[index]
  const steps = parameter && stepsTo(target, parameter)
  return steps && { root: { kind: 'parameter', function: owner, index }, steps }
}
