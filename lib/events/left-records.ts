import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { nodesOf } from '../ast/nodes-of.js'
import { isFunction, isInside, unwrap, type FunctionNode, type Node } from '../ast/nodes.js'
import { onDemand } from '../ast/on-demand.js'
import { plainText } from '../ast/plain-text.js'
import { createCookieReads, type CookieReads } from './cookie-reads.js'
import type { CookieCleared, CookieWritten, SessionEvent } from './events.js'
import type { FileContext } from './file-context.js'
import type { HandMadeStores, Lead, SessionRecord } from './hand-made-stores.js'
import type { Handlers } from './handlers.js'
import { isOtherKind } from './id-names.js'
import { createLogoutDoubts } from './logout-doubts.js'
import { createLogoutReach } from './logout-reach.js'
import type { Logouts } from './logouts.js'
import { namesDeletion } from './names.js'
import type { Purposes } from './purposes.js'
import { readStoreReferences, type StoreReferences } from './store-references.js'

/** A record that a logout leaves behind, where its store is read, and how its cookie is. */
export interface LeftRecord extends Lead {
  readonly reads: readonly Node[]
  readonly cookies: CookieReads
  /** Whether the cookie is signed, so that its value is more than the ID for who does not ask for that. */
  readonly isSigned: boolean
}

/** A record with the cookie that leads to it. */
interface CookieLead extends Lead {
  readonly cookie: CookieWritten
}

/** Which records of sessions a logout leaves behind. */
export interface LeftRecords {
  /**
   * The record that is kept under the cookie which is deleted here, if this file shows it all: the store, the write
   * under the cookie's value, and that nothing in the reach of the logout takes the record out.
   */
  recordLeft(cleared: CookieCleared): LeftRecord | undefined
}

/** What a file does with the store of a record. */
interface Uses {
  readonly isClosed: boolean
  readonly reads: readonly Node[]
  readonly deletions: readonly Node[]
  /** Whatever else is done, which a logout would do for a reason. */
  readonly others: readonly Node[]
}

