import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName, type Bindings } from './bindings.js'
import { isBefore, statementAround, unwrap, wrapped, type FunctionNode, type Node } from './nodes.js'
import { ABSENT, UNKNOWN, type Setting } from './setting.js'
import { possibleValues } from './static-value.js'
import { returnedBy } from './flow.js'

type Variable = TSESLint.Scope.Variable

/** What one run of the program may find under a name. */
type Occurrence =
  | { readonly kind: 'value'; readonly node: Node; readonly property: Node }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unseen' }

/** An options object as far as the file shows it. */
export interface Options {
  /** What the source says about a property's value. */
  get(name: string): Setting<unknown>
  /** The expressions that a property can have, undefined if one of them can't be seen. */
  expressions(name: string): readonly Node[] | undefined
  /** The options object inside a property. */
  nested(name: string): Options
  /** Every property name in sight, and whether these are all. */
  readonly names: { readonly seen: readonly string[]; readonly complete: boolean }
  /** The literal to which a property can be added so that it takes effect. */
  readonly literal: TSESTree.ObjectExpression | undefined
  /** Whether other code uses the same literal: what is added to it changes that code too. */
  readonly isShared: boolean
}

export interface OptionsReader {
  /** Reads an expression as an options object; without an expression the object is empty. */
  read(node: Node | undefined): Options
}

const DEEPEST = 12

/** Calls that leave their arguments as they are. */
const PURE = new Set(['freeze', 'keys', 'values', 'entries', 'stringify', 'log', 'debug', 'info', 'structuredClone'])

/**
 * @param readers last names of functions that only read the options they are given (`cookie` for
 *   `res.cookie`); any other function that gets the object may change it.
 */
