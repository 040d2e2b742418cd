import type { TSESTree } from '@typescript-eslint/utils'
import type { Bindings } from './bindings.js'
import { memberName, propertyName } from './member-name.js'
import { statementAround, unwrap, wrapped, type Node } from './nodes.js'
import type { Variable } from './variables.js'

/** What the file does to an object after it was made; paths lead from the object to what is changed. */
export type Change =
  /** `options.cookie.secure = true`; without a value where nobody can say what it is then. */
  | { readonly kind: 'write'; readonly path: readonly string[]; readonly value: Node | undefined; readonly node: Node; readonly isCertain: boolean }
  /** `Object.assign(options.cookie, production)` */
  | { readonly kind: 'merge'; readonly path: readonly string[]; readonly sources: readonly Node[]; readonly node: Node; readonly isCertain: boolean }
  /** Whatever is below the path may be anything: it was written under a computed name, or through an alias. */
  | { readonly kind: 'anything'; readonly path: readonly string[] }
  /** It was given to a function that may change what is below the path, once it was called. */
  | { readonly kind: 'given'; readonly path: readonly string[]; readonly call: Node }

export interface Changes {
  readonly changes: readonly Change[]
  /** How many uses of the object change nothing. */
  readonly readers: number
  readonly isExported: boolean
}

const known = new WeakMap<Variable, Changes>()

/** Reads every use of a variable as a change of the object that it holds, once for each variable. */
export function changesOf(variable: Variable, bindings: Bindings): Changes {
  const found = known.get(variable) ?? readChanges(variable, bindings)
  known.set(variable, found)
  return found
}

function readChanges(variable: Variable, bindings: Bindings): Changes {
  // What an alias of itself does is found when the alias is read.
  known.set(variable, { changes: [], readers: 0, isExported: false })
  const uses = variable.references.filter((reference) => !reference.isWrite()).map((reference) => reference.identifier)
  const isExported = isDeclaredForExport(variable) || uses.some((use) => isExport(use))
  const perUse = uses.map((use) => changesBy(use, variable, bindings))
  const changes = perUse.flat().filter(isNew())
  return {
    // Another file may write to it as well, and nobody knows in which order.
    changes: isExported ? changes.map((change) => ('isCertain' in change ? { ...change, isCertain: false } : change)) : changes,
    readers: perUse.filter((found) => found.every(({ kind }) => kind === 'given')).length,
    isExported,
  }
}

/** Of many calls that get an object, the first decides. */
function isNew(): (change: Change) => boolean {
  const seen = new Set<string>()
  return ({ kind, path }) => {
    if (kind === 'write' || kind === 'merge') return true
    const key = JSON.stringify([kind, path])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  }
}

function changesBy(use: Node, variable: Variable, bindings: Bindings): Change[] {
  const { path, isComputed, target } = memberChain(use)
  const { parent } = target
  if (!parent) return []
  const writing = isComputed ? [{ kind: 'anything', path } as const] : undefined
  const written: Change[] = writing ?? [{ kind: 'write', path, value: undefined, node: parent, isCertain: false }]

  switch (parent.type) {
    case 'AssignmentExpression':
      if (parent.left === target) return writing ?? [writeBy(parent, path, variable)]
      return parent.left.type === 'Identifier' ? changesByAlias(parent.left, path, bindings) : []
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.left === target ? written : []
    case 'Property':
      return parent.parent.type === 'ObjectPattern' ? written : []
    case 'ArrayPattern':
    case 'UpdateExpression':
      return written
    case 'UnaryExpression':
      if (parent.operator !== 'delete') return []
      return writing ?? [{ kind: 'write', path, value: undefined, node: parent, isCertain: isUnconditional(parent, variable) }]
    case 'VariableDeclarator':
      return parent.init === target ? aliasesIn(parent.id, path).flatMap(([alias, below]) => changesByAlias(alias, below, bindings)) : []
    case 'CallExpression':
    case 'NewExpression':
      if (parent.callee === target) return path.length === 0 || isComputed ? [] : [{ kind: 'given', path: path.slice(0, -1), call: parent }]
      return givenTo(parent, target, path, variable, bindings)
    default:
      return []
  }
}

