import { returnedBy } from '../ast/flow.js'
import { lastName } from '../ast/last-name.js'
import { unwrap, type Node } from '../ast/nodes.js'
import { staticValue } from '../ast/static-value.js'
import { textParts, textWritten, type TextPart } from '../ast/text-parts.js'
import type { Store, Word } from '../frameworks/stores/store.js'
import type { Certainty } from './events.js'
import type { FileContext } from './file-context.js'
import { isUserFact } from './guesses.js'
import { indexRecords } from './index-records.js'
import { createRecordExpiry } from './record-expiry.js'
import { isRecordId, isSessionKey, isSessionTable, isStoreName } from './record-names.js'
import { createSameValues } from './same-values.js'
import { insertedBy, type Inserted } from './sql-insert.js'
import { storeUsesAt, type StoreUse } from './store-uses.js'

/** A record of a session, which the program itself puts into a store. */
export interface SessionRecord {
  /** The call or assignment that does it. */
  readonly node: Node
  readonly store: Store
  /** Whether it is this kind of store and no other that has the same words. */
  readonly isSure: boolean
  /** Whether an import, the settings or the manifest say so, or the store is made in this file. */
  readonly certainty: Certainty
  readonly parts: ReadonlyMap<Word, readonly Node[]>
  /** What the last method is called on; the store of an assignment. */
  readonly place: Node
  /** What tells that it is a session's. */
  readonly knownBy: 'key' | 'store' | 'table'
  /** The name by which it is known, as a message says it: `sessions`, `session:`. */
  readonly name: string
  /** What is kept: objects, or the one value. */
  readonly contents: readonly Node[]
  /** The names of all columns and properties in sight. */
  readonly columns: readonly string[]
  /** What may be the session's ID. */
  readonly ids: readonly RecordId[]
}

export interface RecordId {
  readonly expression: Node
  /** The column or property that holds it; none where it is in the key. */
  readonly column: string | undefined
}

/** How the value of a cookie leads to a record. */
export interface Lead {
  readonly record: SessionRecord
  /** The ID that does; none where the store makes it. */
  readonly id: RecordId | undefined
  /** Whether the cookie holds the ID itself, and not a text that it was made into, or that it was made of. */
  readonly isSame: boolean
}

/** The sessions that a program keeps by itself, beside those of libraries. */
export interface HandMadeStores {
  /** Where records are put in, in the order of the source. */
  readonly records: readonly SessionRecord[]
  /** The records that are found again by the value of a cookie. */
  under(value: Node): readonly Lead[]
  /** Whether the record behind the value of a cookie may end by itself. */
  mayEnd(value: Node): boolean
}

