import { defineRule } from '../define-rule.js'
import type { JwtSigned } from '../events/events.js'
import { slipIn, type Slip } from '../events/token-lifetime.js'
import { hasEndOfItsOwn, isForUsers, mayOutliveSession } from '../events/token-purposes.js'
import { inUnit, momentAhead } from '../fixes/in-unit.js'
import { replaceValue } from '../fixes/replace-value.js'
import { setTokenExpiry } from '../fixes/set-token-expiry.js'

/** How long a token lives that an edit gives an end; one that gets others lives longer. */
const SHORT = { seconds: 15 * 60, text: '15m', name: '15 minutes' }
const LONG = { seconds: 7 * 24 * 60 * 60, text: '7d', name: '7 days' }

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
      moment: '`{{key}}` counts seconds since 1970 and this counts milliseconds, so the token never ends: write `{{right}}`.',
      end: 'Let the token end after {{time}}',
      write: 'Write `{{right}}`',
    },
  },
  create({ file, report }) {
    const { context } = file

    return {
      jwtSigned(token) {
        const { lifetime, protection } = token
        // A token that nobody signs has a worse flaw, of which another rule speaks.
        if (protection === 'none' || !isForUsers(token, file)) return
        if (lifetime.state === 'ends') return reportSlip(token)
        if (lifetime.state === 'unknown' || hasEndOfItsOwn(token, file) || isRefusedWhenOld()) return
        const time = mayOutliveSession(token, file) ? LONG : SHORT
        report({
          node: lifetime.node ?? token.node,
          messageId: lifetime.node ? 'endless' : 'missing',
          data: { key: keyOf(token) },
          repair: { edit: setTokenExpiry(context, token.expiry, time), isProved: false, messageId: 'end', data: { time: time.name } },
        })
      },
    }

    /** An end that comes much later, or earlier, than it reads. */
    function reportSlip(token: JwtSigned): void {
      const slip = slipIn(token, context)
      if (!slip || token.lifetime.state !== 'ends') return
      const { kind, node } = slip
      const { seconds = 0 } = token.lifetime
      const right = rightFor(slip)
      report({
        node,
        messageId: kind,
        data: { key: kind === 'moment' ? 'exp' : keyOf(token), seconds, days: Math.round(seconds / 86_400), right },
        repair: { edit: replaceValue(node, right), isProved: false, messageId: 'write', data: { right } },
      })
    }

    function rightFor({ ahead, digits, kind, node }: Slip): string {
      if (ahead) return momentAhead(context.sourceCode, ahead)
      const text = digits ?? inUnit(context.sourceCode, node, 'seconds')
      return kind === 'moment' ? `Math.floor(${text})` : text
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
