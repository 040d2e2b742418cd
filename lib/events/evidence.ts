import { onceForEach } from '../ast/once-for-each.js'
import { packageOf } from '../ast/paths.js'
import { frameworks } from '../frameworks/index.js'
import { meaningsIn, type Framework } from '../frameworks/framework.js'
import type { Certainty } from './events.js'
import type { FileContext } from './file-context.js'

/** Which of several libraries the project uses, and how sure that is. */
export interface Evidence {
  readonly framework: Framework
  readonly certainty: Certainty
}

const decided = new WeakMap<FileContext, Map<string, Evidence | undefined>>()

/**
 * Decides which of some libraries is meant: by what the file imports, by the settings, by the
 * nearest manifest. The first that answers wins, and two answers are none.
 */
export function decide(context: FileContext, candidates: readonly Framework[]): Evidence | undefined {
  const known = decided.get(context) ?? new Map<string, Evidence | undefined>()
  decided.set(context, known)
  const key = candidates.map(({ name }) => name).join(' ')
  if (!known.has(key)) known.set(key, weigh(context, candidates))
  return known.get(key)
}

function weigh(context: FileContext, candidates: readonly Framework[]): Evidence | undefined {
  const bySource = candidates.filter((candidate) => isNamedInFile(context, candidate))
  const bySettings = () => candidates.filter((candidate) => packagesOf(candidate).some((name) => context.settings.libraries.includes(name)))
  const byManifest = () => {
    const named = context.project.dependencies(candidates.flatMap(packagesOf))
    return candidates.filter((candidate) => packagesOf(candidate).some((name) => named.has(name)))
  }
  const found = [() => bySource, bySettings, byManifest].map((ask) => ask()).find((answer) => answer.length > 0) ?? []
  const [framework] = found
  return framework && found.length === 1 ? { framework, certainty: 'proved' } : undefined
}

/** The version range of a library in the nearest manifest. */
export function versionOf(context: FileContext, framework: Framework): string | undefined {
  const name = packageOf(framework.name)
  return context.project.dependencies([name]).get(name)
}

function isNamedInFile(context: FileContext, framework: Framework): boolean {
  return packagesOf(framework).some((name) => context.modules.has(name))
}

/** The packages whose presence means that this library is in use: `h3` for the sessions of `h3/session`. */
export const packagesOf = onceForEach(({ name, packages = [], server }: Framework): readonly string[] => {
  // A server is in use where it or anything made for it is: `express-session` is for express.
  const own = server ? [name, ...(server.companions ?? []), ...madeFor(name)] : [packageOf(name)]
  return [...own, ...packages]
})

function madeFor(server: string): string[] {
  return frameworks
    .filter((framework) => !framework.server)
    .filter((framework) => {
      const servers = new Set(meaningsIn(framework).flatMap((meaning) => (meaning.kind === 'object' ? meaning.servers : [])))
      return servers.size === 1 && servers.has(server)
    })
    .map((framework) => packageOf(framework.name))
}
