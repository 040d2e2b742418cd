import { defineRule } from '../define-rule.js'
import { isTokenName, isTokenValue, roleOf } from '../events/cookie-role.js'
import type { WebStorageWritten } from '../events/events.js'

/** Every script in the page reads the storage, and what is in `localStorage` is still there next year. */
export default defineRule({
  name: 'no-token-in-web-storage',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow storing session tokens in `localStorage` or `sessionStorage`' },
    schema: [
      {
        type: 'object',
        properties: {
          allowSessionStorage: {
            type: 'boolean',
            description: 'Whether `sessionStorage` is allowed, which ends with the tab (ASVS v4.0.3-3.2.3 allows it).',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ allowSessionStorage: true }],
    messages: {
      token: 'Any script in the page can read this token from `{{storage}}`: keep it in an HttpOnly cookie that the server sets.',
    },
  },
  create({ report, settings }, [{ allowSessionStorage }]: readonly [{ readonly allowSessionStorage?: boolean }]) {
    return {
      webStorageWritten(event) {
        const { framework, node } = event
        if (allowSessionStorage && framework.storage === 'of the tab') return
        if (isToken(event)) report({ node, messageId: 'token', data: { storage: framework.name } })
      },
    }

    /** By the key, which must be called a token, or by the value, whatever the key: `session` may be anything here. */
    function isToken({ name, nameNode, value }: WebStorageWritten): boolean {
      if (name.state !== 'known') return isTokenValue(value)
      const isOther = roleOf(name, nameNode, undefined, settings) === 'other'
      return !isOther && (isTokenName(name.value) || isTokenValue(value))
    }
  },
})
