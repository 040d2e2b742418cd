import { functionAround, isFunction, type FunctionNode, type Node } from '../ast/nodes.js'
import { staticValue } from '../ast/static-value.js'
import { meaningsIn, type Framework } from '../frameworks/framework.js'
import type { SessionInHandler } from './events.js'
import type { FileContext } from './file-context.js'
import type { Handlers } from './handlers.js'
import { optionsPlace, type Match, type Matcher } from './match.js'

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
  const kinds = new Map<Framework, SessionInHandler['kind']>()

  return { sessionAt }

  function sessionAt(match: Match): SessionInHandler | undefined {
    const { handed } = match
    const server = handed ? handed.server : serverOfLibrary(match)
    const library = server === undefined ? undefined : matcher.sessionLibrary(server)
    const facts = library?.framework.session
    const handler = handed?.handler ?? functionAround(match.node)
    if (!library || !facts) return undefined
    return {
      framework: library.framework,
      facts,
      kind: kindOf(library.framework),
      certainty: library.certainty === 'proved' && (handed?.certainty ?? match.certainty) === 'proved' ? 'proved' : 'likely',
      handler,
      carrier: handler && carrierIn(handler, facts.of.kind === 'object' ? facts.of.object : 'request'),
    }
  }

  /** A middleware is handed nothing where it is set up; its library is made for one server. */
  function serverOfLibrary({ pattern }: Match): string | undefined {
    const servers = meaningsIn(pattern.framework).flatMap((meaning) => (meaning.kind === 'object' ? meaning.servers : []))
    return servers[0]
  }

  function carrierIn(handler: FunctionNode, object: Parameters<Handlers['parameterName']>[1]): string | undefined {
    for (let at: FunctionNode | undefined = handler; isFunction(at); at = functionAround(at)) {
      const name = handlers.parameterName(at, object)
      if (name !== undefined) return name
    }
    return undefined
  }

  function kindOf(framework: Framework): SessionInHandler['kind'] {
    const known = kinds.get(framework) ?? readKind(framework)
    kinds.set(framework, known)
    return known
  }

  /** Where an option decides, the configuration must be in this file. */
  function readKind(framework: Framework): SessionInHandler['kind'] {
    const kind = framework.session?.kind ?? 'unknown'
    if (typeof kind === 'string') return kind
    const settings = matches.flatMap((match) => {
      if (match.pattern.framework !== framework || match.pattern.emits !== 'sessionConfigured' || !match.call) return []
      const { options } = optionsPlace(context, match, match.call, match.pattern.roles.options ?? '')
      return [kind.serverWhen.map((name) => options.expressions(name)?.filter((node) => !isNothing(node)))]
    })
    if (settings.length === 0) return 'unknown'
    if (settings.every((found) => found.every((expressions) => expressions?.length === 0))) return 'client'
    return settings.every((found) => found.some((expressions) => expressions && expressions.length > 0)) ? 'server' : 'unknown'
  }

  /** `store: undefined` is no store. */
  function isNothing(node: Node): boolean {
    const found = staticValue(node, context.sourceCode, context.bindings)
    return found !== undefined && !found.value
  }
}
