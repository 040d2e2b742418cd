import { defineRule } from '../define-rule.js'
import type { SecretWritten } from '../events/events.js'
import { isSample } from '../events/secret-names.js'
import { readSecret } from '../fixes/read-secret.js'

/** Who reads the source, or guesses what stands in it, signs sessions and tokens of any user. */
export default defineRule({
  name: 'no-hardcoded-secret',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow hard-coded, default or short session and token secrets' },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          minLength: { type: 'integer', minimum: 1, description: 'Secrets with fewer characters are said to be short, which is worse than to be written.' },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ minLength: 32 }],
    messages: {
      written: 'Whoever reads this source can forge {{protects}}: read the secret from the environment.',
      fallback: 'Where `{{missing}}` is missing, whoever reads this source can forge {{protects}}: stop at start instead.',
      sample: 'Attackers try `{{secret}}` before anything else, and then forge {{protects}}: read a random secret from the environment.',
      short: 'This secret has {{length}} characters where {{limit}} are needed, and whoever reads the source can forge {{protects}}: read a longer one from the environment.',
      read: 'Read the secret from `{{variable}}`, and stop at start where that is unset',
    },
  },
  create({ file, report }, [{ minLength: limit }]) {
    return {
      secretWritten(secret) {
        const { missing = '', node, protects, written } = secret
        const { text } = written
        const { edit, variable } = readSecret(file, secret)
        report({
          node,
          messageId: flawOf(secret),
          data: { protects, missing, secret: text, length: text.length, limit },
          repair: { edit, isProved: false, messageId: 'read', data: { variable } },
        })
      },
    }

    function flawOf({ missing, written: { text } }: SecretWritten) {
      if (missing !== undefined) return 'fallback'
      if (isSample(text)) return 'sample'
      return text.length < limit ? 'short' : 'written'
    }
  },
})