export function createHandMadeStores(
  context: FileContext,
  candidates: readonly Node[],
): HandMadeStores {
  const { bindings, options, sourceCode } = context
  const values = createSameValues(context)
  const mayEnd = createRecordExpiry(context)
  const inUse = new Map<Store, boolean>()
  const leadsOf = new Map<Node, readonly Lead[]>()
  let found: readonly SessionRecord[] | undefined
  let recordsNear: ((value: Node) => readonly SessionRecord[]) | undefined

  return {
    get records() {
      return readRecords()
    },
    under,
    mayEnd: (value) => under(value).some(({ record }) => mayEnd(record)),
  }

  function under(value: Node): readonly Lead[] {
    if (readRecords().length === 0) return []
    recordsNear ??= indexRecords(readRecords(), values)
    const leads = leadsOf.get(value) ?? recordsNear(value).flatMap((record) => leadTo(record, value) ?? [])
    leadsOf.set(value, leads)
    return leads
  }

  function readRecords(): readonly SessionRecord[] {
    found ??= candidates.flatMap((node) => recordAt(node) ?? [])
    return found
  }

  function recordAt(node: Node): SessionRecord | undefined {
    const found = storeUsesAt(node).flatMap((use) => recordOf(use) ?? [])
    // Several libraries have `Session.create()`: the one that the file or the project names is meant.
    const named = found.find(({ store }) => isInUse(store))
    const record = named ?? found[0]
    if (!record) return undefined
    const isSure = named !== undefined || found.every(({ store }) => store === record.store)
    return { ...record, isSure, certainty: named || record.store.packages === undefined ? 'proved' : 'likely' }
  }

  function recordOf({ node, parts, place, store }: StoreUse): Omit<SessionRecord, 'certainty' | 'isSure'> | undefined {
    const base = { node, store, parts, place }
    const [named] = parts.get('store') ?? []
    const [table] = parts.get('table') ?? []
    const [key] = parts.get('key') ?? []
    const [statement] = parts.get('statement') ?? []
    const contents = contentsOf(parts.get('record') ?? [])
    const columns = contents.flatMap((content) => options.read(content).names.seen)
    if (named) {
      const name = lastName(named)
      if (name === undefined || !isStoreName(name)) return undefined
      return { ...base, knownBy: 'store', name, contents, columns, ids: key ? [{ expression: key, column: undefined }] : idsIn(contents) }
    }
    if (table) {
      const name = nameOfTable(table)
      return name !== undefined && isSessionTable(name) ? { ...base, knownBy: 'table', name, contents, columns, ids: idsIn(contents) } : undefined
    }
    if (key) {
      const prefixed = readKey(key)
      return prefixed && isSessionKey(prefixed.prefix)
        ? { ...base, knownBy: 'key', name: prefixed.prefix, contents, columns, ids: [{ expression: prefixed.id, column: undefined }] }
        : undefined
    }
    const inserted = statement && (node.type === 'TaggedTemplateExpression' ? insertedByTag(statement) : insertedBy(textWritten(statement, bindings), valuesOf(parts.get('values') ?? [])))
    if (!inserted || !isSessionTable(inserted.table)) return undefined
    const ids = inserted.columns.flatMap(({ name, value }) => (isRecordId(name) ? [{ expression: value, column: name }] : []))
    return { ...base, knownBy: 'table', name: inserted.table, contents: [statement], columns: inserted.columns.map(({ name }) => name), ids }
  }

  /** The values of a statement, also where a variable holds the list or the object with all of them. */
  function valuesOf(given: readonly Node[]): readonly Node[] {
    const [whole] = given.map((value) => bindings.held(value))
    return whole?.type === 'ArrayExpression' || whole?.type === 'ObjectExpression' ? [whole] : given
  }

  /** sql`insert into sessions (id) values (${id})`, where each gap stands for its value. */
  function insertedByTag(template: Node): Inserted | undefined {
    const written = textParts(template, bindings)
    return insertedBy(
      written.map((part) => (part.kind === 'text' ? part.text : '?')).join(''),
      written.flatMap((part) => (part.kind === 'hole' ? [part.node] : [])),
    )
  }

  /** `session:` and `id` of a key such as `session:${id}`, also where a function of the file puts it together. */
  function readKey(key: Node): { prefix: string; id: Node } | undefined {
    const parts = partsOfKey(key).filter((part) => part.kind === 'hole' || part.text !== '')
    const last = parts.at(-1)
    const before = parts.slice(0, -1)
    const texts = before.flatMap((part) => (part.kind === 'text' ? [part.text] : []))
    return last?.kind === 'hole' && texts.length === before.length ? { prefix: texts.join(''), id: last.node } : undefined
  }

  function partsOfKey(wrapped: Node): readonly TextPart[] {
    const key = bindings.held(wrapped)
    const callable = key.type === 'CallExpression' ? bindings.function(key.callee) : undefined
    const [returned, another] = callable ? returnedBy(callable, sourceCode.visitorKeys) : []
    if (key.type !== 'CallExpression' || !callable || !returned || another) return textParts(key, bindings)
    return textParts(returned, bindings).map((part) => {
      const index = part.kind === 'hole' ? callable.params.findIndex((parameter) => isParameter(part.node, parameter)) : -1
      const argument = key.arguments[index]
      return argument ? { kind: 'hole', node: argument } : part
    })
  }

  function isParameter(node: Node, parameter: Node): boolean {
    return node.type === 'Identifier' && parameter.type === 'Identifier' && bindings.variable(node)?.identifiers.includes(parameter) === true
  }

  function nameOfTable(table: Node): string | undefined {
    const text = staticValue(table, sourceCode, bindings)?.value
    return typeof text === 'string' ? text : lastName(table)
  }

  /** The objects or values that are kept, without what turns them into text. */
  function contentsOf(nodes: readonly Node[]): readonly Node[] {
    return nodes.flatMap((node) => {
      const value = unwrap(node)
      if (value.type === 'ArrayExpression') return value.elements.flatMap((element) => (element ? contentsOf([element]) : []))
      const [text] = value.type === 'CallExpression' && lastName(value.callee) === 'stringify' ? value.arguments : []
      return [text ?? value]
    })
  }

  function idsIn(contents: readonly Node[]): readonly RecordId[] {
    return contents.flatMap((node) => {
      const object = options.read(node)
      return object.names.seen
        .filter(isRecordId)
        .flatMap((column) => (object.expressions(column) ?? []).map((expression) => ({ expression, column })))
    })
  }

  function isInUse(store: Store): boolean {
    const answer = inUse.get(store) ?? isNamed(store.packages ?? [])
    inUse.set(store, answer)
    return answer
  }

  /** Whether the file, the settings or the manifest name one of some packages. */
  function isNamed(packages: readonly string[]): boolean {
    const { modules, project, settings } = context
    return packages.some((name) => modules.has(name) || settings.libraries.includes(name)) || project.dependencies(packages).size > 0
  }

  function leadTo(record: SessionRecord, value: Node): Lead | undefined {
    const found = values.of(value)
    // What is kept under the name of a user is no session, whatever a cookie holds.
    const ids = record.ids.filter(({ expression }) => !isUserFact(unwrap(expression)))
    for (const id of ids) {
      if (values.meet(found, values.of(id.expression))) return { record, id, isSame: true }
    }
    // `const session = await prisma.session.create(…)`: it has the ID that it was given, or that the store has made.
    const member = values.memberMade(value, record.node)
    if (member !== undefined && isRecordId(member)) return { record, id: ids.find(({ column }) => column === member), isSame: true }
    const id = ids.find(({ expression }) => values.meet(values.inside(value), values.of(expression)) || values.meet(found, values.inside(expression)))
    return id && { record, id, isSame: false }
  }
}
