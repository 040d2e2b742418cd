import { defineRule } from '../define-rule.js'

/** A refresh token that is stolen and never replaced is as good as the password, until it ends by itself. */
export default defineRule({
  name: 'require-refresh-token-rotation',
  meta: {
    type: 'problem',
    docs: { description: 'Require refresh handlers to rotate and invalidate the presented refresh token' },
    schema: [],
    defaultOptions: [],
    messages: {
      kept: 'This gives out a new access token and leaves `{{token}}` good for more: give out a new refresh token as well, and revoke the old one.',
    },
  },
  create({ file, report }) {
    return {
      tokenRefreshed({ node, token }) {
        report({ node, messageId: 'kept', data: { token: file.context.sourceCode.getText(token) } })
      },
    }
  },
})
