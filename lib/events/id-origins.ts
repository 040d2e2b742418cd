import { memberName, propertyName } from '../ast/bindings.js'
import { returnedBy } from '../ast/flow.js'
import { functionAround, unwrap, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { isFallback, type Entropy } from './entropy-reader.js'
import { constant, isDrawn, isGuessable, type Worth } from './entropy.js'
import type { FileContext } from './file-context.js'
import type { GeneratorMatcher } from './generators.js'
import { idMakerNameOf } from './id-names.js'
import type { Variable } from '../ast/variables.js'

/** An expression that makes a value which ends somewhere else. */
export interface Origin {
  /** The whole expression. */
  readonly node: Node
  readonly worth: Worth
  /** Whether it is not called here: a function that is handed on. */
  readonly isFunction: boolean
  /** Whether it stands where the value ends, and not in a variable that others may use. */
  readonly isDirect: boolean
}

export interface Origins {
  /** The expressions that a value comes from: both branches of a choice, through variables and functions of the file. */
  of(node: Node): readonly Origin[]
  /** What a function gives, which a library calls. */
  ofResult(node: Node): readonly Origin[]
}

const LONGEST_WAY = 10

/** Nobody follows a variable that is given more values than this. */
const MOST_VALUES = 32

export function createOrigins(context: FileContext, entropy: Entropy, generators: GeneratorMatcher): Origins {
  const { bindings, sourceCode } = context
  const values = new Map<Variable, readonly Node[]>()
  const origins = new Map<Variable, Map<number, readonly Origin[]>>()

  return { of: (node) => trace(node, true, LONGEST_WAY), ofResult }

  function ofResult(node: Node): readonly Origin[] {
    const callable = bindings.function(node)
    if (callable) return returnsOf(callable, LONGEST_WAY)
    const use = generators.matchFunction(node)
    if (!use) return []
    const { bits, form, weakness } = use.gives
    const source = { nodes: [node] as const, variables: [], isFromFunction: false, code: `${sourceCode.getText(node)}()`, weakness, isHashed: false, use }
    const drawn = bits.kind === 'fixed' ? bits.bits : 0
    const worth = { ...constant(form), bits: drawn, sources: [source], isUuid: use.gives.isUuid === true }
    return [{ node, worth, isFunction: true, isDirect: true }]
  }

  function trace(wrappedNode: Node, isDirect: boolean, way: number): readonly Origin[] {
    const node = unwrap(wrappedNode)
    if (way === 0) return []
    switch (node.type) {
      case 'ConditionalExpression':
        return chosen([node.consequent, node.alternate].flatMap((branch) => trace(branch, isDirect, way - 1)), node)
      case 'LogicalExpression':
        if (node.operator === '&&') return trace(node.right, isDirect, way - 1)
        return chosen([node.left, node.right].flatMap((branch) => trace(branch, isDirect, way - 1)), node)
      case 'AssignmentExpression':
        return node.operator === '=' ? trace(node.right, isDirect, way - 1) : leaf(node, isDirect)
      case 'SequenceExpression': {
        const last = node.expressions.at(-1)
        return last ? trace(last, isDirect, way - 1) : []
      }
      case 'AwaitExpression': {
        const inside = unwrap(node.argument)
        const callable = inside.type === 'CallExpression' ? bindings.function(inside.callee) : undefined
        return callable && isMadeForThis(callable) ? trace(inside, isDirect, way - 1) : leaf(node, isDirect)
      }
      case 'CallExpression': {
        const callable = bindings.function(node.callee)
        const inside = callable && isMadeForThis(callable) ? returnsOf(callable, way - 1) : []
        return inside.length > 0 ? inside : leaf(node, isDirect)
      }
      case 'Identifier': {
        const variable = bindings.variable(node)
        const found = variable ? originsOf(variable, way - 1) : []
        // A variable that is filled after it was declared, or one that only its name speaks of.
        if (found.length === 0) return leaf(node, isDirect)
        return variable && valuesOf(variable).length === 1 ? found : chosen(found, functionAround(node) ?? sourceCode.ast)
      }
      default:
        return leaf(node, isDirect)
    }
  }

  /** Remembered, as variables may be given each other's values many times. */
  function originsOf(variable: Variable, way: number): readonly Origin[] {
    const known = origins.get(variable) ?? new Map<number, readonly Origin[]>()
    origins.set(variable, known)
    const found = known.get(way) ?? onceEach(valuesOf(variable).flatMap((value) => trace(value, false, way)))
    known.set(way, found)
    return found
  }

  function returnsOf(callable: FunctionNode, way: number): readonly Origin[] {
    if (callable.generator) return []
    const returned = returnedBy(callable, sourceCode.visitorKeys)
    return chosen(returned.flatMap((result) => (result ? trace(result, true, way) : [])), callable)
  }

  function leaf(node: Node, isDirect: boolean): readonly Origin[] {
    const worth = entropy.worthOf(node)
    return worth && worth.sources.length > 0 ? [{ node, worth, isFunction: false, isDirect }] : []
  }

  /** What stands in where the platform has no cryptographic generator is never run. */
  function chosen(origins: readonly Origin[], choice: Node): readonly Origin[] {
    const isSpare = origins.some(({ worth }) => isDrawn(worth)) && isFallback(choice, sourceCode)
    return isSpare ? origins.filter(({ worth }) => !isGuessable(worth)) : origins
  }

  /** Every value that is assigned to a variable as a whole; none if it is put together from pieces. */
  function valuesOf(variable: Variable): readonly Node[] {
    const found = values.get(variable) ?? readValues(variable)
    values.set(variable, found)
    return found
  }

  function readValues(variable: Variable): readonly Node[] {
    const held = bindings.value(variable)
    if (held) return [held]
    const [definition] = variable.defs
    const writes = variable.references.filter((reference) => reference.isWrite())
    const isWhole = (parent: Node | undefined) => parent?.type === 'VariableDeclarator' || (parent?.type === 'AssignmentExpression' && parent.operator === '=')
    if (definition?.type !== 'Variable' || writes.length > MOST_VALUES || writes.some(({ identifier }) => !isWhole(identifier.parent))) return []
    return writes.flatMap(({ identifier, writeExpr }) => (writeExpr && isTargetOf(identifier) && !readsItself(writeExpr, variable) ? [writeExpr] : []))
  }

  function readsItself(value: Node, variable: Variable): boolean {
    return variable.references.some(({ identifier }) => identifier.range[0] >= value.range[0] && identifier.range[1] <= value.range[1])
  }

  /** Whether a function is there for one value only, so that the flaw is its own. */
  function isMadeForThis(callable: FunctionNode): boolean {
    const name = nameOf(callable)
    if (name !== undefined && idMakerNameOf(name) !== undefined) return true
    const isExported = wrapped(callable).parent?.type.startsWith('Export') === true
    return !isExported && bindings.entries(callable)?.length === 1
  }
}

function onceEach(origins: readonly Origin[]): readonly Origin[] {
  return [...new Map(origins.map((origin) => [origin.node, origin])).values()]
}

function isTargetOf(identifier: Node): boolean {
  const { parent } = identifier
  return parent?.type === 'VariableDeclarator' ? parent.id === identifier : parent?.type === 'AssignmentExpression' && parent.left === identifier
}

/** The name of a function, or of what holds it. */
export function nameOf(callable: FunctionNode): string | undefined {
  if (callable.id) return callable.id.name
  const { parent } = wrapped(callable)
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : undefined
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return propertyName(parent)
    case 'AssignmentExpression':
      return parent.left.type === 'MemberExpression' ? memberName(parent.left) : undefined
    default:
      return undefined
  }
}
