import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, type Bindings } from '../ast/bindings.js'
import { unwrap, wrapped, type Node } from '../ast/nodes.js'
import type { Variable } from '../ast/variables.js'
import type { Store } from '../frameworks/stores/store.js'

/** Everything that a file does with a store which it has made itself. */
export interface StoreReferences {
  /** Whether nothing else gets hold of the store: no other file, no function that it is given to. */
  readonly isClosed: boolean
  readonly reads: readonly Node[]
  /** Where records are put in or taken out, and where the whole store is replaced. */
  readonly writes: readonly Node[]
  readonly deletions: readonly Node[]
}

type Kind = 'deletion' | 'escape' | 'read' | 'write'

export function readStoreReferences(variable: Variable, store: Store, bindings: Bindings): StoreReferences {
  const found = variable.references.flatMap((reference): { kind: Kind; node: Node }[] => {
    if (reference.init) return []
    if (reference.isWrite()) return [{ kind: 'deletion', node: reference.identifier }]
    return [kindOf(wrapped(reference.identifier), store, bindings)]
  })
  const ofKind = (kind: Kind) => found.flatMap((use) => (use.kind === kind ? [use.node] : []))
  return {
    isClosed: isMade(variable, store, bindings) && !isExported(variable) && ofKind('escape').length === 0,
    reads: ofKind('read'),
    writes: ofKind('write'),
    deletions: ofKind('deletion'),
  }
}

/** Whether the file shows that it is such a store: `new Map()`, `{}`. */
function isMade(variable: Variable, { made = [] }: Store, bindings: Bindings): boolean {
  const held = bindings.value(variable)
  const value = held && unwrap(held)
  switch (value?.type) {
    case 'NewExpression':
      return value.callee.type === 'Identifier' && made.includes(`new ${value.callee.name}`)
    case 'ObjectExpression':
      return made.includes('{}')
    case 'CallExpression': {
      const { callee } = value
      return callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && made.includes(`${callee.object.name}.${memberName(callee) ?? ''}`)
    }
    default:
      return false
  }
}

function isExported({ defs: [definition] }: Variable): boolean {
  return definition?.node.parent?.parent?.type === 'ExportNamedDeclaration'
}

function kindOf(use: Node, store: Store, bindings: Bindings): { kind: Kind; node: Node } {
  const { parent } = use
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === use ? kindOfMember(parent, store) : { kind: 'read', node: use }
    case 'BinaryExpression':
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'UnaryExpression':
    case 'TSTypeQuery':
    case 'SpreadElement':
      return { kind: 'read', node: use }
    case 'CallExpression':
      return { kind: isReader(parent) || bindings.isOnlyRead(parent, use) ? 'read' : 'escape', node: use }
    default:
      return { kind: 'escape', node: use }
  }
}

function kindOfMember(member: TSESTree.MemberExpression, store: Store): { kind: Kind; node: Node } {
  const whole = wrapped(member)
  const { parent } = whole
  const name = memberName(member)
  if (store.made?.includes('{}') === true && name !== 'hasOwnProperty') return { kind: kindOfEntry(whole), node: member }
  if (parent?.type !== 'CallExpression' || parent.callee !== whole) return { kind: name === 'size' ? 'read' : 'escape', node: whole }
  if (store.reads.includes(name ?? '')) return { kind: 'read', node: parent }
  if (name === 'set') return { kind: isNothing(parent.arguments[1]) ? 'deletion' : 'write', node: parent }
  return { kind: name === 'delete' || name === 'clear' ? 'deletion' : 'escape', node: parent }
}

/** `sessions[id]`, by what is done with it. */
function kindOfEntry(entry: Node): Kind {
  const { parent } = entry
  if (parent?.type === 'UnaryExpression' && parent.operator === 'delete') return 'deletion'
  if (parent?.type !== 'AssignmentExpression' || parent.left !== entry) return parent?.type === 'UpdateExpression' ? 'write' : 'read'
  return isNothing(parent.right) ? 'deletion' : 'write'
}

/** `Object.keys(sessions)`, `Array.from(sessions)`, `Object.hasOwn(sessions, id)` */
function isReader({ callee }: TSESTree.CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false
  const name = memberName(callee) ?? ''
  if (callee.object.name === 'Object') return ['keys', 'values', 'entries', 'hasOwn'].includes(name)
  return callee.object.name === 'Array' && name === 'from'
}

function isNothing(node: Node | undefined): boolean {
  const value = node && unwrap(node)
  if (value?.type === 'Literal') return !value.value
  return value?.type === 'Identifier' && value.name === 'undefined'
}
