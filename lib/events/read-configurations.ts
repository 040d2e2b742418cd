import { unwrap, wrapped, type Node } from '../ast/nodes.js'
import { ABSENT } from '../ast/setting.js'
import type { Framework, SessionFacts } from '../frameworks/framework.js'
import { cookieOfOptions } from './cookie.js'
import type { OptionsPlace, SessionConfigured } from './events.js'
import type { FileContext } from './file-context.js'
import { settingAt } from './given.js'
import { cookieLifetime, earliest, NOTHING, optionLifetime } from './lifetime.js'
import type { Match } from './match.js'
import { createStores } from './stores.js'

/** Reads the session middlewares, plugins and options that a file sets up. */
export function readConfigurations(context: FileContext, matches: readonly Match[]): SessionConfigured[] {
  const lifetimeWithStore = createStores(context, matches)
  const seen = new Set<Node>()

  return matches.flatMap((match) => {
    const { emits, framework } = match.pattern
    return emits === 'sessionConfigured' && framework.session && isFirst(match) ? [read(match, framework, framework.session)] : []
  })

  /** The same object may be typed as options and given to several calls. */
  function isFirst(match: Match): boolean {
    const { literal } = match.options(match.pattern.roles.options).options
    if (literal && seen.has(literal)) return false
    if (literal) seen.add(literal)
    return true
  }

  function read(match: Match, framework: Framework, facts: SessionFacts): SessionConfigured {
    const { roles } = match.pattern
    const options = match.options(roles.options)
    const cookieFacts = framework.cookie ?? { defaults: {}, maxAge: 'seconds', zeroDeletes: true }
    const fallback = match.options(roles.fallback).options
    const cookie = cookieOfOptions(match.options(roles.cookie), cookieFacts, cookieFacts.defaults, (name) =>
      roles.fallback === undefined ? ABSENT : fallback.get(cookieFacts.keys?.[name] ?? name),
    )
    const answers = [
      cookieLifetime(cookie, facts.lifetime, context.instantOf),
      ...Object.entries(facts.lifetime.options ?? {}).map(([name, unit]) => optionLifetime(settingAt(options, name), unit)),
    ]
    const lifetime = isEndedApart(framework) ? ({ state: 'unknown' } as const) : (earliest(answers) ?? NOTHING)
    return {
      type: 'sessionConfigured',
      node: underlined(match, options),
      framework,
      certainty: match.certainty,
      facts,
      options,
      cookie,
      lifetime: lifetimeWithStore(lifetime, options, framework, facts),
    }
  }

  /** Whether the file gives a session its lifetime where it is sent: `commitSession(session, { maxAge })`. */
  function isEndedApart(framework: Framework): boolean {
    return matches.some(({ options, pattern }) => {
      if (pattern.framework !== framework || pattern.emits !== 'sessionCommitted') return false
      const attributes = options(pattern.roles.cookie).options
      return ['maxAge', 'expires'].some((name) => attributes.get(name).state !== 'absent')
    })
  }
}

/** `session` in `app.use(session({…}))`; the plugin in `app.register(plugin, {…})`; `options` in `const options: SessionOptions = {…}`. */
function underlined({ argument, node, pattern }: Match, { call }: OptionsPlace): Node {
  const named = pattern.parameters.find(({ meanings }) => meanings.length > 0)
  const plugin = pattern.roots.every(({ kind }) => kind === 'anything') ? argument(named?.name) : undefined
  if (plugin) return plugin
  if (call) {
    const callee = unwrap(call.callee)
    return callee.type === 'MemberExpression' ? callee.property : callee
  }
  const { parent } = wrapped(node)
  return parent?.type === 'VariableDeclarator' ? parent.id : node
}
