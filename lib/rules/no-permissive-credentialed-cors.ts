import { defineRule } from '../define-rule.js'

/** A page on any site asks in the user's name, with the user's cookies, and reads what is answered (ASVS v5.0.0-3.4.2). */
export default defineRule({
  name: 'no-permissive-credentialed-cors',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow reflecting any origin in credentialed CORS' },
    schema: [],
    defaultOptions: [],
    messages: {
      any: 'Any site can read what this answers to a user who is logged in: list the origins that may, beside `credentials`.',
      missing: 'Without `origin` any site can read what this answers to a user who is logged in: list the origins that may.',
      header: 'Any site can read what this answers to a user who is logged in: send back only an origin from a list.',
      star: 'Browsers refuse `*` beside credentials, so no site can read the answers: list the origins that may.',
    },
  },
  create({ report }) {
    return {
      corsAllowed({ by, node, passing }) {
        if (passing === 'star') return report({ node, messageId: 'star' })
        report({ node, messageId: by === 'header' ? 'header' : by === 'default' ? 'missing' : 'any' })
      },
    }
  },
})
