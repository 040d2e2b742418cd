import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName } from '../ast/bindings.js'
import { groupBy } from '../ast/group-by.js'
import { unwrap, type Node } from '../ast/nodes.js'
import { onDemand } from '../ast/on-demand.js'
import { stores } from '../frameworks/stores/index.js'
import type { Store, Word } from '../frameworks/stores/store.js'

/** A place where a store of a table is written. */
export interface StoreUse {
  readonly node: Node
  readonly store: Store
  /** What the source gives for the words of the table. */
  readonly parts: ReadonlyMap<Word, readonly Node[]>
  /** What the last method is called on; the store of an assignment. */
  readonly place: Node
}

interface Use {
  readonly store: Store
  readonly form: 'assignment' | 'call' | 'new' | 'tag'
  readonly root: Root
  /** From the left: members, `[table]`, and calls with their arguments. */
  readonly steps: readonly Step[]
}

interface Root {
  readonly word: Word
  /** Whether it is a class, by its name. */
  readonly isClass: boolean
}

type Step =
  | { readonly kind: 'call'; readonly parameters: readonly Parameter[] }
  | { readonly kind: 'index'; readonly word: Word }
  | { readonly kind: 'member'; readonly name: string }

interface Parameter {
  readonly word: Word
  /** The option that holds it. */
  readonly option: string | undefined
  readonly isRest: boolean
  readonly isOptional: boolean
}

const WORDS: readonly Word[] = ['client', 'done', 'end', 'key', 'record', 'statement', 'store', 'table', 'values']

/** Uses by their last method; those without one under ''. */
const usesByMethod = onDemand(() => groupBy(stores.flatMap((store) => store.writes.map(({ text }) => compile(store, text))), lastMethod))

/** Where a node writes to a store; several tables may have the same words. */
export function storeUsesAt(node: Node): readonly StoreUse[] {
  return candidatesFor(node).flatMap((use) => match(use, node) ?? [])
}

function candidatesFor(node: Node): readonly Use[] {
  switch (node.type) {
    case 'CallExpression': {
      const callee = unwrap(node.callee)
      return callee.type === 'MemberExpression' ? (usesByMethod().get(memberName(callee) ?? '') ?? []) : []
    }
    case 'NewExpression':
    case 'AssignmentExpression':
    case 'TaggedTemplateExpression':
      return usesByMethod().get('') ?? []
    default:
      return []
  }
}

function compile(store: Store, text: string): Use {
  const [, isNew, first = '', rest = ''] = /^(new )?(\w+)(\W.*?)??(?: = record)?$/.exec(text) ?? []
  const steps = [...rest.matchAll(/\.(\w+)|\[(\w+)\]|\(([^()]*)\)/g)].map(([, member, index, list = '']): Step => {
    if (member !== undefined) return { kind: 'member', name: member }
    if (index !== undefined) return { kind: 'index', word: wordIn(index) }
    return { kind: 'call', parameters: list === '' ? [] : list.split(', ').map(parameterIn) }
  })
  const form = isNew !== undefined ? 'new' : text.endsWith(' = record') ? 'assignment' : text.endsWith('`') ? 'tag' : 'call'
  return { store, form, root: { word: wordIn(first.toLowerCase()), isClass: /^[A-Z]/.test(first) }, steps }
}

function parameterIn(text: string): Parameter {
  const [, option, name = text] = /^\{ (\w+): (\w+) \}$/.exec(text) ?? []
  const word = wordIn(name.replace(/\.{3}|\?/, ''))
  return { word, option, isRest: name.endsWith('...'), isOptional: name.endsWith('?') || name === 'end...' }
}

function wordIn(text: string): Word {
  const word = WORDS.find((known) => known === text)
  if (!word) throw new Error(`A table of stores has the word ${text}.`)
  return word
}

function lastMethod({ form, steps }: Use): string {
  const member = steps.findLast((step) => step.kind === 'member')
  return form === 'call' && member ? member.name : ''
}

function match(use: Use, node: Node): StoreUse | undefined {
  const parts = new Map<Word, readonly Node[]>()
  const target = targetOf(use, node, parts)
  const start = target && follow(use.steps, target, parts)
  if (!start || (use.root.isClass && !isClass(start))) return undefined
  parts.set(use.root.word, [start])
  const last = use.form === 'call' && node.type === 'CallExpression' ? unwrap(node.callee) : target
  return { node, store: use.store, parts, place: last.type === 'MemberExpression' ? unwrap(last.object) : start }
}

/** Where the steps end: the call itself, the left side of an assignment. */
function targetOf({ form }: Use, node: Node, parts: Map<Word, readonly Node[]>): Node | undefined {
  if (form === 'call') return node.type === 'CallExpression' ? node : undefined
  if (form === 'new') return node.type === 'NewExpression' ? node : undefined
  if (form === 'tag') return node.type === 'TaggedTemplateExpression' ? tagOf(node, parts) : undefined
  if (node.type !== 'AssignmentExpression' || node.operator !== '=') return undefined
  parts.set('record', [node.right])
  return unwrap(node.left)
}

function tagOf({ quasi, tag }: TSESTree.TaggedTemplateExpression, parts: Map<Word, readonly Node[]>): Node {
  parts.set('statement', [quasi])
  return tag
}

/** Goes back over the steps, and gives what stands before the first one. */
function follow(steps: readonly Step[], end: Node, parts: Map<Word, readonly Node[]>): Node | undefined {
  let at: Node | undefined = end
  for (const step of steps.toReversed()) {
    at = at && stepBack(step, at, parts)
    if (!at) return undefined
    at = unwrap(at)
  }
  return at
}

function stepBack(step: Step, at: Node, parts: Map<Word, readonly Node[]>): Node | undefined {
  switch (step.kind) {
    case 'call':
      if (at.type !== 'CallExpression' && at.type !== 'NewExpression') return undefined
      return takes(step.parameters, at.arguments, parts) ? at.callee : undefined
    case 'member':
      return at.type === 'MemberExpression' && memberName(at) === step.name ? at.object : undefined
    case 'index':
      // `prisma.session` has a name; `sessions[id]` has none that the source decides.
      if (at.type !== 'MemberExpression' || (step.word === 'key' && !at.computed)) return undefined
      parts.set(step.word, [at.property])
      return at.object
  }
}

function takes(parameters: readonly Parameter[], given: readonly Node[], parts: Map<Word, readonly Node[]>): boolean {
  if (given.some(({ type }) => type === 'SpreadElement') || given.length > parameters.length && parameters.at(-1)?.isRest !== true) return false
  return parameters.every((parameter, index) => {
    const found = parameter.isRest ? given.slice(index) : given.slice(index, index + 1)
    const values = parameter.option === undefined ? found : found.flatMap((object) => optionOf(object, parameter.option))
    if (values.length > 0) parts.set(parameter.word, values)
    return values.length > 0 || parameter.isOptional
  })
}

function optionOf(node: Node, name: string | undefined): readonly Node[] {
  const object = unwrap(node)
  if (object.type !== 'ObjectExpression') return []
  return object.properties.flatMap((property) => (property.type === 'Property' && propertyName(property) === name ? [property.value] : []))
}

/** `Session`, `models.Session`: a name with a capital. */
function isClass(node: Node): boolean {
  const name = node.type === 'Identifier' ? node.name : node.type === 'MemberExpression' ? memberName(node) : undefined
  return name !== undefined && /^[A-Z][a-z]/.test(name)
}
