import { groupBy } from '../ast/group-by.js'
import { functionsAround } from '../ast/nodes.js'
import { onceForEach } from '../ast/once-for-each.js'
import type { Setting } from '../ast/setting.js'
import { nameOf } from './cookie-contract.js'
import type { CookieCleared, CookieWritten, SessionConfigured } from './events.js'
import type { SessionFile } from './file.js'

/** Where a deletion speaks of another cookie than the one that the file writes, as browsers tell them apart. */
export interface MissedDeletion {
  readonly attribute: 'domain' | 'path'
  /** What the cookie has; undefined for one that has no Domain. */
  readonly wanted: string | undefined
}

/** How a deletion misses its cookie; nothing where it does not, or where the file does not show both. */
export function missedBy(file: SessionFile, event: CookieCleared): readonly MissedDeletion[] {
  const writes = writesOf(file, event)
  const missed = writes.map((written) => differencesTo(written, event))
  const [first = []] = missed
  if (missed.some((differences) => differences.length === 0)) return []
  return deletionsBeside(file, event).some((other) => writes.some((written) => differencesTo(written, other).length === 0)) ? [] : first
}

/** What gives a cookie of this name: the session library, or the program itself. */
function writesOf(file: SessionFile, event: CookieCleared): readonly (CookieWritten | SessionConfigured)[] {
  const name = nameOf(event)
  if (name === undefined || event.framework.cookie?.declaredApart) return []
  return writesByName(file).get(name) ?? []
}

const writesByName = onceForEach((file: SessionFile) => groupBy([...file.of('sessionConfigured'), ...file.of('cookieWritten')], nameOf))

const deletionsByName = onceForEach((file: SessionFile) => groupBy(file.of('cookieCleared'), nameOf))

/** Other deletions of the cookie in the same handler: a program may sweep up what an older version has left behind. */
function deletionsBeside(file: SessionFile, event: CookieCleared): readonly CookieCleared[] {
  const alike = deletionsByName(file).get(nameOf(event)) ?? []
  return alike.filter((other) => other !== event && functionsAround(other.write).some((callable) => callable === event.handler))
}

function differencesTo({ cookie }: CookieWritten | SessionConfigured, deletion: CookieCleared): readonly MissedDeletion[] {
  const [path, deletedPath] = [cookie.attribute('path'), deletion.cookie.attribute('path')]
  const [domain, deletedDomain] = [domainOf(cookie.attribute('domain')), domainOf(deletion.cookie.attribute('domain'))]
  const isOtherPath = path.state === 'known' && deletedPath.state === 'known' && typeof path.value === 'string' && path.value !== deletedPath.value
  const isOtherDomain = domain !== undefined && deletedDomain !== undefined && domain !== deletedDomain
  return [
    ...(isOtherPath ? [{ attribute: 'path', wanted: String(path.value) } as const] : []),
    ...(isOtherDomain ? [{ attribute: 'domain', wanted: domain === '' ? undefined : domain } as const] : []),
  ]
}

/** A Domain, which may be written with a dot before it; empty where there is none, undefined where nobody can say. */
function domainOf(setting: Setting<unknown>): string | undefined {
  if (setting.state === 'absent') return ''
  if (setting.state === 'unknown') return undefined
  if (setting.value === undefined || setting.value === null) return ''
  return typeof setting.value === 'string' ? setting.value.toLowerCase().replace(/^\./, '') : undefined
}
