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
  const told = new Set<Node>()
  return [...matches.flatMap(readOptions), ...readCorsHeaders(context, purposes, origins, matches)].filter(
    ({ node }) => !isOnlyInDevelopment(node, context.sourceCode) && isFirst(node),
  )

  /** Several middlewares may be given one object. */
  function isFirst(node: Node): boolean {
    const isNew = !told.has(node)
    told.add(node)
    return isNew
  }

  function readOptions(match: Match): CorsAllowed[] {
    const { emits, framework, roles } = match.pattern
    if (emits !== 'corsConfigured' || !framework.cors || isOnlyInDevelopment(match.node, context.sourceCode)) return []
    // A function gives options for each request.
    const given = match.argument(roles.options)
    if (given && isFunction(unwrap(given))) return []
    const { options } = match.options(roles.options)
    const credentials = options.get('credentials')
    if (credentials.state !== 'known' || credentials.value !== true) return []
    const [origin, ...others] = options.expressions('origin') ?? []
    if (options.expressions('origin') === undefined || others.length > 0) return []
    const passing = whoPasses(origin, framework.cors, framework.name)
    if (passing === 'some') return []
    return [{ type: 'corsAllowed', node: underlined(origin ?? credentials.node), framework, certainty: match.certainty, passing, by: origin ? 'origin' : 'default' }]
  }

  function whoPasses(origin: Node | undefined, facts: CorsFacts, library: string): Passing {
    if (!origin && facts.missing === 'reflected') return 'any'
    const passing = origin ? origins.passing(origin, facts) : 'star'
    return passing === 'star' ? starOf(facts, library) : passing
  }

  function starOf({ starIsReflected }: CorsFacts, library: string): Passing {
    const name = packageOf(moduleName(library))
    const version = context.project.dependencies([name]).get(name)
    return starIsReflected && starIsReflected.every((bound) => isInRange(version, bound)) ? 'any' : 'star'
  }
}

/** A function may be long: what stands before it says enough. */
function underlined(node: Node): Node {
  const { parent } = wrapped(node)
  return isFunction(unwrap(node)) && parent?.type === 'Property' ? parent.key : node
}
