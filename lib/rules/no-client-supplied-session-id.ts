import { defineRule } from '../define-rule.js'

/**
 * Session fixation: whoever may choose a session ID plants one that he knows, and shares the session that is
 * found under it (CWE-384).
 */
export default defineRule({
  name: 'no-client-supplied-session-id',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow taking the session ID from request input' },
    schema: [
      {
        type: 'object',
        properties: {
          allowHeaders: {
            type: 'array',
            items: { type: 'string' },
            description: 'Headers from which a session ID may be taken, such as those of protocols that have IDs of their own.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ allowHeaders: ['mcp-session-id', 'sec-websocket-key', 'sec-websocket-protocol'] }],
    messages: {
      generated: 'Whoever sends the request chooses the ID of the new session: make it from random bytes, not from `{{source}}`.',
      assigned: 'Whoever sends the request chooses the session ID: leave it to the session library, and do not take it from `{{source}}`.',
      cookie: 'Whoever sends the request chooses what this session cookie holds: make its value here, and do not take it from `{{source}}`.',
      lookedUp: 'A link or a form can carry this session ID into the browser of somebody else: take it from the cookie, not from `{{source}}`.',
    },
  },
  create({ file, report }, [{ allowHeaders }]) {
    const { sourceCode } = file.context
    const allowed = new Set(allowHeaders.map((header) => header.toLowerCase()))

    return {
      sessionIdSupplied({ header, how, node }) {
        if (header !== undefined && allowed.has(header)) return
        report({ node, messageId: how, data: { source: sourceCode.getText(node).replace(/\s+/g, ' ') } })
      },
    }
  },
})