export function createOptionsReader(
  sourceCode: Readonly<TSESLint.SourceCode>,
  bindings: Bindings,
  readers: ReadonlySet<string>,
): OptionsReader {
  return { read: (node) => optionsOf(viewOf(node, DEEPEST)) }

  function optionsOf(view: View): Options {
    const occurrences = (name: string) => lookUp(view, name)
    return {
      get: (name) => join(occurrences(name)),
      expressions: (name) => expressionsOf(occurrences(name)),
      nested: (name) => optionsOf(nestedView(view, name, DEEPEST)),
      names: { seen: [...new Set(namesIn(view))], complete: isComplete(view) },
      literal: view.kind === 'object' ? view.literal : undefined,
      isShared: view.kind === 'object' && view.isShared,
    }
  }

  function join(occurrences: readonly Occurrence[]): Setting<unknown> {
    const [first] = occurrences
    if (!first || occurrences.every(({ kind }) => kind === 'absent')) return ABSENT

    const readings = occurrences.map((occurrence) =>
      occurrence.kind === 'value'
        ? possibleValues(occurrence.node, sourceCode, bindings)
        : { values: [], complete: false },
    )
    const values = readings.flatMap((reading) => reading.values)
    const agree = values.every((value) => Object.is(value, values[0]))
    if (first.kind === 'value' && agree && values.length > 0 && readings.every((reading) => reading.complete)) {
      return { state: 'known', value: values[0], node: first.node, from: 'source' }
    }
    return values.length > 0 ? { state: 'unknown', possible: values } : UNKNOWN
  }

  function viewOf(wrappedNode: Node | undefined, depth: number): View {
    if (!wrappedNode) return EMPTY
    if (depth === 0) return UNSEEN
    const node = unwrap(wrappedNode)
    switch (node.type) {
      case 'ObjectExpression':
        return { kind: 'object', literal: node, isShared: false, parts: partsOf(node, depth) }
      case 'Identifier':
        return node.name === 'undefined' ? EMPTY : viewOfVariable(node, depth - 1)
      case 'MemberExpression': {
        const name = memberName(node)
        return name === undefined ? UNSEEN : nestedView(viewOf(node.object, depth - 1), name, depth - 1)
      }
      case 'ConditionalExpression':
        return either([viewOf(node.consequent, depth - 1), viewOf(node.alternate, depth - 1)])
      case 'LogicalExpression':
        return node.operator === '&&'
          ? either([EMPTY, viewOf(node.right, depth - 1)])
          : either([viewOf(node.left, depth - 1), viewOf(node.right, depth - 1)])
      case 'CallExpression':
        return viewOfCall(node, depth)
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
        return viewOfResult(node, depth)
      case 'AwaitExpression':
        return viewOf(node.argument, depth - 1)
      default:
        return UNSEEN
    }
  }

  function partsOf(literal: TSESTree.ObjectExpression, depth: number): Part[] {
    return literal.properties.map((property): Part => {
      if (property.type === 'SpreadElement') return { kind: 'spread', view: viewOf(property.argument, depth - 1) }
      const name = propertyName(property)
      if (name === undefined) return { kind: 'spread', view: UNSEEN }
      return { kind: 'property', name, value: property.value, property }
    })
  }

  function viewOfCall(node: TSESTree.CallExpression, depth: number): View {
    const callee = unwrap(node.callee)
    if (callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'Object') {
      const name = memberName(callee)
      if (name === 'freeze' || name === 'seal') return viewOf(node.arguments[0], depth - 1)
      if (name === 'assign') {
        const views = node.arguments.map((argument) =>
          argument.type === 'SpreadElement' ? UNSEEN : viewOf(argument, depth - 1),
        )
        return { kind: 'object', literal: undefined, isShared: false, parts: views.map((view) => ({ kind: 'spread', view })) }
      }
    }
    const callable = bindings.function(node.callee)
    return callable ? viewOfResult(callable, depth) : UNSEEN
  }

  function viewOfResult(callable: FunctionNode, depth: number): View {
    if (callable.generator) return UNSEEN
    const returned = returnedBy(callable, sourceCode.visitorKeys)
    return either(returned.map((value) => (value ? viewOf(value, depth - 1) : UNSEEN)))
  }

  function viewOfVariable(node: TSESTree.Identifier, depth: number): View {
    const variable = bindings.variable(node)
    const held = variable && bindings.value(variable)
    if (!held) return UNSEEN
    const view = viewOf(held, depth)
    const uses = variable.references.filter((reference) => !reference.isWrite()).map((reference) => reference.identifier)
    const changes = uses.flatMap((use) => changesBy(use, node, variable, depth))
    if (changes.some((change) => change === 'anything')) return UNSEEN
    const writes = changes.filter((change) => change !== 'anything')
    const parts: readonly Part[] = [...(view.kind === 'object' ? view.parts : [{ kind: 'spread', view } as const]), ...writes]
    return {
      kind: 'object',
      literal: view.kind === 'object' ? view.literal : undefined,
      isShared: uses.length - writes.length > 1,
      parts,
    }
  }

  /** What one use of a variable does to the object that the variable holds. */
  function changesBy(use: Node, at: Node, variable: Variable, depth: number): (Write | 'anything')[] {
    const { target, path } = memberChain(use)
    const { parent } = target
    if (!parent || !path) return isAssigned(target) ? ['anything'] : []
    if (isAssigned(target)) {
      if (parent.type !== 'AssignmentExpression' || parent.operator !== '=' || path.length === 0) return ['anything']
      const isCertain = isBefore(parent, at) && isUnconditional(parent, variable)
      return [{ kind: 'write', path, value: parent.right, property: parent, isCertain }]
    }
    if (path.length > 0) return []
    if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return changesByAlias(parent.id, at, depth)
    if (parent.type !== 'CallExpression' && parent.type !== 'NewExpression') return []
    return parent.callee !== target && isBefore(parent, at) && !onlyReads(parent, target) ? ['anything'] : []
  }

  function changesByAlias(alias: TSESTree.Identifier, at: Node, depth: number): (Write | 'anything')[] {
    const variable = bindings.variable(alias)
    if (!variable || depth <= 0) return ['anything']
    const uses = variable.references.filter((reference) => !reference.isWrite())
    const isChanged = uses.some(({ identifier }) => changesBy(identifier, at, variable, depth - 1).length > 0)
    return isChanged ? ['anything'] : []
  }

  function onlyReads(call: TSESTree.CallExpression | TSESTree.NewExpression, argument: Node): boolean {
    const callee = unwrap(call.callee)
    const name =
      callee.type === 'MemberExpression' ? memberName(callee) : callee.type === 'Identifier' ? callee.name : undefined
    if (name === undefined) return false
    if (name === 'assign') return call.arguments[0] !== argument
    return PURE.has(name) || readers.has(name)
  }

  function nestedView(view: View, name: string, depth: number): View {
    const base = either(
      lookUp(view, name).map((occurrence) => {
        if (occurrence.kind === 'value') return viewOf(occurrence.node, depth - 1)
        return occurrence.kind === 'absent' ? EMPTY : UNSEEN
      }),
    )
    const writes = view.kind === 'object' ? view.parts.flatMap((part) => writesInside(part, name)) : []
    const isShared = view.kind === 'object' && view.isShared
    if (base.kind === 'object') return { ...base, isShared: base.isShared || isShared, parts: [...base.parts, ...writes] }
    return writes.length === 0
      ? base
      : { kind: 'object', literal: undefined, isShared, parts: [{ kind: 'spread', view: base }, ...writes] }
  }
}

