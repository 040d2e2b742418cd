import { propertyName, type Readers } from '../ast/bindings.js'
import type { Node } from '../ast/nodes.js'
import { frameworks } from '../frameworks/index.js'
import { compileSignature, type Pattern } from './compile-signature.js'

/** The signatures of all tables. */
const PATTERNS: readonly Pattern[] = frameworks.flatMap((framework) =>
  framework.signatures.map((signature) => compileSignature(framework, signature)),
)

const USES = PATTERNS.filter(({ form }) => form !== 'object' && form !== 'array' && form !== 'typed')

/** Patterns by their last member; those without members, which are told by their root alone, under ''. */
const BY_LAST_MEMBER = groupBy(USES, ({ members }) => members.at(-1) ?? '')

/** Patterns of literals by the first key that an object must have, or the first text of a list. */
const OF_OBJECTS = groupBy(PATTERNS.filter(({ form }) => form === 'object'), ({ parameters: [first] }) => first?.key.toLowerCase() ?? '')
const OF_ARRAYS = groupBy(PATTERNS.filter(({ form }) => form === 'array'), ({ parameters: [first] }) => first?.text ?? '')

/** Patterns of objects that are known by their type. */
export const OF_TYPES: readonly Pattern[] = PATTERNS.filter(({ form }) => form === 'typed')

/** What only reads the options that it is given: the methods of the tables, and the functions of their modules. */
export const READERS: Readers = {
  methods: new Set(PATTERNS.filter(({ form }) => form === 'call' || form === 'new').flatMap(({ members }) => members.slice(-1))),
  modules: new Set(PATTERNS.flatMap(({ roots }) => roots.flatMap((root) => (root.kind === 'export' ? [root.module] : [])))),
}

/** The patterns of uses whose last member has a name; those without any under ''. */
export function patternsEndingWith(name: string): readonly Pattern[] {
  return BY_LAST_MEMBER.get(name) ?? []
}

/** The patterns that an object or a list may fit, by its keys or its first text. */
export function patternsOfLiteral(node: Node): readonly Pattern[] {
  if (node.type === 'ObjectExpression') {
    return node.properties.flatMap((property) => (property.type === 'Property' ? (OF_OBJECTS.get(propertyName(property)?.toLowerCase() ?? '') ?? []) : []))
  }
  const [first] = node.type === 'ArrayExpression' ? node.elements : []
  return first?.type === 'Literal' && typeof first.value === 'string' ? (OF_ARRAYS.get(first.value.toLowerCase()) ?? []) : []
}

/** Whether a pattern may fit a node: what the one walk over a file collects. */
export function isCandidate(node: Node): boolean {
  switch (node.type) {
    case 'CallExpression':
    case 'NewExpression':
    case 'AssignmentExpression':
    case 'UnaryExpression':
      return true
    case 'ObjectExpression':
    case 'ArrayExpression':
      return patternsOfLiteral(node).length > 0
    case 'VariableDeclarator':
      return node.id.typeAnnotation !== undefined && node.init !== null
    case 'TSSatisfiesExpression':
    case 'TSAsExpression':
      return node.typeAnnotation.type === 'TSTypeReference'
    default:
      return false
  }
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
