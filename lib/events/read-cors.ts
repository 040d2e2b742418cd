import { isFunction, unwrap, wrapped, type Node } from '../ast/nodes.js'
import { moduleName, packageOf } from '../ast/paths.js'
import type { CorsFacts } from '../frameworks/framework.js'
import { readCorsHeaders } from './cors-headers.js'
import { createCorsOrigins, type Passing } from './cors-origins.js'
import { isOnlyInDevelopment } from './environment.js'
import type { CorsAllowed } from './events.js'
import type { FileContext } from './file-context.js'
import type { Match } from './match.js'
import type { Purposes } from './purposes.js'
import { isInRange } from './versions.js'

/** Reads where every site is allowed to read answers that were made for the user. */
export function readCors(context: FileContext, purposes: Purposes, matches: readonly Match[]): CorsAllowed[] {
  const origins = createCorsOrigins(context)
  return [...matches.flatMap(readOptions), ...readCorsHeaders(context, purposes, origins, matches)].filter(
    ({ node }) => !isOnlyInDevelopment(node, context.sourceCode),
  )

  function readOptions(match: Match): CorsAllowed[] {
    const { emits, framework, roles } = match.pattern
    if (emits !== 'corsConfigured' || !framework.cors) return []
    // A function gives options for each request.
    const given = match.argument(roles.options)
    if (given && isFunction(unwrap(given))) return []
    const { options } = match.options(roles.options)
    const credentials = options.get('credentials')
    if (credentials.state !== 'known' || credentials.value !== true) return []
    const [origin, another] = options.expressions('origin') ?? [UNSEEN, UNSEEN]
    if (another) return []
    const passing = origin ? whoPasses(origin, framework.cors, framework.name) : whoPassesWithout(framework.cors, framework.name)
    if (passing === 'some') return []
    return [{ type: 'corsAllowed', node: underlined(origin ?? credentials.node), framework, certainty: match.certainty, passing, by: origin ? 'origin' : 'default' }]
  }

  function whoPasses(origin: Node | typeof UNSEEN, facts: CorsFacts, library: string): Passing {
    if (origin === UNSEEN) return 'some'
    const passing = origins.passing(origin, facts)
    return passing === 'star' ? starOf(facts, library) : passing
  }

  function whoPassesWithout(facts: CorsFacts, library: string): Passing {
    return facts.missing === 'reflected' ? 'any' : starOf(facts, library)
  }

  function starOf({ starIsReflected }: CorsFacts, library: string): Passing {
    const name = packageOf(moduleName(library))
    const version = context.project.dependencies([name]).get(name)
    return starIsReflected && starIsReflected.every((bound) => isInRange(version, bound)) ? 'any' : 'star'
  }
}
