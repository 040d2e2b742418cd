import { functionAround, isFunction, type FunctionNode } from '../ast/nodes.js'
import { meaningsIn } from '../frameworks/framework.js'
import type { SessionInHandler } from './events.js'
import type { FileContext } from './file-context.js'
import type { Handlers } from './handlers.js'
import type { Match, Matcher } from './match.js'
import { createSessionKinds } from './session-kinds.js'
import { carrierOf } from './session-places.js'

/** Which sessions the handlers of a file work with. */
export interface Sessions {
  /** The session of the request that the code of a match answers. */
  sessionAt(match: Match): SessionInHandler | undefined
}

export function createSessions(
  context: FileContext,
  handlers: Handlers,
  matcher: Matcher,
  matches: readonly Match[],
): Sessions {
  const kindOf = createSessionKinds(context, matches)

  return { sessionAt }

  function sessionAt(match: Match): SessionInHandler | undefined {
    const { certainty, handed, node, pattern } = match
    // A library's own words are about its own sessions, whichever others the server has.
    const own = pattern.framework.session ? pattern.framework : undefined
    const server = handed ? handed.server : serverOfLibrary(match)
    const library = own ? { framework: own, certainty } : server === undefined ? undefined : matcher.sessionLibrary(server)
    if (!library?.framework.session) return undefined
    const facts = library.framework.session
    const handler = handed?.handler ?? functionAround(node)
    const [place] = facts.places
    const carried = carrierOf(facts)?.object
    const object = carried === 'router' ? undefined : carried
    const carrier = handler && object && nameIn(handler, (callable) => handlers.parameterName(callable, object))
    return {
      framework: library.framework,
      facts,
      kind: kindOf(library.framework),
      certainty: library.certainty === 'proved' && (handed?.certainty ?? certainty) === 'proved' ? 'proved' : 'likely',
      handler,
      carrier,
      holder: carrier === undefined && handler && object && place !== undefined ? nameIn(handler, (callable) => handlers.memberName(callable, object, place)) : undefined,
    }
  }

  /** A middleware is handed nothing where it is set up; its library is made for one server. */
  function serverOfLibrary({ pattern }: Match): string | undefined {
    const servers = meaningsIn(pattern.framework).flatMap((meaning) => (meaning.kind === 'object' ? meaning.servers : []))
    return servers[0]
  }

  /** The name that a handler, or a function around it, has for something. */
  function nameIn(handler: FunctionNode, nameOf: (callable: FunctionNode) => string | undefined): string | undefined {
    for (let at: FunctionNode | undefined = handler; isFunction(at); at = functionAround(at)) {
      const name = nameOf(at)
      if (name !== undefined) return name
    }
    return undefined
  }
}
