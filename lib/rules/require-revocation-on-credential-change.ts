import { defineRule } from '../define-rule.js'
import { readCredentialChanges } from '../events/credential-changes.js'

/** Who changes a password because somebody else knows it, wants that somebody out: a session that lives on keeps him in. */
export default defineRule({
  name: 'require-revocation-on-credential-change',
  meta: {
    type: 'problem',
    docs: { description: 'Require revoking other sessions when a credential changes or an account is disabled' },
    schema: [],
    defaultOptions: [],
    messages: {
      password: 'Whoever is logged in with the old password stays logged in: end the other sessions of this user.',
      factor: 'Whoever is logged in with the old second factor stays logged in: end the other sessions of this user.',
      disabled: 'Whoever is logged in to this account stays logged in: end its sessions.',
    },
  },
  create({ file, report, settings }) {
    // What a route changes, and that it ends no sessions, is told by names.
    if (settings.certainty === 'proved') return {}
    for (const { node, what } of readCredentialChanges(file)) report({ node, messageId: what })
    return {}
  },
})
