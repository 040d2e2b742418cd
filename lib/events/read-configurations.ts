import { unwrap, type Node } from '../ast/nodes.js'
import { ABSENT } from '../ast/setting.js'
import type { Framework, SessionFacts } from '../frameworks/framework.js'
import { cookieOfOptions } from './cookie.js'
import type { SessionConfigured } from './events.js'
import type { FileContext } from './file-context.js'
import { cookieLifetime, earliest, NOTHING, optionLifetime, type Lifetime } from './lifetime.js'
import { optionsPlace, type Call, type Match } from './match.js'
import type { Options } from '../ast/object-options.js'

/** Reads the session middlewares and plugins that a file sets up. */
export function readConfigurations(context: FileContext, matches: readonly Match[]): SessionConfigured[] {
  return matches.flatMap((match) => {
    const { framework, emits } = match.pattern
    return emits === 'sessionConfigured' && framework.session && match.call
      ? [read(match, match.call, framework, framework.session)]
      : []
  })

  function read(match: Match, call: Call, framework: Framework, facts: SessionFacts): SessionConfigured {
    const { roles } = match.pattern
    const place = optionsPlace(context, match, call, roles.options ?? '')
    const cookieFacts = framework.cookie ?? { defaults: {}, maxAge: 'seconds', zeroDeletes: true }
    const cookiePlace = optionsPlace(context, match, call, roles.cookie ?? '')
    const cookie = cookieOfOptions(cookiePlace, cookieFacts, cookieFacts.defaults, () => ABSENT)
    const answers = [
      cookieLifetime(cookie, facts.lifetime, context.instantOf),
      ...Object.entries(facts.lifetime.options ?? {}).map(([name, unit]) => optionLifetime(place.options.get(name), unit)),
    ]
    return {
      type: 'sessionConfigured',
      node: underlined(match, call),
      framework,
      certainty: match.certainty,
      facts,
      options: place,
      cookie,
      lifetime: withStore(earliest(answers) ?? NOTHING, place.options, framework, facts),
    }
  }

  /** A store that is not the library's own may have a lifetime of its own for what it is given. */
  function withStore(lifetime: Lifetime, options: Options, framework: Framework, facts: SessionFacts): Lifetime {
    if (lifetime.state !== 'endless' || lifetime.isOnPurpose) return lifetime
    const stores = (facts.store ?? []).map((name) => options.expressions(name))
    const isOwn = stores.every((found) => found?.every((node) => isMemoryStore(node, framework, facts)))
    return isOwn ? lifetime : { state: 'unknown' }
  }

  function isMemoryStore(node: Node, framework: Framework, facts: SessionFacts): boolean {
    const path = context.bindings.resolve(node)
    const isOwn = path?.root.kind === 'module' && path.root.name === framework.name
    return isOwn && path.steps.join('.') === `${facts.memoryStore ?? ''}.new()`
  }
}

/** `session` in `app.use(session({…}))`; the plugin in `app.register(plugin, {…})`. */
function underlined(match: Match, call: Call): Node {
  const named = match.pattern.parameters.findIndex(({ meanings }) => meanings.length > 0)
  const plugin = match.pattern.roots.some(({ kind }) => kind === 'anything') ? call.arguments[named] : undefined
  if (plugin) return plugin
  const callee = unwrap(call.callee)
  return callee.type === 'MemberExpression' ? callee.property : callee
}
