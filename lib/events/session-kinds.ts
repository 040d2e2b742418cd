import type { Node } from '../ast/nodes.js'
import type { Setting } from '../ast/setting.js'
import { staticValue } from '../ast/static-value.js'
import type { Framework, SessionFacts } from '../frameworks/framework.js'
import type { Exported } from '../frameworks/meaning.js'
import type { OptionsPlace, SessionKind as Kind } from './events.js'
import type { FileContext } from './file-context.js'
import { expressionsAt, settingAt } from './given.js'
import { isExport } from './library-exports.js'
import type { Match } from './match.js'

/** Tells where the data of a library's sessions is: by its table, or by the options that the file gives it. */
export function createSessionKinds(context: FileContext, matches: readonly Match[]): (framework: Framework) => Kind {
  const kinds = new Map<Framework, Kind>()

  return (framework) => {
    const known = kinds.get(framework) ?? readKind(framework)
    kinds.set(framework, known)
    return known
  }

  /** Where an option decides, the configuration must be in this file. */
  function readKind(framework: Framework): Kind {
    const kind = framework.session?.kind ?? 'unknown'
    if (typeof kind === 'string') return kind
    const found = new Set(
      matches.flatMap(({ options, pattern: { emits, framework: owner, roles } }) =>
        owner === framework && emits === 'sessionConfigured' ? [kindByOptions(kind, options(roles.options))] : [],
      ),
    )
    const [only] = found
    return only !== undefined && found.size === 1 ? only : 'unknown'
  }

  function kindByOptions(kind: Exclude<SessionFacts['kind'], string>, place: OptionsPlace): Kind {
    if ('clientWhen' in kind) {
      const { option, values, within } = kind.clientWhen
      if (within === undefined) return kindByValue(values, expressionsAt(place, option))
      // The option is the name of one of several values: `store: 'redis', stores: { redis: … }`.
      const name = settingAt(place, option)
      return name.state === 'known' ? kindByValue(values, expressionsAt(place, `${within}.${String(name.value)}`)) : 'unknown'
    }
    if ('serverIf' in kind) {
      const setting = settingAt(place, kind.serverIf.option)
      return setting.state === 'known' && setting.value === kind.serverIf.value ? 'server' : 'unknown'
    }
    const outright = kind.outright && kindByWord(kind.outright, settingAt(place, kind.outright.option))
    return outright ?? kindByPresence(kind.serverWhen.map((name) => expressionsAt(place, name)))
  }

  /** Any of the options makes it a session on the server; `store: undefined` is no store. */
  function kindByPresence(options: readonly (readonly Node[] | undefined)[]): Kind {
    const given = options.map((expressions) => expressions?.filter((node) => !isNothing(node)))
    if (given.some((expressions) => expressions && expressions.length > 0)) return 'server'
    return given.every((expressions) => expressions) ? 'client' : 'unknown'
  }

  /** Nothing where the option is left out. */
  function kindByWord(words: Readonly<Record<'client' | 'server', string>>, setting: Setting<unknown>): Kind | undefined {
    if (setting.state === 'absent') return undefined
    const value = setting.state === 'known' ? setting.value : undefined
    if (value === words.client) return 'client'
    return value === words.server ? 'server' : 'unknown'
  }

  function kindByValue(values: readonly Exported[], expressions: readonly Node[] | undefined): Kind {
    const [value, another] = expressions ?? []
    const path = value && !another ? context.bindings.resolve(value) : undefined
    if (path?.root.kind !== 'module') return 'unknown'
    return values.some((meaning) => isExport(path, meaning)) ? 'client' : 'server'
  }

  function isNothing(node: Node): boolean {
    const found = staticValue(node, context.sourceCode, context.bindings)
    return found !== undefined && !found.value
  }
}
