import type { Node } from '../ast/nodes.js'
import type { EventOf, EventType, SessionEvent, UserLoggedIn } from './events.js'
import type { FileContext } from './file-context.js'
import type { Handlers } from './handlers.js'
import type { Purposes } from './purposes.js'

/** A file as the rules see it: what happens in it, and in which order. */
export interface SessionFile {
  readonly context: FileContext
  readonly handlers: Handlers
  readonly purposes: Purposes
  readonly events: readonly SessionEvent[]
  of<Type extends EventType>(type: Type): readonly EventOf<Type>[]
  /** Whether some of these renewals, or these logins, always come before a node. */
  alwaysBefore(node: Node, marks: Iterable<Node>): boolean
}

export function createSessionFile(
  context: FileContext,
  handlers: Handlers,
  purposes: Purposes,
  events: readonly SessionEvent[],
): SessionFile {
  return {
    context,
    handlers,
    purposes,
    events,
    of: (type) => events.filter((event): event is EventOf<typeof type> => event.type === type),
    alwaysBefore: (node, marks) => context.flow.alwaysBefore(node, new Set(marks)),
  }
}
void (0 as unknown as UserLoggedIn)
