import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { propertyName, type Readers } from '../ast/bindings.js'
import { groupBy } from '../ast/group-by.js'
import { inSourceOrder, nodesOf } from '../ast/nodes-of.js'
import type { Node } from '../ast/nodes.js'
import { onDemand } from '../ast/on-demand.js'
import type { Path } from '../ast/paths.js'
import { textAt } from '../ast/text-at.js'
import type { Meaning } from '../frameworks/framework.js'
import { frameworks } from '../frameworks/index.js'
import { compileSignature, type Pattern } from './compile-signature.js'
import type { Handlers } from './handlers.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** Patterns that end with the same member, by where they start. */
interface Group {
  readonly ofModules: ReadonlyMap<string, readonly Pattern[]>
  readonly ofGlobals: ReadonlyMap<string, readonly Pattern[]>
  /** What starts with an object that a server hands to its handlers, by both. */
  readonly ofHanded: ReadonlyMap<string, readonly Pattern[]>
  /** What starts with a parameter of some name or type. */
  readonly ofParameters: readonly Pattern[]
  /** What may start with anything, or with a router. */
  readonly ofAny: readonly Pattern[]
}

/** The signatures of all tables, by what is asked about them. */
interface Index {
  /** Patterns by their last member; those without members, which are told by their root alone, under ''. */
  readonly byLastMember: ReadonlyMap<string, Group>
  /** What the path of a use that is told by its root alone can end with. */
  readonly endsOfRoots: ReadonlySet<string>
  readonly placesInTables: ReadonlyMap<Pattern, number>
  /** Patterns of literals by the first key that an object must have. */
  readonly ofObjects: ReadonlyMap<string, readonly Pattern[]>
  /** Patterns of lists by their first text. */
  readonly ofArrays: ReadonlyMap<string, readonly Pattern[]>
  readonly ofTypes: readonly Pattern[]
  readonly readers: Readers
}

const NONE: readonly Pattern[] = []

const index = onDemand((): Index => {
  const patterns = frameworks.flatMap((framework) => framework.signatures.map((signature) => compileSignature(framework, signature)))
  const uses = patterns.filter(({ form }) => form !== 'object' && form !== 'array' && form !== 'typed')
  return {
    byLastMember: new Map([...groupBy(uses, ({ members }) => members.at(-1) ?? '')].map(([name, group]) => [name, groupOf(group)])),
    // A module that is called itself may be called by way of its default export.
    endsOfRoots: new Set(['default', ...uses.flatMap(({ members, roots }) => (members.length === 0 ? roots.flatMap(endOf) : []))]),
    placesInTables: new Map(patterns.map((pattern, place) => [pattern, place])),
    ofObjects: groupBy(patterns.filter(({ form }) => form === 'object'), ({ parameters: [first] }) => first?.key.toLowerCase() ?? ''),
    ofArrays: groupBy(patterns.filter(({ form }) => form === 'array'), ({ parameters: [first] }) => first?.text ?? ''),
    ofTypes: patterns.filter(({ form }) => form === 'typed'),
    readers: {
      methods: new Set(patterns.filter(({ form }) => form === 'call' || form === 'new').flatMap(({ members }) => members.slice(-1))),
      modules: new Set(patterns.flatMap(({ roots }) => roots.flatMap((root) => (root.kind === 'export' ? [root.module] : [])))),
    },
  }
})

function endOf(root: Meaning): readonly string[] {
  if (!('steps' in root)) return []
  return root.kind === 'global' ? [root.name, ...root.steps.slice(-1)] : root.steps.slice(-1)
}

/** Whether a path that ends with a member of this name may be a use that some table knows: most calls are none, and need no path. */
export function mayEndUse(name: string): boolean {
  const { byLastMember, endsOfRoots } = index()
  return byLastMember.has(name) || endsOfRoots.has(name)
}

/** What only reads the options that it is given: the methods of the tables, and the functions of their modules. */
export function readers(): Readers {
  return index().readers
}

/** Patterns of objects that are known by their type. */
export function patternsOfTypes(): readonly Pattern[] {
  return index().ofTypes
}

/**
 * The patterns of uses that a path may fit, by where it starts: with a last member of this name, or without any for ''.
 *
 * @param handedAt tells which object of a handler a path starts from
 */
export function patternsFor(name: string, path: Path, handedAt: Handlers['objectOf']): readonly Pattern[] {
  const group = index().byLastMember.get(name)
  return group ? inOrderOfTables(startingWith(group, path, handedAt), group.ofAny) : NONE
}

