import type { TSESTree } from '@typescript-eslint/utils'
import { unwrap, type Node } from '../ast/nodes.js'
import { onDemand } from '../ast/on-demand.js'
import { isCallStep, startsWithSteps, type Path } from '../ast/paths.js'
import type { Generated, Generators, Root } from '../frameworks/generators/generator.js'
import { generatorTables } from '../frameworks/generators/index.js'
import { compileGenerator, type GeneratorPattern } from './compile-generator.js'
import type { FileContext } from './file-context.js'
import { isInRange } from './versions.js'

/** A place where a generator of a table is called. */
export interface GeneratorUse {
  /** The call; a member where a member is read, a name where the function itself is handed on. */
  readonly node: Node
  readonly gives: Generated
  /** Whether it is called here, with arguments that can be seen. */
  readonly isCall: boolean
  /** The argument for the first word of a place; undefined if it is left out. */
  argument(place: string): Node | undefined
}

export interface GeneratorMatcher {
  /** The generator that an expression calls. */
  match(node: Node): GeneratorUse | undefined
  /** The generator that an expression names without calling it: `genid: uuid.v1`. */
  matchFunction(node: Node): GeneratorUse | undefined
}

type Call = TSESTree.CallExpression | TSESTree.NewExpression

/** Patterns by where their first word comes from. */
const patternsByRoot = onDemand((): ReadonlyMap<string, readonly GeneratorPattern[]> => {
  const found = new Map<string, GeneratorPattern[]>()
  for (const table of generatorTables) {
    for (const generator of table.generators) {
      for (const root of table.names[generator.root] ?? []) {
        found.set(keyOf(root), [...(found.get(keyOf(root)) ?? []), compileGenerator(table, generator, root)])
      }
    }
  }
  return found
})

function keyOf(root: Root): string {
  return root.kind === 'export' ? `module ${root.module}` : `global ${root.name}`
}

/** Names by which the global object is known. */
const GLOBAL_OBJECTS = new Set(['globalThis', 'window', 'self', 'global'])

export function createGeneratorMatcher(context: FileContext): GeneratorMatcher {
  const { bindings } = context
  const uses = new Map<Node, GeneratorUse | undefined>()

  return { match, matchFunction }

  function match(wrapped: Node): GeneratorUse | undefined {
    const node = unwrap(wrapped)
    if (!uses.has(node)) uses.set(node, read(node))
    return uses.get(node)
  }

  function read(node: Node): GeneratorUse | undefined {
    const path = node.type === 'Identifier' ? undefined : (promisified(node) ?? bindings.resolve(node))
    const calls = path ? callsIn(node) : []
    const pattern = path && patternsFor(path).find(({ lists }) => lists.every((list, index) => fits(list, calls[lists.length - 1 - index])))
    return pattern && { node, gives: pattern.gives, isCall: true, argument: (place) => argumentIn(pattern, calls, place) }
  }

  function matchFunction(node: Node): GeneratorUse | undefined {
    const path = bindings.resolve(node)
    const called = path && { root: path.root, steps: [...path.steps, '()'] }
    // It is called with whatever the library gives it.
    const pattern = called && patternsFor(called).find(({ gives }) => gives.bits.kind === 'fixed')
    return pattern && { node, gives: pattern.gives, isCall: false, argument: () => undefined }
  }

  function patternsFor({ root, steps }: Path): GeneratorPattern[] {
    const [first = '', ...rest] = steps
    if (root.kind === 'global' && GLOBAL_OBJECTS.has(root.name)) return patternsFor({ root: { kind: 'global', name: first }, steps: rest })
    if (root.kind !== 'module' && root.kind !== 'global') return []
    return (patternsByRoot().get(`${root.kind} ${root.name}`) ?? []).filter(
      (pattern) => areSteps(pattern.steps, steps) && isInRange(versionOf(pattern.table), pattern.gives.versions),
    )
  }

  function versionOf({ name }: Generators): string | undefined {
    return context.project.dependencies([name]).get(name)
  }

  /** The path of `promisify(randomBytes)(16)`: that of `randomBytes(16)`. */
  function promisified(node: Node): Path | undefined {
    if (node.type !== 'CallExpression') return undefined
    const path = bindings.resolve(node.callee)
    const isPromisified = path?.root.kind === 'module' && path.root.name === 'util' && isPromisify(path.steps)
    const original = isPromisified ? callsIn(node.callee)[0]?.arguments[0] : undefined
    const called = original && bindings.resolve(original)
    return called && { root: called.root, steps: [...called.steps, '()'] }
  }

  /** The calls in a chain, the last one first: `b(2)`, `a(1)` of `a(1).b(2)`, also through constants. */
  function callsIn(chain: Node): Call[] {
    const calls: Call[] = []
    const seen = new Set<Node>()
    for (let at: Node | undefined = unwrap(chain); at && !seen.has(at); ) {
      seen.add(at)
      if (at.type === 'CallExpression' || at.type === 'NewExpression') calls.push(at)
      const inner: Node | undefined = innerOf(at)
      at = inner && unwrap(inner)
    }
    return calls
  }

  function innerOf(node: Node): Node | undefined {
    switch (node.type) {
      case 'CallExpression':
      case 'NewExpression':
        return node.callee
      case 'MemberExpression':
        return node.object
      case 'AwaitExpression':
        return node.argument
      case 'Identifier': {
        const variable = bindings.variable(node)
        return variable && bindings.value(variable)
      }
      default:
        return undefined
    }
  }

  function fits(list: readonly string[] | 'any', call: Call | undefined): boolean {
    if (!call) return false
    if (list === 'any') return true
    if (call.arguments.length > list.length || call.arguments.some(({ type }) => type === 'SpreadElement')) return false
    return list.every((parameter, index) => {
      const argument = call.arguments[index]
      if (!argument) return parameter.endsWith('?')
      const isObject = unwrap(argument).type === 'ObjectExpression'
      if (parameter === 'done?') return bindings.function(argument) !== undefined
      return (!isObject || parameter.startsWith('options')) && !bindings.function(argument)
    })
  }
}

function argumentIn({ lists }: GeneratorPattern, calls: readonly Call[], place: string): Node | undefined {
  const [name] = place.split('.')
  for (const [position, list] of lists.entries()) {
    const index = list === 'any' ? -1 : list.findIndex((parameter) => parameter.replace('?', '') === name)
    if (index !== -1) return calls[lists.length - 1 - position]?.arguments[index]
  }
  return undefined
}

function areSteps(pattern: readonly string[], steps: readonly string[]): boolean {
  return pattern.length === steps.length && startsWithSteps(steps, pattern)
}

function isPromisify([name, call, ...rest]: readonly string[]): boolean {
  return name === 'promisify' && isCallStep(call) && rest.length === 0
}
