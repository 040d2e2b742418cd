import type { TSESTree } from '@typescript-eslint/utils'
import { functionAround, statementAround, unwrap, type Node } from '../ast/nodes.js'
import { defineRule } from '../define-rule.js'
import type { SessionDestroyed, SessionRegenerated, SessionSaved, Unheard } from '../events/events.js'
import { createLoginRenewals } from '../events/login-renewals.js'
import type { Edit } from '../fixes/edit.js'
import { hearError } from '../fixes/hear-error.js'
import { rejectWithError } from '../fixes/reject-with-error.js'
import { waitForCall } from '../fixes/wait-for-call.js'

type Operation = SessionDestroyed | SessionRegenerated | SessionSaved

/** A logout that goes on when the store has failed tells the user that the session has ended, and it has not. */
export default defineRule({
  name: 'no-unhandled-session-error',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow ignoring errors from session regenerate, destroy, save and logout' },
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      missing: 'Nobody hears of it when `{{operation}}` fails: give it a callback that looks at the error.',
      needed: '`{{operation}}` throws without a callback: give it one that looks at the error.',
      unawaited: 'Nobody waits for `{{operation}}`, nor hears of it when it fails: await it.',
      ignored: 'This goes on as if all were well when `{{operation}}` has failed: look at the error in its callback.',
      passed: 'This hands the error of `{{operation}}` on, and goes on as if all were well: write `return {{call}}`.',
      resolved: 'This promise is fulfilled when `{{operation}}` has failed: reject it with the error.',
      callback: 'Give `{{operation}}` a callback that looks at the error',
      wait: 'Wait for `{{operation}}`',
      look: 'Look at the error first',
      leave: 'Write `return {{call}}`',
      reject: 'Reject the promise with the error',
    },
  },
  create({ file, report }) {
    const { sourceCode } = file.context
    const judge = createLoginRenewals(file)
    const atLogins = new Set(
      file.of('userLoggedIn').flatMap((login) => {
        const judgement = judge(login)
        return 'renewal' in judgement ? [judgement.renewal] : []
      }),
    )

    return {
      sessionDestroyed: reportUnheard,
      sessionSaved: reportUnheard,
      sessionRegenerated(event) {
        // A login that goes on without a new ID has a rule of its own.
        if (!atLogins.has(event)) reportUnheard(event)
      },
    }

    function reportUnheard(event: Operation): void {
      const { unheard } = event
      if (!unheard || event.node.type !== 'CallExpression') return
      const call = unheard.kind === 'passed' ? `${sourceCode.getText(unheard.call.callee)}(…)` : ''
      const data = { operation: nameOf(event.node), call }
      report({
        node: placeOf(unheard, event.node),
        messageId: unheard.kind,
        data,
        repair: { edit: editFor(unheard, event, event.node), isProved: false, messageId: REPAIRS[unheard.kind], data },
      })
    }

    function editFor(unheard: Unheard, { handler }: Operation, call: TSESTree.CallExpression): Edit | undefined {
      switch (unheard.kind) {
        case 'missing':
        case 'needed':
          return handler && waitForCall(file, call, handler)
        case 'unawaited':
          return awaitStatement(call)
        case 'ignored':
          return hearError(file, unheard.callback, handler)
        case 'passed':
          return leaveWith(unheard.call)
        case 'resolved':
          return rejectWithError(file, unheard.promise, unheard.resolve)
      }
    }

    /** The operation as the program writes it: `req.session.destroy`. */
    function nameOf({ callee }: TSESTree.CallExpression): string {
      return sourceCode.getText(callee).replace(/\s+/g, '').replaceAll('?.', '.')
    }
  },
})

const REPAIRS = { missing: 'callback', needed: 'callback', unawaited: 'wait', ignored: 'look', passed: 'leave', resolved: 'reject' } as const

/** The call that hands the error on, the function that fulfils the promise, else the name of the operation. */
function placeOf(unheard: Unheard, { callee }: TSESTree.CallExpression): Node {
  if (unheard.kind === 'passed') return unheard.call
  if (unheard.kind === 'resolved') return unheard.resolve
  const called = unwrap(callee)
  return called.type === 'MemberExpression' ? called.property : called
}

/** Leaves the function with what the statement of a call does. */
function leaveWith(call: TSESTree.CallExpression): Edit | undefined {
  const statement = statementAround(call)
  return statement && ((fixer) => [fixer.insertTextBefore(statement, 'return ')])
}

/** Awaits the statement that drops a promise, where the function can. */
function awaitStatement(call: TSESTree.CallExpression): Edit | undefined {
  const statement = statementAround(call)
  if (statement?.type !== 'ExpressionStatement' || statement.expression.type !== 'CallExpression' || functionAround(call)?.async !== true) return undefined
  return (fixer) => [fixer.insertTextBefore(statement, 'await ')]
}
