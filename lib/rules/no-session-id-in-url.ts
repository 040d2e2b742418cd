import { defineRule } from '../define-rule.js'
import { isForSomethingElse } from '../events/token-purposes.js'

/** A URL is copied, bookmarked, logged by every proxy, and sent to the next site as the referrer. */
export default defineRule({
  name: 'no-session-id-in-url',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow session identifiers in URLs' },
    schema: [
      {
        type: 'object',
        properties: {
          bareToken: { type: 'boolean', description: 'Whether a parameter that is only called `token` is reported too; it is often one of a link that is used once.' },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ bareToken: false }],
    messages: {
      url: 'Whoever sees this URL, in a log or a history, is the user: send the session in a cookie, or the token in a header.',
    },
  },
  create({ file, report }, [{ bareToken }]: readonly [{ readonly bareToken?: boolean }]) {
    return {
      credentialExposed({ node, parameter, what, where }) {
        if (where !== 'url' || (!bareToken && what === 'token' && /^(?:token|session)$/i.test(parameter ?? ''))) return
        if (what === 'token' && isForSomethingElse(node, file)) return
        report({ node, messageId: 'url' })
      },
    }
  },
})
