import type { TSESTree } from '@typescript-eslint/utils'
import { lastName } from '../ast/last-name.js'
import { functionAround, functionsAround, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { onceForEach } from '../ast/once-for-each.js'
import type { Setting } from '../ast/setting.js'
import { isSessionIdName } from './cookie-role.js'
import type { SessionEvent, SessionInHandler } from './events.js'
import type { FileContext } from './file-context.js'
import { isServerAction } from './file-kind.js'
import { settingAt } from './given.js'
import type { Handlers } from './handlers.js'
import type { Match } from './match.js'
import { namesDeletion, namesLogout } from './names.js'
import type { Purposes } from './purposes.js'

/** What a file shows about its logouts. */
export interface Logouts {
  /** Whether a place belongs to a logout, by the names of the functions around it and of their routes. */
  isLogout(node: Node): boolean
  /** Whether a handler ends the session: itself, in a callback, through a helper that says so, or before it; or its callers may. */
  endsSession(handler: FunctionNode, except: Node): boolean
  /** Whether an option of this file makes `req.session = null` end the session. */
  endsAbandonedSessions(session: SessionInHandler): boolean
  /** Whether a cookie of this name carries the session: by configuration, by default, or as people call it. */
  isSessionCookieName(name: string, session: SessionInHandler): boolean
}

export function createLogouts(
  context: FileContext,
  handlers: Handlers,
  matches: readonly Match[],
  purposes: Purposes,
  calls: readonly TSESTree.CallExpression[],
  events: readonly SessionEvent[],
): Logouts {
  const { settings } = context
  let endings: readonly Node[] | undefined
  // Every cookie that a handler clears is asked about.
  const cookieNamesIn = onceForEach(readCookieNames)

  return { isLogout, endsSession, endsAbandonedSessions, isSessionCookieName }

  function isLogout(node: Node): boolean {
    const names = purposes.namesAround(node)
    return names.some((name) => namesLogout(name) || settings.functions.logout.includes(name)) || isInLogoutFile(node)
  }

  /** `routes/logout.js` and `app/logout/route.ts` export their handlers without a name. */
  function isInLogoutFile(node: Node): boolean {
    const [file = '', folder = ''] = context.filename.split(/[/\\]/).reverse()
    const name = NAMELESS.test(file) ? folder : file.replace(/\.[^.]*$/, '')
    return namesLogout(name) && functionsAround(node).length > 0
  }

  function endsSession(handler: FunctionNode, except: Node, visited: readonly FunctionNode[] = []): boolean {
    if (visited.includes(handler)) return false
    if (endingsIn(handler).some((ending) => ending !== except)) return true
    if (purposes.registeredWith(handler).middlewares.some((name) => namesDeletion(name) || settings.functions.destroy.includes(name))) return true
    return !handlers.isHandler(handler) && !isServerAction(handler, context) && callersEnd(handler, [...visited, handler])
  }

  /** What a helper leaves to do, its callers may do; nobody knows about callers in other files. */
  function callersEnd(helper: FunctionNode, visited: readonly FunctionNode[]): boolean {
    const uses = context.bindings.entries(helper)
    return !uses || uses.length === 0 || uses.some((use) => {
      const call = wrapped(use).parent
      const caller = functionAround(use)
      return call?.type !== 'CallExpression' || call.callee !== wrapped(use) || !caller || endsSession(caller, call, visited)
    })
  }

  function endingsIn(handler: FunctionNode): readonly Node[] {
    endings ??= readEndings()
    const [start, end] = handler.range
    const first = endings.findIndex(({ range }) => range[0] >= start)
    return first === -1 ? [] : endings.slice(first).filter(({ range }) => range[1] <= end)
  }

  /** Everything that ends a session, or says so, in the order of the source. */
  function readEndings(): readonly Node[] {
    const clearings = new Set(events.filter((event) => event.type === 'cookieCleared').map(({ write }) => write))
    const byEvent = events.flatMap(({ node, type }) => (type === 'sessionDestroyed' || type === 'sessionRegenerated' ? [node] : []))
    const byName = calls.filter((call) => !clearings.has(call) && saysItEnds(call))
    return [...byEvent, ...byName].toSorted((a, b) => a.range[0] - b.range[0])
  }

  /** `await revokeSession(req)`, `sessions.delete(id)`: not `params.delete('next')` or `list.remove()`, but who can tell. */
  function saysItEnds(call: TSESTree.CallExpression): boolean {
    const name = lastName(call.callee)
    return name !== undefined && !isLogoutByLibrary(call) && namesDeletion(name)
  }

  /** A logout of a library that only forgets the user is no end. */
  function isLogoutByLibrary(call: TSESTree.CallExpression): boolean {
    return matches.some(({ node, pattern }) => node === call && pattern.emits === 'logoutByLibrary')
  }

  function endsAbandonedSessions({ facts, framework }: SessionInHandler): boolean {
    const option = facts.abandonedEndsWith
    if (!option) return false
    return configurationsOf(framework).some((options) => {
      const setting = settingAt(options, option.option)
      return setting.state === 'unknown' || (setting.state === 'known' && setting.value === option.value)
    })
  }

  function isSessionCookieName(name: string, { facts, framework }: SessionInHandler): boolean {
    if (name === facts.name.default) return true
    const configured = cookieNamesIn(framework)
    if (configured.some((setting) => setting.state === 'known' && setting.value === name)) return true
    // The name is configured in this file, and it is another one.
    if (configured.length > 0 && configured.every(({ state }) => state !== 'unknown')) return false
    // Where the server brings sessions along, a cookie of another name is one of the program's own.
    return facts.comesWithServer !== true && isSessionIdName(name)
  }

  function readCookieNames(framework: SessionInHandler['framework']): readonly Setting<unknown>[] {
    const options = framework.session?.name.options ?? []
    return configurationsOf(framework).flatMap((place) => options.map((option) => settingAt(place, option)))
  }

  function configurationsOf(framework: SessionInHandler['framework']) {
    return matches.flatMap((match) => {
      const { emits, roles } = match.pattern
      return match.pattern.framework === framework && emits === 'sessionConfigured' ? [match.options(roles.options)] : []
    })
  }
}

/** Files that are called like any other: what they are for is the name of their folder. */
const NAMELESS = /^(?:index|page|route|\+page|\+server)\./
