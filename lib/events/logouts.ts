import { byPlace } from '../ast/by-place.js'
import { callsNamed } from '../ast/calls-named.js'
import { codeText } from '../ast/code-text.js'
import { nodesOf } from '../ast/nodes-of.js'
import { functionAround, functionsAround, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { onceForEach } from '../ast/once-for-each.js'
import { isSessionIdName } from './cookie-role.js'
import type { SessionEvent, SessionInHandler } from './events.js'
import type { FileContext } from './file-context.js'
import { isServerAction } from './file-kind.js'
import { settingAt } from './given.js'
import type { Handlers } from './handlers.js'
import type { Match } from './match.js'
import { nameOfRoute } from './name-of-route.js'
import { namesDeletion, namesLogout } from './names.js'
import type { Purposes } from './purposes.js'
import { endsSessions, sqlIn } from './sql.js'

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
  events: readonly SessionEvent[],
): Logouts {
  const { settings } = context
  let endingsIn: ((outer: Node) => readonly Node[]) | undefined
  // Every cookie that a handler clears is asked about.
  const cookieNamesIn = onceForEach(readCookieNames)

  return { isLogout, endsSession, endsAbandonedSessions, isSessionCookieName }

  function isLogout(node: Node): boolean {
    const names = purposes.namesAround(node)
    return names.some((name) => namesLogout(name) || settings.functions.logout.includes(name)) || isInLogoutFile(node)
  }

  /** `routes/logout.js` and `app/logout/route.ts` export their handlers without a name. */
  function isInLogoutFile(node: Node): boolean {
    return namesLogout(nameOfRoute(context.filename)) && functionsAround(node).length > 0
  }

  function endsSession(handler: FunctionNode, except: Node, visited: readonly FunctionNode[] = []): boolean {
    if (visited.includes(handler)) return false
    endingsIn ??= byPlace(readEndings(), (ending) => ending)
    if (endingsIn(handler).some((ending) => ending !== except)) return true
    if (isBehindEnd(handler, endingsIn)) return true
    return !handlers.isHandler(handler) && !isServerAction(handler, context) && callersEnd(handler, [...visited, handler])
  }

  /** Whether a middleware before a handler says that it ends the session, or does it in this file. */
  function isBehindEnd(handler: FunctionNode, endings: (middleware: Node) => readonly Node[]): boolean {
    const { before, middlewares } = purposes.registeredWith(handler)
    if (middlewares.some((name) => namesDeletion(name) || settings.functions.destroy.includes(name))) return true
    return before.some((middleware) => endings(context.bindings.function(middleware) ?? middleware).length > 0)
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

  /** Everything that ends a session, or says so. */
  function readEndings(): readonly Node[] {
    // A logout of a library that only forgets the user is no end.
    const byLibrary = new Set(matches.filter(({ pattern }) => pattern.emits === 'logoutByLibrary').map(({ node }) => node))
    const clearings = new Set(events.filter((event) => event.type === 'cookieCleared').map(({ write }) => write))
    const byEvent = events.flatMap(({ node, type }) => (type === 'sessionDestroyed' || type === 'sessionRegenerated' ? [node] : []))
    // `await revokeSession(req)`, `sessions.delete(id)`: not `params.delete('next')` or `list.remove()`, but who can tell.
    const byName = callsNamed(context.sourceCode, namesDeletion).filter((call) => !clearings.has(call) && !byLibrary.has(call))
    return [...byEvent, ...byName, ...sendingEnds()]
  }

  /** `await pool.query('DELETE FROM session WHERE sid = $1', [req.sessionID])` */
  function sendingEnds(): readonly Node[] {
    const { bindings, sourceCode } = context
    if (!/\b(?:delete\s+from|truncate|update)\s/i.test(codeText(sourceCode))) return []
    return nodesOf(sourceCode, 'CallExpression', 'TaggedTemplateExpression').filter((sending) => endsSessions(sqlIn(sending, bindings)))
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
    const { areAllKnown, names } = cookieNamesIn(framework)
    if (names.has(name)) return true
    // The name is configured in this file, and it is another one.
    if (areAllKnown) return false
    // Where the server brings sessions along, or the file writes it, a cookie of another name is one of the program's own.
    return facts.comesWithServer !== true && isSessionIdName(name) && !isWrittenHere(name)
  }

  /** Whether the file writes a cookie of this name itself, and with it what the program has in it. */
  function isWrittenHere(wanted: string): boolean {
    return events.some((event) => event.type === 'cookieWritten' && event.name.state === 'known' && event.name.value === wanted)
  }

  function readCookieNames(framework: SessionInHandler['framework']): { readonly areAllKnown: boolean; readonly names: ReadonlySet<unknown> } {
    const options = framework.session?.name.options ?? []
    const configured = configurationsOf(framework).flatMap((place) => options.map((option) => settingAt(place, option)))
    return {
      areAllKnown: configured.length > 0 && configured.every(({ state }) => state !== 'unknown'),
      names: new Set(configured.flatMap((setting) => (setting.state === 'known' ? [setting.value] : []))),
    }
  }

  function configurationsOf(framework: SessionInHandler['framework']) {
    return matches.flatMap((match) => {
      const { emits, roles } = match.pattern
      return match.pattern.framework === framework && emits === 'sessionConfigured' ? [match.options(roles.options)] : []
    })
  }
}
