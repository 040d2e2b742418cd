import { defineRule } from '../define-rule.js'

/** What a script in the page has written, every script in the page can read. */
export default defineRule({
  name: 'no-client-side-session-cookie',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow creating session cookies from browser script' },
    schema: [],
    defaultOptions: [],
    messages: {
      script: 'A session cookie that a script writes, any script can read: let the server send it, with `HttpOnly`.',
    },
  },
  create({ report, settings }) {
    return {
      browserCookieWritten({ name, node, role }) {
        const isReadable = name.state === 'known' && settings.cookies.readable.some((pattern) => pattern.test(name.value))
        if (role === 'session' && !isReadable) report({ node, messageId: 'script' })
      },
    }
  },
})
