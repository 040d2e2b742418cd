import { unwrap, type Node } from '../ast/nodes.js'
import type { Path } from '../ast/paths.js'
import type { Framework, SessionFacts } from '../frameworks/framework.js'
import type { OptionsPlace } from './events.js'
import type { FileContext } from './file-context.js'
import { expressionsAt, propertyAt, settingAt } from './given.js'
import { isExport } from './library-exports.js'
import { optionLifetime, type Lifetime } from './lifetime.js'
import type { Match } from './match.js'

type Endless = Lifetime & { readonly state: 'endless' }

/**
 * What ends sessions that their options give no end: the store may. The library's own store in memory ends
 * nothing, a store with a table ends what the table says, and nobody knows about any other.
 */
export function createStores(
  context: FileContext,
  matches: readonly Match[],
): (lifetime: Lifetime, options: OptionsPlace, framework: Framework, facts: SessionFacts) => Lifetime {
  const { bindings } = context
  const made = new Map(matches.filter(({ pattern }) => pattern.emits === 'storeMade').map((match) => [match.node, match]))

  return (lifetime, options, framework, facts) => {
    if (lifetime.state !== 'endless' || lifetime.isOnPurpose) return lifetime
    const stores = (facts.store ?? []).map((name) => expressionsAt(options, name))
    const answers = stores.flatMap((expressions) =>
      expressions ? expressions.map((node) => endsIn(node, lifetime, framework, facts)) : [{ state: 'unknown' } as const],
    )
    return answers.find(({ state }) => state !== 'endless') ?? answers[0] ?? lifetime
  }

  function endsIn(node: Node, lifetime: Endless, framework: Framework, facts: SessionFacts): Lifetime {
    const path = bindings.resolve(node)
    const isOwn = path?.root.kind === 'module' && [framework.name, ...(framework.packages ?? [])].includes(path.root.name)
    if (isOwn && path.steps.join('.') === `${facts.memoryStore ?? ''}.new()`) return lifetime
    if (path?.root.kind === 'module' && keepsInCookie(path, facts)) return lifetime
    const match = made.get(whereMade(node))
    return match ? endsByStore(match, lifetime) : { state: 'unknown' }
  }

  /** A store that puts the data into the cookie, where nothing ends it either. */
  function keepsInCookie(path: Path, { kind }: SessionFacts): boolean {
    return typeof kind === 'object' && 'clientWhen' in kind && kind.clientWhen.values.some((value) => isExport(path, value))
  }

  /** The construction itself, or the one that a variable holds. */
  function whereMade(node: Node): Node {
    const expression = unwrap(node)
    const variable = expression.type === 'Identifier' ? bindings.variable(expression) : undefined
    const held = variable && bindings.value(variable)
    return held ? unwrap(held) : expression
  }

  function endsByStore(match: Match, lifetime: Endless): Lifetime {
    const { framework, roles } = match.pattern
    const { store } = framework
    const options = match.options(roles.options)
    if (!store) return { state: 'unknown' }
    const { endlessWith } = store
    const kept = endlessWith && settingAt(options, endlessWith.option)
    if (endlessWith && kept?.state === 'known' && kept.value === endlessWith.value) return { ...lifetime, keptBy: propertyAt(options, endlessWith.option) }
    if (kept?.state === 'unknown') return { state: 'unknown' }
    const written = Object.entries(store.options).map(([name, unit]) => optionLifetime(settingAt(options, name), unit))
    const found = written.find(({ state }) => state !== 'endless')
    if (found) return found
    const isOnPurpose = written.some((end) => end.state === 'endless' && end.isOnPurpose)
    return isOnPurpose ? lifetime : { state: 'ends', seconds: store.default, node: undefined }
  }
}
