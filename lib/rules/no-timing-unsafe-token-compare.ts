import { defineRule } from '../define-rule.js'
import { compareSafely } from '../fixes/compare-safely.js'

/** A comparison that ends with the first difference takes longer, the more of a guess is right. */
export default defineRule({
  name: 'no-timing-unsafe-token-compare',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow comparing session tokens with `===`' },
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      compared: '`{{by}}` ends with the first difference, so its time tells how much of a guess of `{{token}}` is right: compare with timingSafeEqual.',
      compare: 'Compare with timingSafeEqual, which takes as long for every guess',
    },
  },
  create({ file, report }) {
    return {
      tokensCompared(compared) {
        const { by, node, secret } = compared
        report({
          node,
          messageId: 'compared',
          data: { by, token: shown(file.context.sourceCode.getText(secret)) },
          repair: { edit: compareSafely(file.context, compared), isProved: false, messageId: 'compare' },
        })
      },
    }
  },
})

function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('`', '')
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}

const LONGEST = 40
