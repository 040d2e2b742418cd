import { defineRule } from '../define-rule.js'
import type { Credential } from '../events/credentials.js'

const WHAT: Readonly<Record<Credential, string>> = {
  id: 'the session ID',
  session: 'the whole session, with its ID',
  cookies: 'all cookies',
  header: 'a header that logs its reader in',
  token: 'a token',
}

/** Whoever reads a log, or gets hold of one, is every user whose session is in it. */
export default defineRule({
  name: 'no-session-id-in-logs',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow logging session identifiers, tokens and cookie headers' },
    schema: [],
    defaultOptions: [],
    messages: {
      logged: 'The log gets {{what}}, and whoever reads it is that user: log the user, or a hash.',
    },
  },
  create({ report }) {
    return {
      credentialExposed({ node, what, where }) {
        if (where === 'log') report({ node, messageId: 'logged', data: { what: WHAT[what] } })
      },
    }
  },
})
