import { byPlace, type Stretch } from '../ast/by-place.js'
import { isFollowedBy, mayBeFollowedBy } from '../ast/followed-by.js'
import { groupBy } from '../ast/group-by.js'
import type { FunctionNode, Node } from '../ast/nodes.js'
import { onDemand } from '../ast/on-demand.js'
import type { EventOf, EventType, SessionEvent } from './events.js'
import type { FileContext } from './file-context.js'
import type { HandedSessions } from './handed-sessions.js'
import type { Handlers } from './handlers.js'
import type { LeftRecords } from './left-records.js'
import type { Logouts } from './logouts.js'
import type { Purposes } from './purposes.js'
import type { Route } from './routes.js'
import { readSessionAccesses, type SessionAccess } from './session-accesses.js'

/** A file as the rules see it: what happens in it, and in which order. */
export interface SessionFile extends HandedSessions, LeftRecords, Logouts {
  readonly context: FileContext
  readonly handlers: Handlers
  readonly purposes: Purposes
  /** In the order of the source. */
  readonly events: readonly SessionEvent[]
  of<Type extends EventType>(type: Type): readonly EventOf<Type>[]
  /** Those of several types, in the order of the source. */
  ofTypes(types: readonly EventType[]): readonly SessionEvent[]
  /** Whether on every path to a node one of the marks was evaluated before, or one of the marked functions entered. */
  alwaysBefore(node: Node, marks: ReadonlySet<Node>): boolean
  /** Whether a node is always followed by a mark, in the same function. */
  isFollowedBy(node: Node, mark: Node): boolean
  /** Whether a mark may come after a node, in the same function. */
  mayBeFollowedBy(node: Node, mark: Node): boolean
  /** Every use of the sessions of handlers; read only when someone asks. */
  readonly sessionAccesses: readonly SessionAccess[]
  /** Those of them that stand inside a node, or in a stretch of the source. */
  accessesIn(outer: Stretch): readonly SessionAccess[]
  /** The uses of variables there that hold the session of a handler. */
  aliasesIn(outer: Stretch): readonly Node[]
  /** The routes that functions of the file answer; read only when someone asks. */
  readonly routes: readonly Route[]
  /** Those that one of them answers. */
  routesOf(handler: FunctionNode): readonly Route[]
}

export function createSessionFile(
  context: FileContext,
  handlers: Handlers,
  purposes: Purposes,
  routes: () => readonly Route[],
  logouts: HandedSessions & LeftRecords & Logouts,
  events: readonly SessionEvent[],
): SessionFile {
  const byType = groupBy<string, SessionEvent>(events, ({ type }) => type)
  const together = new Map<string, readonly SessionEvent[]>()
  const places = onDemand(() => new Map(events.map((event, index) => [event, index])))
  const accesses = onDemand(() => readSessionAccesses(context, handlers))
  const accessesByPlace = onDemand(() => byPlace(accesses(), ({ node }) => node))
  const aliasesByPlace = onDemand(() => byPlace(accesses().flatMap(({ session }) => (session.type === 'Identifier' ? [session] : [])), (alias) => alias))
  const routesByHandler = onDemand(() => groupBy(routes(), ({ handler }) => handler))
  return {
    ...logouts,
    context,
    handlers,
    purposes,
    events,
    ofTypes,
    of: (type) => (byType.get(type) ?? []).filter((event): event is EventOf<typeof type> => event.type === type),
    alwaysBefore: (node, marks) => context.flow.alwaysBefore(node, marks),
    mayBeFollowedBy,
    isFollowedBy: (node, mark) => isFollowedBy(node, mark, context.sourceCode.visitorKeys),
    get sessionAccesses() {
      return accesses()
    },
    accessesIn: (outer) => accessesByPlace()(outer),
    aliasesIn: (outer) => aliasesByPlace()(outer),
    get routes() {
      return routes()
    },
    routesOf: (handler) => routesByHandler().get(handler) ?? [],
  }

  /** Many rules listen to the same types. */
  function ofTypes(types: readonly EventType[]): readonly SessionEvent[] {
    const key = types.join()
    const found = together.get(key) ?? inOrder(types)
    together.set(key, found)
    return found
  }

  function inOrder(types: readonly EventType[]): readonly SessionEvent[] {
    const [first = [], ...others] = types.flatMap((type) => (byType.has(type) ? [byType.get(type) ?? []] : []))
    if (others.length === 0) return first
    const place = (event: SessionEvent) => places().get(event) ?? 0
    return first.concat(...others).toSorted((one, other) => place(one) - place(other))
  }
}
