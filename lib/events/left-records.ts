import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { isInside, unwrap, type FunctionNode, type Node } from '../ast/nodes.js'
import { createCookieReads } from './cookie-reads.js'
import type { CookieCleared, SessionEvent } from './events.js'
import type { FileContext } from './file-context.js'
import type { HandMadeStores, Lead, SessionRecord } from './hand-made-stores.js'
import type { Handlers } from './handlers.js'
import { isOtherKind } from './id-names.js'
import { createLogoutDoubts } from './logout-doubts.js'
import { createLogoutReach } from './logout-reach.js'
import type { Logouts } from './logouts.js'
import { namesDeletion } from './names.js'
import type { Purposes } from './purposes.js'
import { readStoreReferences } from './store-references.js'

/** A record that a logout leaves behind, and where its store is read. */
export interface LeftRecord extends Lead {
  readonly reads: readonly Node[]
}

/** Which records of sessions a logout leaves behind. */
export interface LeftRecords {
  /**
   * The record that is kept under the cookie which is deleted here, if this file shows it all: the store, the write
   * under the cookie's value, and that nothing in the reach of the logout takes the record out.
   */
  recordLeft(cleared: CookieCleared): LeftRecord | undefined
}

export function createLeftRecords(
  context: FileContext,
  handlers: Handlers,
  purposes: Purposes,
  logouts: Pick<Logouts, 'endsSession'>,
  stores: HandMadeStores,
  calls: readonly TSESTree.CallExpression[],
  events: readonly SessionEvent[],
): LeftRecords {
  const { bindings, sourceCode } = context
  const cookies = createCookieReads(context)
  const reaches = createLogoutReach(context, handlers, purposes, calls)
  const isDoubtful = createLogoutDoubts(context, handlers, cookies)
  const clearings = new Set<Node>(events.flatMap((event) => (event.type === 'cookieCleared' ? [event.write] : [])))

  return { recordLeft }

  function recordLeft(cleared: CookieCleared): LeftRecord | undefined {
    const { handler, role, write } = cleared
    if (role === 'other' || !handler || stores.records.length === 0) return undefined
    const leads = leadsFrom(cleared)
    const [lead] = leads
    if (!lead || logouts.endsSession(handler, write)) return undefined
    const reach = reaches.functionsFrom(handler)
    if (leads.some(({ record }) => mayBeTakenOut(record, cleared, reach))) return undefined
    return { ...lead, reads: usesOf(lead.record, reach).reads }
  }

  /** The records that were put in under what this cookie held. */
  function leadsFrom(cleared: CookieCleared): readonly Lead[] {
    return events.flatMap((event) => {
      if (event.type !== 'cookieWritten' || !event.value || !cookies.isSame(event, cleared)) return []
      return stores.under(event.value).filter(({ record }) => isOfUsers(record, cleared))
    })
  }

  function isOfUsers({ name, node }: SessionRecord, cleared: CookieCleared): boolean {
    const cookie = cleared.name.state === 'known' ? [cleared.name.value] : []
    return !isOtherKind([...cookie, name, ...purposes.namesAround(node)], 'id')
  }

  function mayBeTakenOut(record: SessionRecord, cleared: CookieCleared, reach: readonly FunctionNode[]): boolean {
    const { deletions, isClosed, others, reads } = usesOf(record, reach)
    if (!isClosed || others.some((node) => isReached(node, reach))) return true
    if (deletions.some((node) => isReached(node, reach) || !reaches.isElsewhere(node, reach))) return true
    return isDoubtful({ reach, cookie: cleared, clearings, reads: new Set(reads) })
  }

  function isReached(node: Node, reach: readonly FunctionNode[]): boolean {
    return reach.some((callable) => isInside(node, callable))
  }

  interface Uses {
    readonly isClosed: boolean
    readonly reads: readonly Node[]
    readonly deletions: readonly Node[]
    /** Whatever else is done, which a logout would do for a reason. */
    readonly others: readonly Node[]
  }

  function usesOf(record: SessionRecord, reach: readonly FunctionNode[]): Uses {
    const [store] = record.parts.get('store') ?? []
    if (record.store.made === undefined) return usesOfClient(record, reach)
    const variable = store?.type === 'Identifier' ? bindings.variable(store) : undefined
    if (!variable) return { isClosed: false, reads: [], deletions: [], others: [] }
    const references = readStoreReferences(variable, record.store, bindings)
    return { ...references, others: references.writes }
  }

  /** What goes to a server, through a client that others have as well. */
  function usesOfClient(record: SessionRecord, reach: readonly FunctionNode[]): Uses {
    const start = startOf(record.place)
    const sent = calls.filter((call) => isSentBy(call, start))
    const reads = sent.filter((call) => namesIn(call).some((name) => record.store.reads.includes(name)) && !namesIn(call).some(changes))
    const deletions = calls.filter((call) => isDeletion(call) && sourceCode.getText(call).toLowerCase().includes(record.name.toLowerCase()))
    return { isClosed: record.isSure, reads, deletions, others: sent.filter((call) => isReached(call, reach) && !isPartOfRead(call, reads)) }
  }

  /** A call on the way to one that reads: `db.select()` of `db.select().from(sessions)`. */
  function isPartOfRead(call: Node, reads: readonly Node[]): boolean {
    return reads.some((read) => isInside(call, read))
  }

  function isSentBy(call: TSESTree.CallExpression, start: Node): boolean {
    const own = startOf(call)
    if (start.type === 'ThisExpression') return own.type === 'ThisExpression'
    return own.type === 'Identifier' && start.type === 'Identifier' && bindings.variable(own) === bindings.variable(start) && own.name === start.name
  }

  function isDeletion(call: TSESTree.CallExpression): boolean {
    if (clearings.has(call)) return false
    if (namesDeletion(lastName(call.callee) ?? '')) return true
    return call.arguments.some((argument) => /\b(?:delete\s+from|truncate|update)\b/i.test(sourceCode.getText(argument)))
  }
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
