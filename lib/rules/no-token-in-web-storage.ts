import type { Node } from '../ast/nodes.js'
import { defineRule } from '../define-rule.js'
import { isOtherToken, isTokenName, isTokenValue, roleOf } from '../events/cookie-role.js'
import type { WebStorageWritten } from '../events/events.js'
import { isAboutLogins } from '../events/file-kind.js'
import { wordsOf } from '../events/names.js'

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
  create({ file, report, settings }, [{ allowSessionStorage }]: readonly [{ readonly allowSessionStorage?: boolean }]) {
    // Where the program chooses between the two, one report is enough.
    const reported = new Set<Node>()

    return {
      webStorageWritten(event) {
        const { framework, node } = event
        if ((allowSessionStorage && framework.storage === 'of the tab') || reported.has(node) || !isToken(event)) return
        reported.add(node)
        report({ node, messageId: 'token', data: { storage: framework.name } })
      },
    }

    /** By the key, which must be called a token, or by the value, whatever the key, or something in it: `session` may be anything here. */
    function isToken(event: WebStorageWritten): boolean {
      const { name, nameNode, properties, value } = event
      if (name.state === 'known' && roleOf(name, nameNode, value, settings) === 'other') return false
      if (properties.some(isTokenInObject)) return true
      return (isTokenValue(value.node) || (name.state === 'known' && namesToken(name.value, event))) && !value.isOfNobody
    }

    /** Tokens are many things, but those of who has just logged in. */
    function namesToken(key: string, { isSeenWhole, properties }: WebStorageWritten): boolean {
      if (isTokenName(key)) return true
      return wordsOf(key) === 'tokens' && isAboutLogins(file.context) && !(isSeenWhole && !properties.some(mayBeToken))
    }
  },
})

function isTokenInObject({ name, value }: WebStorageWritten['properties'][number]): boolean {
  return isTokenName(name) && !isOtherToken(value.node) && !value.isOfNobody
}

/** One of several tokens, by its short name: `{ access, refresh }`, and not `{ prompt, completion }`. */
function mayBeToken({ name }: WebStorageWritten['properties'][number]): boolean {
  return /\b(?:access|refresh|id|auth|bearer|session|tokens?|jwt)\b/.test(wordsOf(name))
}
