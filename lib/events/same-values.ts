import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName, type Bindings } from '../ast/bindings.js'
import { returnedBy } from '../ast/flow.js'
import { isFunction, unwrap, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { onceForEach } from '../ast/once-for-each.js'
import { patternAround, stepsTo } from '../ast/patterns.js'
import type { Variable } from '../ast/variables.js'
import { walk } from '../ast/walk.js'
import type { FileContext } from './file-context.js'

/** What a value can be told by: a variable that holds it, the expression that makes it, a member of one of these. */
export type Trace = ReadonlySet<object>

/** Whether expressions have the same value, through variables, parameters and functions of the file. */
export interface SameValues {
  of(node: Node): Trace
  /** The traces of everything that an expression is made of. */
  inside(node: Node): Trace
  meet(a: Trace, b: Trace): boolean
  /** By what the objects may be told that a value is a member of. */
  ownersOf(node: Node): readonly object[]
  /** By what the object may be told that an expression makes. */
  made(maker: Node): readonly object[]
  /** The name of the member that a value is of what an expression makes: `id` in `(await create()).id`. */
  memberMade(value: Node, maker: Node): string | undefined
}

const LONGEST_WAY = 8

export function createSameValues({ bindings, sourceCode }: FileContext): SameValues {
  const membersOf = new WeakMap<object, Map<string, object>>()
  const ownerOf = new WeakMap<object, object>()
  const traces = new Map<Node, Trace>()
  const tracesInside = new Map<Node, Trace>()

  return { of: (node) => remembered(traces, node, of), inside: (node) => remembered(tracesInside, node, inside), meet, ownersOf, made, memberMade }

  function remembered(known: Map<Node, Trace>, node: Node, read: (node: Node) => Trace): Trace {
    const trace = known.get(node) ?? read(node)
    known.set(node, trace)
    return trace
  }

  function of(node: Node): Trace {
    const trace = new Set<object>()
    follow(node, trace, LONGEST_WAY)
    return trace
  }

  function inside(node: Node): Trace {
    const trace = new Set<object>()
    const whole = valueHeld(unwrap(node), bindings) ?? node
    walk(whole, sourceCode.visitorKeys, (part) => {
      if (isFunction(part)) return false
      if (part.type === 'Identifier' || part.type === 'MemberExpression') follow(part, trace, LONGEST_WAY)
      return true
    })
    return trace
  }

  function meet(a: Trace, b: Trace): boolean {
    return [...a].some((found) => b.has(found))
  }

  function ownersOf(node: Node): readonly object[] {
    return [...remembered(traces, node, of)].flatMap((found) => ownerOf.get(found) ?? [])
  }

  function made(maker: Node): readonly object[] {
    return chainOf(maker).flatMap((call) => [call, memberOf(call, '0')])
  }

  function memberMade(value: Node, maker: Node): string | undefined {
    const found = remembered(traces, value, of)
    const members = made(maker).flatMap((owner) => [...(membersOf.get(owner) ?? [])])
    return members.find(([, member]) => found.has(member))?.[0]
  }

  function follow(wrappedNode: Node, trace: Set<object>, way: number): void {
    const node = unwrap(wrappedNode)
    if (way === 0 || trace.has(node)) return
    switch (node.type) {
      case 'Identifier': {
        const variable = bindings.variable(node)
        if (variable && variable.defs.length > 0) followVariable(variable, trace, way - 1)
        return
      }
      case 'MemberExpression': {
        const name = memberName(node)
        if (name !== undefined) followMember(node.object, name, trace, way - 1)
        return
      }
      case 'AwaitExpression':
        return follow(node.argument, trace, way)
      case 'ConditionalExpression':
        follow(node.consequent, trace, way - 1)
        return follow(node.alternate, trace, way - 1)
      case 'LogicalExpression':
        follow(node.left, trace, way - 1)
        return follow(node.right, trace, way - 1)
      case 'AssignmentExpression':
        return follow(node.right, trace, way - 1)
      case 'TemplateLiteral': {
        const [only, another] = node.expressions
        if (only && !another && node.quasis.every(({ value }) => value.raw === '')) follow(only, trace, way - 1)
        return
      }
      case 'CallExpression':
        return followCall(node, trace, way)
      case 'NewExpression':
        trace.add(node)
        return
      default:
    }
  }

  function followCall(call: TSESTree.CallExpression, trace: Set<object>, way: number): void {
    trace.add(call)
    for (const returned of returnedFrom(call)) follow(returned, trace, way - 1)
  }

  function followVariable(variable: Variable, trace: Set<object>, way: number): void {
    if (trace.has(variable)) return
    trace.add(variable)
    const [definition] = variable.defs
    if (definition?.type === 'Parameter') {
      for (const argument of argumentsFor(variable)) follow(argument, trace, way)
      return
    }
    for (const { name, value } of valuesGiven(variable)) {
      if (name === undefined) follow(value, trace, way)
      else followMember(value, name, trace, way)
    }
  }

  /** `session.id`: by the object that holds it, as far as it is in sight, and by what made that object. */
  function followMember(object: Node, name: string, trace: Set<object>, way: number): void {
    if (way <= 0) return
    const owners = new Set<object>()
    follow(object, owners, way)
    for (const owner of owners) {
      trace.add(memberOf(owner, name))
      for (const property of propertiesOf(owner, name)) follow(property, trace, way - 1)
    }
  }

  /** What an object literal holds under a name, if the owner is one, or holds or returns one. */
  function propertiesOf(owner: object, name: string): readonly Node[] {
    const literals = isVariable(owner) ? [bindings.value(owner)] : isNode(owner) ? returnedFrom(owner) : []
    return literals.flatMap((literal) => {
      const object = literal && unwrap(literal)
      if (object?.type !== 'ObjectExpression') return []
      return object.properties.flatMap((property) => (property.type === 'Property' && propertyName(property) === name ? [property.value] : []))
    })
  }

  function memberOf(owner: object, name: string): object {
    const members = membersOf.get(owner) ?? new Map<string, object>()
    membersOf.set(owner, members)
    const member = members.get(name) ?? {}
    members.set(name, member)
    ownerOf.set(member, owner)
    return member
  }

  /** What a call of a function of this file gives. */
  function returnedFrom(node: Node): readonly Node[] {
    const callable = node.type === 'CallExpression' ? bindings.function(node.callee) : undefined
    if (!callable || callable.generator) return []
    return returnedBy(callable, sourceCode.visitorKeys).flatMap((returned) => (returned ? [unwrap(returned)] : []))
  }

  /** The arguments that stand for a parameter, wherever its function is called. */
  function argumentsFor(variable: Variable): readonly Node[] {
    const [definition] = variable.defs
    const callable = definition?.type === 'Parameter' && isFunction(definition.node) ? definition.node : undefined
    const index = callable?.params.findIndex((parameter) => nameIn(parameter) === definition?.name) ?? -1
    return callable && index !== -1 ? callsOf(callable).flatMap(({ arguments: given }) => given[index] ?? []) : []
  }

  function callsOf(callable: FunctionNode) {
    return (bindings.entries(callable) ?? []).flatMap((use) => {
      const { parent } = wrapped(use)
      return parent?.type === 'CallExpression' && parent.callee === wrapped(use) ? [parent] : []
    })
  }
}

/** What a variable is given, whole or as a member of it: `id` of `session` in `const { id } = session`. */
const valuesGiven = onceForEach(({ references }: Variable) =>
  references.flatMap(({ identifier, writeExpr }) => {
    const pattern = writeExpr && patternAround(identifier)
    const steps = pattern && stepsTo(identifier, pattern)
    const [name, another] = steps ?? []
    return writeExpr && steps && another === undefined ? [{ name, value: writeExpr }] : []
  }),
)

function nameIn(parameter: Node): Node {
  return parameter.type === 'AssignmentPattern' ? parameter.left : parameter
}

function valueHeld(node: Node, bindings: Bindings): Node | undefined {
  const variable = node.type === 'Identifier' ? bindings.variable(node) : undefined
  return variable && bindings.value(variable)
}

function isVariable(found: object): found is Variable {
  return 'references' in found
}

function isNode(found: object): found is Node {
  return 'type' in found
}

/** A call with those that follow it: `db.insert(sessions).values(row)` and `….returning()`. */
function chainOf(maker: Node): readonly Node[] {
  const { parent } = wrapped(maker)
  const call = parent?.type === 'MemberExpression' && parent.object === wrapped(maker) ? wrapped(parent).parent : undefined
  return call?.type === 'CallExpression' && call.callee === parent ? [maker, ...chainOf(call)] : [maker]
}