function startingWith({ ofGlobals, ofHanded, ofModules, ofParameters }: Group, path: Path, handedAt: Handlers['objectOf']): readonly Pattern[] {
  const { root } = path
  switch (root.kind) {
    case 'module':
      return ofModules.get(root.name) ?? NONE
    case 'global':
      return ofGlobals.get(root.name) ?? NONE
    case 'parameter':
    case 'this': {
      const handed = ofHanded.size > 0 ? handedAt(path) : undefined
      return inOrderOfTables(ofParameters, (handed?.server !== undefined && ofHanded.get(placeOf(handed.object, handed.server))) || NONE)
    }
    case 'variable':
      return NONE
  }
}

function placeOf(object: string, server: string): string {
  return `${object} of ${server}`
}

/** Overloads stand one after the other in a table. */
function inOrderOfTables(some: readonly Pattern[], others: readonly Pattern[]): readonly Pattern[] {
  if (some.length === 0) return others
  if (others.length === 0) return some
  const { placesInTables } = index()
  return [...new Set([...some, ...others])].sort((one, other) => (placesInTables.get(one) ?? 0) - (placesInTables.get(other) ?? 0))
}

function groupOf(patterns: readonly Pattern[]): Group {
  const where = (isMeant: (root: Meaning) => boolean) => patterns.filter(({ roots }) => roots.some(isMeant))
  const byName = (nameOf: (root: Meaning, pattern: Pattern) => string | readonly string[] | undefined) => {
    const named = patterns.flatMap((pattern) => [...new Set(pattern.roots.flatMap((root) => nameOf(root, pattern) ?? []))].map((name) => ({ name, pattern })))
    return new Map([...groupBy(named, ({ name }) => name)].map(([name, found]) => [name, found.map(({ pattern }) => pattern)]))
  }
  return {
    ofModules: byName((root) => (root.kind === 'export' ? root.module : undefined)),
    // In files that import by themselves an export is a global.
    ofGlobals: byName((root, { framework }) => {
      if (root.kind === 'global') return root.name
      return root.kind === 'export' && framework.autoImports !== undefined ? root.steps[0] : undefined
    }),
    ofHanded: byName((root) => (root.kind === 'object' && root.object !== 'router' ? root.servers.map((server) => placeOf(root.object, server)) : undefined)),
    // What has the type of a class is as good as made from it.
    ofParameters: where((root) => root.kind === 'parameter' || ('steps' in root && root.steps.includes('new()'))),
    ofAny: where((root) => root.kind === 'anything' || root.kind === 'in use' || (root.kind === 'object' && root.object === 'router')),
  }
}

/** The patterns that an object or a list may fit, by its keys or its first text. */
export function patternsOfLiteral(node: TSESTree.ArrayExpression | TSESTree.ObjectExpression): readonly Pattern[] {
  if (node.type === 'ObjectExpression') return node.properties.flatMap(patternsOfProperty)
  const [first] = node.elements
  return index().ofArrays.get(textAt(first)?.toLowerCase() ?? '') ?? []
}

function patternsOfProperty(property: TSESTree.ObjectLiteralElement): readonly Pattern[] {
  const name = property.type === 'Property' ? propertyName(property) : undefined
  return (name !== undefined && index().ofObjects.get(name.toLowerCase())) || NONE
}

/** The nodes of a file that some pattern may fit, in source order. */
export function candidatesIn(sourceCode: SourceCode): readonly Node[] {
  return inSourceOrder<Node>([
    ...nodesOf(sourceCode, 'CallExpression', 'NewExpression', 'AssignmentExpression', 'TaggedTemplateExpression', 'UnaryExpression'),
    ...nodesOf(sourceCode, 'ObjectExpression').filter(({ properties }) => properties.some((property) => patternsOfProperty(property).length > 0)),
    ...nodesOf(sourceCode, 'ArrayExpression').filter((list) => patternsOfLiteral(list).length > 0),
    ...nodesOf(sourceCode, 'VariableDeclarator').filter(({ id, init }) => Boolean(id.typeAnnotation) && init !== null),
    ...nodesOf(sourceCode, 'TSSatisfiesExpression', 'TSAsExpression').filter(({ typeAnnotation }) => typeAnnotation.type === 'TSTypeReference'),
  ])
}
