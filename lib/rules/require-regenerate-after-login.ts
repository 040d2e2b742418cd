import { statementAround } from '../ast/nodes.js'
import { defineRule } from '../define-rule.js'
import type { SessionRegenerated, UserLoggedIn } from '../events/events.js'
import { createLoginRenewals } from '../events/login-renewals.js'
import { awaitCall } from '../fixes/await-call.js'
import { handleError } from '../fixes/handle-error.js'
import { operationText } from '../fixes/operation-text.js'
import { renewGivenSession } from '../fixes/renew-given-session.js'
import { failureAt, renewSessionBefore } from '../fixes/run-session-operation.js'
import { takeNewSession } from '../fixes/take-new-session.js'

/**
 * Session fixation: an attacker who plants a session ID before the login owns the session after it,
 * unless the login gives it a new ID (CWE-384, ASVS v5.0.0-7.2.4).
 */
export default defineRule({
  name: 'require-regenerate-after-login',
  meta: {
    type: 'problem',
    docs: { description: 'Require regenerating the session ID when a handler logs a user in' },
    fixable: 'code',
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      missing: 'This login keeps the session ID from before it: call `{{renew}}` first.',
      kept: 'This login keeps the session ID from before it: write to the new session that `{{renew}}` gives, and end the old one with `{{end}}`.',
      unawaited: 'This login does not wait for `{{renew}}`: write to the session when it has finished.',
      late: 'The session ID is renewed only after this login: call `{{renew}}` first, and write to the new session.',
      unchecked: 'When `{{renew}}` fails, this login goes on all the same: look at the error first.',
      restored: 'This puts the session from before the login back, with its old ID: write to the new session instead.',
      library: 'This version of {{library}} keeps the session ID at login: upgrade, or call `{{renew}}` first.',
      renew: 'Renew the session ID with `{{renew}}` before the login',
      take: 'Write the login to the new session that `{{renew}}` gives',
      handle: 'Stop the login when `{{renew}}` fails',
      wait: 'Wait for `{{renew}}`',
    },
  },
  create({ file, report }) {
    const renewals = file.of('sessionRegenerated')
    const all = new Set(renewals.flatMap(({ completions }) => [...completions]))
    const judge = createLoginRenewals(file)

    return {
      userLoggedIn(login) {
        const judgement = judge(login)
        switch (judgement.state) {
          case 'missing':
            return reportMissing(login)
          case 'unawaited':
            return reportUnawaited(login, judgement.renewal)
          case 'unchecked':
            return reportUnchecked(login, judgement.renewal)
          case 'renewed':
        }
      },
      sessionRestored({ node, session, write }) {
        if (session.kind !== 'server' || !file.alwaysBefore(write, all)) return
        report({ node, messageId: 'restored' })
      },
    }

    function reportMissing(login: UserLoggedIn): void {
      const { certainty, session, write } = login
      const isLate = renewals.some(({ node }) => file.mayBeFollowedBy(write, node))
      const from = statementAround(write)
      const isAnother = session.facts.renew?.gives === 'another session'
      const renewal = () => renewGivenSession(file, login) ?? (from && renewSessionBefore(file, session, from))
      const names = namesIn(login)
      const repair = isAnother ? takeNewSession(file, login) : isLate ? undefined : renewal()
      report({
        node: login.node,
        messageId: messageFor(login, isLate),
        data: { ...names, library: login.framework.name },
        repair: repair && {
          edit: repair.edit,
          isProved: certainty === 'proved' && session.certainty === 'proved' && repair.isSafe,
          messageId: isAnother ? 'take' : 'renew',
          data: names,
        },
      })
    }

    function reportUnawaited(login: UserLoggedIn, renewal: SessionRegenerated): void {
      report({
        node: renewal.node,
        messageId: 'unawaited',
        data: namesIn(login),
        repair: {
          edit: awaitCall(renewal.node),
          isProved: login.certainty === 'proved',
          messageId: 'wait',
          data: namesIn(login),
        },
      })
    }

    function messageFor(login: UserLoggedIn, isLate: boolean): 'kept' | 'late' | 'library' | 'missing' {
      if (login.by === 'library') return 'library'
      if (login.session.facts.renew?.gives === 'another session') return 'kept'
      return isLate ? 'late' : 'missing'
    }

    function reportUnchecked(login: UserLoggedIn, renewal: SessionRegenerated | undefined): void {
      const callback = renewal?.callback
      const { handler } = login.session
      const fail = callback && handler && failureAt(file, callback, file.handlers.serverOf(handler))
      report({
        node: renewal?.node ?? login.node,
        messageId: 'unchecked',
        data: namesIn(login),
        repair: fail && {
          edit: handleError(file.context.sourceCode, callback, fail),
          isProved: login.certainty === 'proved',
          messageId: 'handle',
          data: namesIn(login),
        },
      })
    }
  },
})

/** The library's own words for the renewal and the end, as the handler would write them. */
function namesIn({ session }: UserLoggedIn): { renew: string; end: string } {
  return { renew: operationText(session, session.facts.renew), end: operationText(session, session.facts.end) }
}