function writeBy(assignment: TSESTree.AssignmentExpression, path: readonly string[], variable: Variable): Change {
  const { operator, right } = assignment
  const isLogical = operator === '??=' || operator === '||='
  const value = operator === '=' || isLogical ? right : undefined
  return { kind: 'write', path, value, node: assignment, isCertain: !isLogical && isUnconditional(assignment, variable) }
}

function givenTo(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  argument: Node,
  path: readonly string[],
  variable: Variable,
  bindings: Bindings,
): Change[] {
  if (isObjectAssign(call)) {
    const [target, ...sources] = call.arguments
    return target === argument ? [{ kind: 'merge', path, sources, node: call, isCertain: isUnconditional(call, variable) }] : []
  }
  return bindings.isOnlyRead(call, argument) ? [] : [{ kind: 'given', path, call }]
}

/** What is done through another name for the object is no longer followed in its order. */
function changesByAlias(alias: TSESTree.Identifier, path: readonly string[], bindings: Bindings): Change[] {
  const variable = bindings.variable(alias)
  if (!variable) return [{ kind: 'anything', path }]
  return changesOf(variable, bindings).changes.map((change): Change => {
    const below = [...path, ...change.path]
    if (change.kind === 'write') return { ...change, path: below, value: undefined, isCertain: false }
    return change.kind === 'given' ? { ...change, path: below } : { kind: 'anything', path: below }
  })
}

/** The names that a declaration gives to an object or to its parts: `const { cookie } = options`. */
function aliasesIn(pattern: Node, path: readonly string[]): [TSESTree.Identifier, readonly string[]][] {
  if (pattern.type === 'Identifier') return [[pattern, path]]
  if (pattern.type !== 'ObjectPattern') return []
  return pattern.properties.flatMap((property) => {
    const name = property.type === 'Property' ? propertyName(property) : undefined
    return property.type === 'Property' && name !== undefined ? aliasesIn(property.value, [...path, name]) : []
  })
}

/** The member that a use of a variable reads or writes: `options.cookie.secure`, up to a computed name. */
function memberChain(use: Node): { readonly target: Node; readonly path: readonly string[]; readonly isComputed: boolean } {
  const path: string[] = []
  let isComputed = false
  let target = wrapped(use)
  while (target.parent?.type === 'MemberExpression' && target.parent.object === target) {
    const name = memberName(target.parent)
    if (name === undefined) isComputed = true
    else if (!isComputed) path.push(name)
    target = wrapped(target.parent)
  }
  return { target, path, isComputed }
}

export function isObjectAssign(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const callee = unwrap(call.callee)
  const object = callee.type === 'MemberExpression' && memberName(callee) === 'assign' ? unwrap(callee.object) : undefined
  return object?.type === 'Identifier' && object.name === 'Object'
}

/** Whether something runs whenever the variable was declared: both are statements of one list. */
function isUnconditional(node: Node, variable: Variable): boolean {
  const [definition] = variable.defs
  const declaration = definition && statementAround(definition.name)
  const statement = statementAround(node)
  return (
    statement?.type === 'ExpressionStatement' &&
    statement.expression === node &&
    declaration !== undefined &&
    declarationList(declaration) === statement.parent
  )
}

function declarationList(declaration: Node): Node | undefined {
  return declaration.parent?.type === 'ExportNamedDeclaration' ? declaration.parent.parent : declaration.parent
}

function isDeclaredForExport({ defs: [definition] }: Variable): boolean {
  return definition?.type === 'Variable' && definition.parent.parent.type === 'ExportNamedDeclaration'
}

/** `export { options }`, `export default options`, `module.exports = options`, `exports.options = options` */
function isExport(use: Node): boolean {
  const value = wrapped(use)
  const { parent } = value
  if (parent?.type === 'ExportSpecifier' || parent?.type === 'ExportDefaultDeclaration') return true
  if (parent?.type !== 'AssignmentExpression' || parent.right !== value || parent.left.type !== 'MemberExpression') return false
  const { object } = parent.left
  return object.type === 'Identifier' && (object.name === 'module' || object.name === 'exports')
}