export function createLeftRecords(
  context: FileContext,
  handlers: Handlers,
  purposes: Purposes,
  logouts: Pick<Logouts, 'endsSession'>,
  stores: HandMadeStores,
  events: readonly SessionEvent[],
): LeftRecords {
  const { bindings, sourceCode } = context
  const cookies = createCookieReads(context, events)
  const reaches = createLogoutReach(context, handlers, purposes)
  const doubts = createLogoutDoubts(context, handlers)
  // `prisma.$executeRaw`, or a `sql` of whatever driver.
  const tags = onDemand(() => nodesOf(sourceCode, 'TaggedTemplateExpression'))
  const known = new Map<SessionRecord, Uses>()
  const referencesTo = new Map<object, StoreReferences>()
  const clearings = new Set<Node>(events.filter((event) => event.type === 'cookieCleared').map(({ write }) => write))

  return { recordLeft }

  function recordLeft(cleared: CookieCleared): LeftRecord | undefined {
    const { handler, role, write } = cleared
    if (role === 'other' || !handler || stores.records.length === 0) return undefined
    const leads = leadsFrom(cleared)
    const [lead] = leads
    if (!lead || logouts.endsSession(handler, write)) return undefined
    const reach = reaches.functionsFrom(handler)
    if (leads.some(({ record }) => mayBeTakenOut(record, cleared, reach))) return undefined
    return { ...lead, reads: usesOf(lead.record).reads, cookies, isSigned: isSigned(lead.cookie) }
  }

  /** The records that were put in under what this cookie held. */
  function leadsFrom(cleared: CookieCleared): readonly CookieLead[] {
    return events.flatMap((event) => {
      if (event.type !== 'cookieWritten' || !event.value || !cookies.isSame(event, cleared)) return []
      return stores.under(event.value).flatMap((lead) => (isOfUsers(lead.record, cleared) ? [{ ...lead, cookie: event }] : []))
    })
  }

  /** `{ signed: true }`, `setSignedCookie` */
  function isSigned({ cookie: { place } }: CookieWritten): boolean {
    return /signed(?!'?:false)/i.test(plainText(place.node, sourceCode))
  }

  function isOfUsers({ name, node }: SessionRecord, cleared: CookieCleared): boolean {
    const cookie = cleared.name.state === 'known' ? [cleared.name.value] : []
    return !isOtherKind([...cookie, name, ...purposes.namesAround(node)])
  }

  function mayBeTakenOut(record: SessionRecord, cleared: CookieCleared, reach: readonly FunctionNode[]): boolean {
    const { deletions, isClosed, others, reads } = usesOf(record)
    if (!isClosed || others.some((node) => isReached(node, reach))) return true
    if (deletions.some((node) => isReached(node, reach) || !reaches.isElsewhere(node, reach))) return true
    const isTold = (node: Node) => reads.includes(node) || cookies.isRead(node, cleared)
    return doubts.mayTakeOut({ reach, isKnown: (call) => clearings.has(call), isTold })
  }

  function isReached(node: Node, reach: readonly FunctionNode[]): boolean {
    return reach.some((callable) => isInside(node, callable))
  }

  function usesOf(record: SessionRecord): Uses {
    const uses = known.get(record) ?? readUses(record)
    known.set(record, uses)
    return uses
  }

  function readUses(record: SessionRecord): Uses {
    if (record.store.made === undefined) return usesOfClient(record)
    const [store] = record.parts.get('store') ?? []
    const variable = store?.type === 'Identifier' ? bindings.variable(store) : undefined
    if (!variable) return { isClosed: false, reads: [], deletions: [], others: [] }
    const references = referencesTo.get(variable) ?? readStoreReferences(variable, record.store, bindings)
    referencesTo.set(variable, references)
    return { ...references, others: references.writes }
  }

  /** What goes to a server, through a client that others have as well. */
  function usesOfClient(record: SessionRecord): Uses {
    const start = startOf(record.place)
    const calls = nodesOf(sourceCode, 'CallExpression')
    const sent = calls.filter((call) => isSentBy(call, start))
    const reads = sent.filter((call) => namesIn(call).some((name) => record.store.reads.includes(name)) && !namesIn(call).some(changes))
    // `db.select()` is on the way to `db.select().from(sessions)`.
    const onTheWay = new Set(reads.flatMap(chainTo))
    const deletions = [...calls.filter(isDeletion), ...tags().filter(isStatement)].filter((node) => plainText(node, sourceCode).toLowerCase().includes(record.name.toLowerCase()))
    const others = [...sent.filter((call) => !onTheWay.has(call)), ...tags().filter(({ tag }) => isSentBy(tag, start))]
    return { isClosed: record.isSure, reads, deletions, others }
  }

  function isSentBy(sent: Node, start: Node): boolean {
    const own = startOf(sent)
    if (start.type === 'ThisExpression') return own.type === 'ThisExpression'
    return own.type === 'Identifier' && start.type === 'Identifier' && bindings.variable(own) === bindings.variable(start) && own.name === start.name
  }

  function isDeletion(call: TSESTree.CallExpression): boolean {
    if (clearings.has(call) || isRoute(call)) return false
    // What a function does is seen where it does it.
    return namesDeletion(lastName(call.callee) ?? '') || call.arguments.some((argument) => !isFunction(argument) && isStatement(argument))
  }

  /** `app.delete('/sessions', handler)` */
  function isRoute({ arguments: given }: TSESTree.CallExpression): boolean {
    return given.map((argument) => bindings.function(argument)).some((callable) => callable !== undefined && handlers.isHandler(callable))
  }

  /** SQL that deletes rows or changes them, in a call or behind a tag. */
  function isStatement(node: Node): boolean {
    return /\b(?:delete\s+from|truncate|update)\b/i.test(plainText(node, sourceCode))
  }
}

/** A call with those that it follows. */
function chainTo(call: Node): Node[] {
  const at = unwrap(call)
  if (at.type === 'MemberExpression') return chainTo(at.object)
  return at.type === 'CallExpression' ? [at, ...chainTo(at.callee)] : []
}

/** What a chain of members and calls starts from. */
function startOf(node: Node): Node {
  const at = unwrap(node)
  switch (at.type) {
    case 'MemberExpression':
      return startOf(at.object)
    case 'CallExpression':
    case 'NewExpression':
      return startOf(at.callee)
    case 'AwaitExpression':
      return startOf(at.argument)
    default:
      return at
  }
}

/** The names of the members in a chain, from the right: `first`, `where`. */
function namesIn(node: Node): string[] {
  const at = unwrap(node)
  switch (at.type) {
    case 'MemberExpression':
      return [memberName(at) ?? '', ...namesIn(at.object)]
    case 'CallExpression':
      return namesIn(at.callee)
    default:
      return []
  }
}

function changes(name: string): boolean {
  return namesDeletion(name) || /^(?:update|upsert|set|insert|save|replace|create|push|pull|unlink|flush|transaction|\$)/i.test(name)
}