/** A property written after the object was made: `options.cookie.secure = true`. */
interface Write {
  readonly kind: 'write'
  readonly path: readonly string[]
  readonly value: Node
  readonly property: Node
  readonly isCertain: boolean
}

type Part =
  | { readonly kind: 'property'; readonly name: string; readonly value: Node; readonly property: Node }
  | { readonly kind: 'spread'; readonly view: View }
  | Write

type View =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unseen' }
  | { readonly kind: 'either'; readonly views: readonly View[] }
  | {
      readonly kind: 'object'
      readonly literal: TSESTree.ObjectExpression | undefined
      readonly isShared: boolean
      readonly parts: readonly Part[]
    }

const EMPTY: View = { kind: 'empty' }
const UNSEEN: View = { kind: 'unseen' }
const NOT_THERE: Occurrence = { kind: 'absent' }
const NOT_SEEN: Occurrence = { kind: 'unseen' }

function either(views: readonly View[]): View {
  const [only] = views
  return only && views.length === 1 ? only : { kind: 'either', views }
}

/** What the runs of the program may find under a name; later parts of an object win over earlier ones. */
function lookUp(view: View, name: string): Occurrence[] {
  switch (view.kind) {
    case 'empty':
      return [NOT_THERE]
    case 'unseen':
      return [NOT_SEEN]
    case 'either':
      return view.views.flatMap((alternative) => lookUp(alternative, name))
    case 'object':
      return lookUpParts(view.parts, name)
  }
}

function lookUpParts(parts: readonly Part[], name: string): Occurrence[] {
  const found: Occurrence[] = []
  for (const part of parts.toReversed()) {
    const occurrences = occurrencesIn(part, name)
    found.push(...occurrences.filter(({ kind }) => kind !== 'absent'))
    const decides = part.kind !== 'write' || part.isCertain
    if (occurrences.length > 0 && decides && !occurrences.includes(NOT_THERE)) return found
  }
  return [...found, NOT_THERE]
}

function occurrencesIn(part: Part, name: string): Occurrence[] {
  switch (part.kind) {
    case 'property':
      return part.name === name ? [{ kind: 'value', node: part.value, property: part.property }] : []
    case 'write':
      return part.path.length === 1 && part.path[0] === name
        ? [{ kind: 'value', node: part.value, property: part.property }]
        : []
    case 'spread':
      return lookUp(part.view, name)
  }
}

function writesInside(part: Part, name: string): Write[] {
  if (part.kind !== 'write' || part.path.length < 2 || part.path[0] !== name) return []
  return [{ ...part, path: part.path.slice(1) }]
}

function expressionsOf(occurrences: readonly Occurrence[]): readonly Node[] | undefined {
  if (occurrences.some(({ kind }) => kind === 'unseen')) return undefined
  return occurrences.flatMap((occurrence) => (occurrence.kind === 'value' ? [occurrence.node] : []))
}

function namesIn(view: View): string[] {
  if (view.kind === 'either') return view.views.flatMap(namesIn)
  if (view.kind !== 'object') return []
  return view.parts.flatMap((part) => {
    if (part.kind === 'spread') return namesIn(part.view)
    return part.kind === 'property' ? [part.name] : part.path.slice(0, 1)
  })
}

function isComplete(view: View): boolean {
  if (view.kind === 'either') return view.views.every(isComplete)
  if (view.kind !== 'object') return view.kind === 'empty'
  return view.parts.every((part) => part.kind !== 'spread' || isComplete(part.view))
}

/** The member that a use of a variable reads or writes: `options.cookie.secure`; no path if a name is computed. */
function memberChain(use: Node): { target: Node; path: string[] | undefined } {
  let path: string[] | undefined = []
  let target = wrapped(use)
  while (target.parent?.type === 'MemberExpression' && target.parent.object === target) {
    const name = memberName(target.parent)
    path = path && name !== undefined ? [...path, name] : undefined
    target = wrapped(target.parent)
  }
  return { target, path }
}

function isAssigned(target: Node): boolean {
  const { parent } = target
  if (parent?.type === 'AssignmentExpression') return parent.left === target
  return parent?.type === 'UpdateExpression' || (parent?.type === 'UnaryExpression' && parent.operator === 'delete')
}

/** Whether a write runs whenever the variable was declared: both are statements of one list. */
function isUnconditional(write: Node, variable: Variable): boolean {
  const [definition] = variable.defs
  const declaration = definition && statementAround(definition.name)
  const statement = statementAround(write)
  return (
    statement?.type === 'ExpressionStatement' &&
    statement.expression === write &&
    declaration !== undefined &&
    declaration.parent === statement.parent
  )
}
