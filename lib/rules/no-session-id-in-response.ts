import { defineRule } from '../define-rule.js'

/** What an answer says, every script in the page can read: HttpOnly keeps the cookie, and not its copy. */
export default defineRule({
  name: 'no-session-id-in-response',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow sending the session ID in response bodies or custom headers' },
    schema: [],
    defaultOptions: [],
    messages: {
      sent: 'Scripts in the page can read this session ID from the answer: leave it to the cookie.',
    },
  },
  create({ report }) {
    return {
      credentialExposed({ node, what, where }) {
        if (where === 'answer' && what === 'id') report({ node, messageId: 'sent' })
      },
    }
  },
})
