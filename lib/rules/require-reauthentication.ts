import { defineRule } from '../define-rule.js'
import { readAccountChanges } from '../events/account-changes.js'
import { isConfirmed } from '../events/asked-again.js'
import { isFirstCredential } from '../events/first-credentials.js'

/** Whoever finds an open session, or steals one, keeps the account for good by what only its owner may change (ASVS v5.0.0-7.5.1). */
export default defineRule({
  name: 'require-reauthentication',
  meta: {
    type: 'problem',
    docs: { description: 'Require re-authentication in handlers that change credentials or delete accounts' },
    schema: [
      {
        type: 'object',
        properties: {
          middlewareNames: {
            type: 'array',
            items: { type: 'string' },
            uniqueItems: true,
            description: 'Names of functions that ask users for their password, or another factor, again, where the names do not say it.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ middlewareNames: [] }],
    messages: {
      password: 'A stolen session is enough to change this password, and so to keep the account: ask for the current one first.',
      email: 'A stolen session is enough to change this e-mail address, to which a new password is sent: ask for the password first.',
      factor: 'A stolen session is enough to change this second factor: ask for the password or the factor first.',
      account: 'A stolen session is enough to delete this account: ask for the password first.',
    },
  },
  create({ file, report, settings }, [{ middlewareNames = [] }]: readonly [{ readonly middlewareNames?: readonly string[] }]) {
    // What a handler changes, and that nothing asks before, is told by names.
    if (settings.certainty === 'proved') return {}
    for (const change of readAccountChanges(file)) {
      const { node, route, what } = change
      const isFirst = what === 'password' && isFirstCredential(change, file)
      if (!isFirst && !isConfirmed(route, file, middlewareNames)) report({ node, messageId: what })
    }
    return {}
  },
})
