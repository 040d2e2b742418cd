import { functionAround, isFunction, type FunctionNode, type Node } from '../ast/nodes.js'
import { staticValue } from '../ast/static-value.js'
import { meaningsIn, type Framework, type HandlerObject, type Meaning } from '../frameworks/framework.js'
import type { SessionInHandler } from './events.js'
import type { FileContext } from './file-context.js'
import { expressionsAt } from './given.js'
import type { Handlers } from './handlers.js'
import { isExport } from './library-exports.js'
import type { Match, Matcher } from './match.js'

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
    const { certainty, handed, node, pattern } = match
    // `const session = await getIronSession(…)`: what the library gives is its own.
    const own = pattern.framework.session?.of.kind === 'export' ? pattern.framework : undefined
    const server = handed ? handed.server : serverOfLibrary(match)
    const library = own ? { framework: own, certainty } : server === undefined ? undefined : matcher.sessionLibrary(server)
    const facts = library?.framework.session
    const handler = handed?.handler ?? functionAround(node)
    if (!library || !facts) return undefined
    return {
      framework: library.framework,
      facts,
      kind: kindOf(library.framework),
      certainty: library.certainty === 'proved' && (handed?.certainty ?? certainty) === 'proved' ? 'proved' : 'likely',
      handler,
      carrier: handler && facts.of.kind === 'object' && facts.of.object !== 'router' ? carrierIn(handler, facts.of.object) : undefined,
    }
  }

  /** A middleware is handed nothing where it is set up; its library is made for one server. */
  function serverOfLibrary({ pattern }: Match): string | undefined {
    const servers = meaningsIn(pattern.framework).flatMap((meaning) => (meaning.kind === 'object' ? meaning.servers : []))
    return servers[0]
  }

  function carrierIn(handler: FunctionNode, object: HandlerObject): string | undefined {
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
    const found = new Set(
      matches.flatMap((match) => {
        const { emits, framework: owner, roles } = match.pattern
        if (owner !== framework || emits !== 'sessionConfigured') return []
        const place = match.options(roles.options)
        return [
          'serverWhen' in kind
            ? kindByPresence(kind.serverWhen.map((name) => expressionsAt(place, name)))
            : kindByValue(kind.clientWhen.values, expressionsAt(place, kind.clientWhen.option)),
        ]
      }),
    )
    const [only] = found
    return only !== undefined && found.size === 1 ? only : 'unknown'
  }

  /** Any of the options makes it a session on the server; `store: undefined` is no store. */
  function kindByPresence(options: readonly (readonly Node[] | undefined)[]): SessionInHandler['kind'] {
    const given = options.map((expressions) => expressions?.filter((node) => !isNothing(node)))
    if (given.some((expressions) => expressions && expressions.length > 0)) return 'server'
    return given.every((expressions) => expressions) ? 'client' : 'unknown'
  }

  function kindByValue(values: readonly Meaning[], expressions: readonly Node[] | undefined): SessionInHandler['kind'] {
    const [value, another] = expressions ?? []
    const path = value && !another ? context.bindings.resolve(value) : undefined
    if (path?.root.kind !== 'module') return 'unknown'
    return values.some((meaning) => meaning.kind === 'export' && isExport(path, meaning)) ? 'client' : 'server'
  }

  function isNothing(node: Node): boolean {
    const found = staticValue(node, context.sourceCode, context.bindings)
    return found !== undefined && !found.value
  }
}
