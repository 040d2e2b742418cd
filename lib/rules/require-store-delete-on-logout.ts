import type { TSESTree } from '@typescript-eslint/utils'
import { functionAround, isBranch, statementAround, statementsOf, type FunctionNode, type Node } from '../ast/nodes.js'
import { defineRule } from '../define-rule.js'
import type { CookieCleared, IdentityUnset, SessionAbandoned, SessionInHandler } from '../events/events.js'
import type { LeftRecord } from '../events/left-records.js'
import { deleteRecordBefore, deletionText } from '../fixes/delete-record.js'
import { destroySentSession } from '../fixes/destroy-sent-session.js'
import { operationText } from '../fixes/operation-text.js'
import { endSessionBefore, endSessionBeforeBody, isSessionWrite, type OperationEdit } from '../fixes/run-session-operation.js'

/**
 * A logout that only takes the cookie away leaves the session alive: whoever has a copy of the
 * cookie is still logged in (CWE-613, ASVS v5.0.0-7.4.1).
 */
export default defineRule({
  name: 'require-store-delete-on-logout',
  meta: {
    type: 'problem',
    docs: { description: 'Require logout handlers to destroy the server-side session, not only the cookie' },
    fixable: 'code',
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      cookieOnly: 'This logout deletes the cookie and leaves the session in the store: end it with `{{end}}`.',
      abandoned: 'This means nothing to {{library}}, and the session lives on: end it with `{{end}}`.',
      identityOnly: 'This logout leaves the session and its ID alive, with all other data: end it with `{{end}}`.',
      end: 'End the session with `{{end}}`',
    },
  },
  create({ file, report }) {
    return {
      cookieCleared(event) {
        const { session } = event
        const left = file.isLogout(event.write) ? file.recordLeft(event) : undefined
        if (left) return reportRecord(event, left)
        if (!session || !isSessionCookie(event, session) || !file.isLogout(event.write) || hasBetterReport(session)) return
        reportUnlessEnded(event, session, 'cookieOnly')
      },
      sessionAbandoned(event) {
        if (file.endsAbandonedSessions(event.session)) return
        reportUnlessEnded(event, event.session, 'abandoned')
      },
      identityUnset(event) {
        if (!file.isLogout(event.write) || hasBetterReport(event.session) || isNotFirst(event)) return
        reportUnlessEnded(event, event.session, 'identityOnly')
      },
    }

    /** The program keeps the session by itself, and has to take it out of its store by itself. */
    function reportRecord(event: CookieCleared, left: LeftRecord): void {
      const repair = deleteRecordBefore(file, event, left)
      const data = { end: deletionText(file.context, left) }
      report({
        node: event.node,
        messageId: 'cookieOnly',
        data,
        repair: repair && { edit: repair.edit, isProved: event.certainty === 'proved' && repair.isSafe, messageId: 'end', data },
      })
    }

    function reportUnlessEnded(
      event: CookieCleared | IdentityUnset | SessionAbandoned,
      session: SessionInHandler,
      messageId: 'abandoned' | 'cookieOnly' | 'identityOnly',
    ): void {
      const { facts, handler, kind } = session
      // A session in a cookie has no record; what the library ignores ends nothing there either.
      if ((kind !== 'server' && messageId !== 'abandoned') || !facts.end || !handler) return
      if (file.endsSession(handler, event.write) || file.isHandedOn(event)) return
      const repair = repairFor(event.write, session)
      const isProved = event.certainty === 'proved' && session.certainty === 'proved' && messageId !== 'identityOnly'
      report({
        node: event.node,
        messageId,
        data: { ...namesIn(session), library: session.framework.name },
        repair: repair && { edit: repair.edit, isProved: isProved && repair.isSafe, messageId: 'end', data: namesIn(session) },
      })
    }

    function repairFor(write: Node, session: SessionInHandler): OperationEdit | undefined {
      const destroyed = destroySentSession(file, session, write)
      if (destroyed) return destroyed
      const from = statementAround(write)
      if (from) return endSessionBefore(file, session, from, pointlessFrom(from))
      const callable = functionAround(write)
      return callable?.type === 'ArrowFunctionExpression' ? endSessionBeforeBody(file, session, callable) : undefined
    }

    /** Statements that write to the session: once it is destroyed, they would fail. */
    function pointlessFrom(from: TSESTree.Statement): ReadonlySet<Node> {
      const list = isBranch(from, from.parent) ? [from] : statementsOf(from.parent)
      return new Set<Node>(list.filter((statement) => statement.range[0] >= from.range[0] && isSessionWrite(file, statement)))
    }

    /** Whether the same logout gives the session up, which is reported there. */
    function hasBetterReport(session: SessionInHandler): boolean {
      return isIn(session.handler, file.of('sessionAbandoned'))
    }

    function isNotFirst(event: IdentityUnset): boolean {
      const clears = file.of('cookieCleared').filter((cleared) => cleared.session && isSessionCookie(cleared, cleared.session))
      const others = file.of('identityUnset').filter((other) => other.write.range[0] < event.write.range[0])
      return isIn(event.session.handler, clears) || isIn(event.session.handler, others)
    }

    /** Whether a deleted cookie is the one that carries the session, rather than a token beside it. */
    function isSessionCookie({ name, role }: CookieCleared, session: SessionInHandler): boolean {
      if (name.state !== 'known' || role === 'other') return false
      return file.isSessionCookieName(name.value, session)
    }
  },
})

function isIn(handler: FunctionNode | undefined, events: readonly (CookieCleared | IdentityUnset | SessionAbandoned)[]): boolean {
  return events.some(({ session }) => session?.handler === handler)
}

/** The library's own words for the end of a session, as the handler would write them. */
function namesIn(session: SessionInHandler): { end: string } {
  return { end: operationText(session, session.facts.end) }
}
