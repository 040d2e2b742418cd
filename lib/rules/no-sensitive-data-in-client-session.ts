import { defineRule } from '../define-rule.js'
import { wordsOf } from '../events/names.js'
import { namesPersonal, namesSensitive } from '../events/sensitive-names.js'
import { isForUsers } from '../events/token-purposes.js'

interface Limits {
  readonly keys?: readonly string[]
  readonly includePii?: boolean
}

/** A signature keeps data from being changed, not from being read (ASVS v5.0.0-14.3.3). */
export default defineRule({
  name: 'no-sensitive-data-in-client-session',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow sensitive data in client-readable sessions and JWT payloads' },
    schema: [
      {
        type: 'object',
        properties: {
          keys: {
            type: 'array',
            items: { type: 'string' },
            uniqueItems: true,
            description: 'Further names of what nobody else may read, in any way of writing them: `salary` is also `SALARY`.',
          },
          includePii: { type: 'boolean', description: 'Whether personal data is reported too: e-mail addresses, telephone numbers, addresses, dates of birth.' },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ keys: [], includePii: false }],
    messages: {
      session: 'These sessions are inside their cookie, and whoever has it can read `{{key}}`: keep it on the server.',
      cookie: 'Whoever has this cookie can read `{{key}}`: keep it on the server.',
      token: 'This token is signed, not encrypted, and whoever has it can read `{{key}}`: leave it out.',
    },
  },
  create({ file, report }, [{ includePii, keys = [] }]: readonly [Limits]) {
    const further = new Set(keys.map(wordsOf))
    return {
      readableDataWritten(event) {
        const { key, node, token, where } = event
        // A link that is mailed to somebody may say to whom.
        const isPersonal = includePii === true && namesPersonal(key) && (!token || isForUsers(token, file))
        const isReported = namesSensitive(event) || further.has(wordsOf(key)) || isPersonal
        if (isReported) report({ node, messageId: where, data: { key } })
      },
    }
  },
})
