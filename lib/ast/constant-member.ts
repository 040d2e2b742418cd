import type { TSESTree } from '@typescript-eslint/utils'
import type { Bindings } from './bindings.js'
import { memberName, propertyName } from './member-name.js'
import { unwrap, type Node } from './nodes.js'
import { changesOf, type Change } from './object-changes.js'

const LONGEST_CHAIN = 8

/**
 * The expression that a member of a constant object, of an enum or of a class holds: `true` for `flags.secure`
 * after `const flags = { secure: true }`. Undefined where anything in the file may change it.
 */
export function constantMember(node: TSESTree.MemberExpression, bindings: Bindings): Node | undefined {
  const path: string[] = []
  let object: Node = node
  while (object.type === 'MemberExpression') {
    const name = memberName(object)
    if (name === undefined) return undefined
    path.unshift(name)
    object = unwrap(object.object)
  }
  const found = object.type === 'Identifier' ? memberOfName(object, path, bindings, LONGEST_CHAIN) : undefined
  return found ?? (path.length === 1 ? fieldOf(node, bindings) : undefined)
}

/** `this.key`, `Store.KEY`: what a field of a class is given, if it says that nobody else gives it another value. */
function fieldOf(node: TSESTree.MemberExpression, bindings: Bindings): Node | undefined {
  const owner = unwrap(node.object)
  const isOfClass = owner.type === 'Identifier' ? bindings.variable(owner)?.defs[0]?.type === 'ClassName' : owner.type === 'ThisExpression'
  const held = isOfClass ? bindings.member(node) : undefined
  return held?.parent?.type === 'PropertyDefinition' && isKept(held.parent) ? held : undefined
}

function isKept({ accessibility, key, readonly, static: isStatic }: TSESTree.PropertyDefinition): boolean {
  return readonly || isStatic || accessibility === 'private' || key.type === 'PrivateIdentifier'
}

function memberOfName(name: TSESTree.Identifier, path: readonly string[], bindings: Bindings, depth: number): Node | undefined {
  const variable = bindings.variable(name)
  if (!variable || depth === 0) return undefined
  const [definition] = variable.defs
  if (definition?.type === 'TSEnumName' && variable.defs.length === 1) return memberOfEnum(definition.node, path)
  const held = bindings.value(variable)
  if (!held || changesOf(variable, bindings).changes.some((change) => concerns(change, path))) return undefined
  return memberOfValue(held, path, bindings, depth)
}

function memberOfValue(value: Node, path: readonly string[], bindings: Bindings, depth: number): Node | undefined {
  const [name, ...below] = path
  const object = unwrap(value)
  if (name === undefined) return value
  if (object.type === 'Identifier') return memberOfName(object, path, bindings, depth - 1)
  if (isFreeze(object)) return object.arguments[0] && memberOfValue(object.arguments[0], path, bindings, depth - 1)
  if (object.type !== 'ObjectExpression') return undefined
  for (const property of object.properties.toReversed()) {
    // What follows the property may replace it.
    if (property.type === 'SpreadElement' || propertyName(property) === undefined) return undefined
    if (propertyName(property) === name) {
      return property.kind === 'init' && !property.method ? memberOfValue(property.value, below, bindings, depth) : undefined
    }
  }
  return undefined
}

function memberOfEnum({ body }: TSESTree.TSEnumDeclaration, [name, ...below]: readonly string[]): Node | undefined {
  const member = body.members.find(({ id }) => (id.type === 'Identifier' ? id.name : id.type === 'Literal' ? id.value : undefined) === name)
  return below.length === 0 ? member?.initializer : undefined
}

/** `Object.freeze({…})` */
function isFreeze(node: Node): node is TSESTree.CallExpression {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
  return node.callee.object.type === 'Identifier' && node.callee.object.name === 'Object' && memberName(node.callee) === 'freeze'
}

/** Whether a change may give another value to the member at a path. */
function concerns({ kind, path: changed }: Change, path: readonly string[]): boolean {
  // What happens below a path leaves the member at its end as it is.
  if (kind !== 'write' && changed.length >= path.length) return false
  return changed.every((name, index) => index >= path.length || name === path[index])
}
