import { defineRule } from '../define-rule.js'
import type { JwtSigned } from '../events/events.js'
import { digitsIn, isInMilliseconds } from '../events/token-lifetime.js'
import { hasEndOfItsOwn, isForUsers } from '../events/token-purposes.js'
import { inUnit } from '../fixes/in-unit.js'
import { setTokenExpiry } from '../fixes/set-token-expiry.js'

/** How long a token lives that an edit gives an end. */
const MINUTES = 15

/**
 * Nobody can take a signed token back: who has it is let in until it ends (ASVS v5.0.0-7.3.2, 9.2.1). What counts is
 * that something ends it: an option, `exp` in what it says, or a verification that refuses old ones.
 */
export default defineRule({
  name: 'require-jwt-expiry',
  meta: {
    type: 'problem',
    docs: { description: 'Require an expiry when signing session JWTs' },
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      missing: 'Nothing ends this token, and nobody can take it back: add `{{key}}`.',
      endless: 'This token never ends: give `{{key}}` a time such as `15m`.',
      digits: 'Digits in quotes are milliseconds, so this token lives for {{seconds}} seconds: write `{{right}}`.',
      milliseconds: '`{{key}}` counts seconds, so this token lives for {{days}} days: write `{{right}}`.',
      end: 'Let the token end after {{minutes}} minutes.',
      write: 'Write `{{right}}`.',
    },
  },
  create({ file, report }) {
    const { context } = file

    return {
      jwtSigned(token) {
        const { lifetime, protection } = token
        // A token that nobody signs has a worse flaw, of which another rule speaks.
        if (protection === 'none' || !isForUsers(token, file)) return
        if (lifetime.state === 'ends') return reportUnit(token)
        if (lifetime.state === 'unknown' || hasEndOfItsOwn(token, file) || isRefusedWhenOld()) return
        report({
          node: lifetime.node ?? token.node,
          messageId: lifetime.node ? 'endless' : 'missing',
          data: { key: keyOf(token) },
          repair: { edit: setTokenExpiry(context, token.expiry, MINUTES), isProved: false, messageId: 'end', data: { minutes: MINUTES } },
        })
      },
    }

    /** An end that comes much later, or earlier, than it reads. */
    function reportUnit({ expiry, lifetime }: JwtSigned): void {
      if (expiry?.kind !== 'option' || expiry.facts.unit !== 'seconds' || lifetime.state !== 'ends' || !lifetime.node || lifetime.seconds === undefined) return
      const { node, seconds } = lifetime
      const digits = digitsIn(node, context)
      const isSlip = digits === undefined && isInMilliseconds(node, context)
      if (digits === undefined && !isSlip) return
      const right = digits ?? inUnit(context.sourceCode, node, 'seconds')
      report({
        node,
        messageId: digits === undefined ? 'milliseconds' : 'digits',
        data: { key: expiry.facts.option, seconds, days: Math.round(seconds / 86_400), right },
        repair: { edit: (fixer) => [fixer.replaceText(node, right)], isProved: false, messageId: 'write', data: { right } },
      })
    }

    /** Whether a verification in the file refuses tokens of some age, whatever they say. */
    function isRefusedWhenOld(): boolean {
      return file.of('jwtVerified').some(({ limitsAge }) => limitsAge)
    }
  },
})

/** What the library calls the end of a token. */
function keyOf({ expiry }: JwtSigned): string {
  switch (expiry?.kind) {
    case 'option':
      return expiry.facts.option
    case 'step':
      return expiry.name
    default:
      return 'exp'
  }
}
