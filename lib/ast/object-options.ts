import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Bindings } from './bindings.js'
import { returnedBy } from './flow.js'
import { memberName, propertyName } from './member-name.js'
import { isBefore, unwrap, type FunctionNode, type Node } from './nodes.js'
import { changesOf, isObjectAssign, type Change } from './object-changes.js'
import { either, EMPTY, isComplete, lookUp, namesIn, partsInside, spread, UNSEEN, type Occurrence, type Part, type View } from './object-view.js'
import { onDemand } from './on-demand.js'
import { onceForEach, onceForName } from './once-for-each.js'
import { ABSENT, UNKNOWN, type Setting } from './setting.js'
import { possibleValues } from './static-value.js'

/** An options object as far as the file shows it. */
export interface Options {
  /** What the source says about a property's value. */
  get(name: string): Setting<unknown>
  /** Whether the source says anything about a property. */
  has(name: string): boolean
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

const DEEPEST = 16

/** Objects that one reading may look into: a function that spreads its own result twice has no end. */
const MOST_OBJECTS = 500

export function createOptionsReader(sourceCode: Readonly<TSESLint.SourceCode>, bindings: Bindings): OptionsReader {
  let objectsLeft = MOST_OBJECTS

  const nothing = optionsOf(EMPTY)
  const readOnce = onceForEach((node: Node) => {
    objectsLeft = MOST_OBJECTS
    return optionsOf(viewOf(node, DEEPEST))
  })

  return { read: (node) => (node ? readOnce(node) : nothing) }

  /** Each rule asks for some of the same properties. */
  function optionsOf(view: View): Options {
    const occurrencesOf = onceForName((name) => lookUp(view, name))
    const names = onDemand(() => ({ seen: [...new Set(namesIn(view))], complete: isComplete(view) }))
    return {
      get: onceForName((name) => join(occurrencesOf(name))),
      has: (name) => !areAbsent(occurrencesOf(name)),
      expressions: onceForName((name) => expressionsOf(occurrencesOf(name))),
      nested: onceForName((name) => {
        objectsLeft = MOST_OBJECTS
        return optionsOf(nestedView(view, name, DEEPEST))
      }),
      get names() {
        return names()
      },
      literal: view.kind === 'object' ? view.literal : undefined,
      isShared: view.kind === 'object' && view.isShared,
    }
  }

  function join(occurrences: readonly Occurrence[]): Setting<unknown> {
    const [first] = occurrences
    if (!first || areAbsent(occurrences)) return ABSENT
    const readings = occurrences.map((occurrence) =>
      occurrence.kind === 'value'
        ? possibleValues(occurrence.node, sourceCode, bindings)
        : { values: [], complete: false },
    )
    const [value, ...others] = readings.flatMap((reading) => reading.values)
    const isOneValue = others.every((other) => Object.is(other, value)) && readings.every(({ complete, values }) => complete && values.length > 0)
    if (first.kind === 'value' && isOneValue) return { state: 'known', value, node: first.node, from: 'source' }
    const possible = readings.flatMap((reading) => reading.values)
    return possible.length > 0 ? { state: 'unknown', possible } : UNKNOWN
  }

  function viewOf(wrappedNode: Node | undefined, depth: number): View {
    if (!wrappedNode) return EMPTY
    objectsLeft -= 1
    if (depth <= 0 || objectsLeft < 0) return UNSEEN
    const node = unwrap(wrappedNode)
    switch (node.type) {
      case 'ObjectExpression':
        return { kind: 'object', literal: node, isShared: false, parts: node.properties.map((property) => partOf(property, depth)) }
      case 'Literal':
        // `...(production && { secure: true })` spreads `false`, and `null` is no options at all.
        return node.value ? UNSEEN : EMPTY
      case 'Identifier':
        return node.name === 'undefined' ? EMPTY : viewOfVariable(node, depth - 1)
      case 'MemberExpression': {
        const name = memberName(node)
        return name === undefined ? UNSEEN : nestedView(viewOf(node.object, depth - 1), name, depth - 1)
      }
      case 'ConditionalExpression':
        return either([viewOf(node.consequent, depth - 1), viewOf(node.alternate, depth - 1)])
      case 'LogicalExpression':
        return either([node.operator === '&&' ? EMPTY : viewOf(node.left, depth - 1), viewOf(node.right, depth - 1)])
      case 'CallExpression':
        return viewOfCall(node, depth - 1)
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
        return viewOfResult(node, depth - 1)
      case 'AwaitExpression':
        return viewOf(node.argument, depth - 1)
      default:
        return UNSEEN
    }
  }

  function partOf(property: TSESTree.Property | TSESTree.SpreadElement, depth: number): Part {
    if (property.type === 'SpreadElement') return spread(viewOf(property.argument, depth - 1))
    const name = propertyName(property)
    return name === undefined ? spread(UNSEEN) : { kind: 'property', name, value: property.value, property }
  }

  function viewOfCall(node: TSESTree.CallExpression, depth: number): View {
    if (isObjectAssign(node)) return objectOf(node.arguments.map((argument) => spread(viewOf(argument, depth))))
    const callee = unwrap(node.callee)
    const isUnchanging =
      callee.type === 'MemberExpression' &&
      callee.object.type === 'Identifier' &&
      callee.object.name === 'Object' &&
      (memberName(callee) === 'freeze' || memberName(callee) === 'seal')
    if (isUnchanging) return viewOf(node.arguments[0], depth)
    const callable = bindings.function(node.callee)
    return callable ? viewOfResult(callable, depth) : UNSEEN
  }

  function viewOfResult(callable: FunctionNode, depth: number): View {
    if (callable.generator) return UNSEEN
    return either(returnedBy(callable, sourceCode.visitorKeys).map((value) => viewOf(value, depth)))
  }

  function viewOfVariable(node: TSESTree.Identifier, depth: number): View {
    const variable = bindings.variable(node)
    const held = variable && bindings.value(variable)
    if (!held) return UNSEEN
    const view = viewOf(held, depth)
    const { changes, isExported, readers } = changesOf(variable, bindings)
    return {
      kind: 'object',
      literal: view.kind === 'object' ? view.literal : undefined,
      isShared: readers > 1 || isExported,
      parts: [...(view.kind === 'object' ? view.parts : [spread(view)]), ...changes.flatMap((change) => partsBy(change, node, depth))],
    }
  }

  /** What a change of a variable's object does to the object as it is found at one of its uses. */
  function partsBy(change: Change, use: Node, depth: number): Part[] {
    const { path } = change
    switch (change.kind) {
      case 'write': {
        const isCertain = change.isCertain && isBefore(change.node, use)
        return [{ kind: 'write', path, value: change.value, property: change.node, isCertain }]
      }
      case 'merge': {
        const isCertain = change.isCertain && isBefore(change.node, use)
        return change.sources.map((source) => ({ kind: 'spread', path, view: viewOf(source, depth), isCertain }))
      }
      case 'anything':
        return [{ kind: 'spread', path, view: UNSEEN, isCertain: true }]
      case 'given':
        return isBefore(change.call, use) ? [{ kind: 'spread', path, view: UNSEEN, isCertain: true }] : []
    }
  }

  function nestedView(view: View, name: string, depth: number): View {
    if (view.kind === 'either') return either(view.views.map((alternative) => nestedView(alternative, name, depth)))
    const base = either(
      lookUp(view, name).map((occurrence) => {
        // A text where options may stand as well, such as `cookie: 'sid'`, has none of them.
        if (occurrence.kind === 'value') return isText(occurrence.node) ? EMPTY : viewOf(occurrence.node, depth - 1)
        return occurrence.kind === 'absent' ? EMPTY : UNSEEN
      }),
    )
    const inside = partsInside(view, name)
    const isShared = view.kind === 'object' && view.isShared
    if (base.kind === 'object') return { ...base, isShared: base.isShared || isShared, parts: [...base.parts, ...inside] }
    return inside.length === 0 ? base : { ...objectOf([spread(base), ...inside]), isShared }
  }
}

function areAbsent(occurrences: readonly Occurrence[]): boolean {
  return occurrences.every(({ kind }) => kind === 'absent')
}

function isText(node: Node): boolean {
  const value = unwrap(node)
  return value.type === 'Literal' && typeof value.value === 'string'
}

function objectOf(parts: readonly Part[]): View & { kind: 'object' } {
  return { kind: 'object', literal: undefined, isShared: false, parts }
}

function expressionsOf(occurrences: readonly Occurrence[]): readonly Node[] | undefined {
  if (occurrences.some(({ kind }) => kind === 'unseen')) return undefined
  return occurrences.flatMap((occurrence) => (occurrence.kind === 'value' ? [occurrence.node] : []))
}
