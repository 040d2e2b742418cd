import type { Node } from '../ast/nodes.js'
import { defineRule } from '../define-rule.js'
import type { JwtDecoded } from '../events/events.js'
import { isPage } from '../events/file-kind.js'
import { wordsOf } from '../events/names.js'
import { isTrial, namesAround } from '../events/token-purposes.js'
import { isTrusted, looksAtEnd } from '../events/token-trust.js'
import type { Edit } from '../fixes/edit.js'
import { removeOption } from '../fixes/remove-option.js'
import { renameMethod } from '../fixes/rename-method.js'

/**
 * What a token says is true because of its signature. Decoding looks at none, so whoever sends the token decides who
 * he is (ASVS v5.0.0-9.1.1); and a token that has expired was perhaps stolen long ago (9.2.1).
 */
export default defineRule({
  name: 'no-unverified-jwt',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow trusting JWTs whose signature or expiry is not verified' },
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      decoded: 'Decoding verifies nothing, so whoever sends this token decides who he is: verify it with its key.',
      key: '`{{decode}}` verifies nothing, whatever key it is given: call `{{verify}}`.',
      turnedOff: 'With `{{value}}` here nothing is verified, whatever key is given: leave it out.',
      expired: 'This takes tokens that have expired, also those that were stolen long ago: leave out `{{option}}`.',
      unsigned: 'Nothing signs this token, so anyone can write one like it: sign it with a key.',
      verify: 'Verify the token with `{{verify}}`, which throws where it is not right',
      turnOn: 'Verify the token, and throw where it is not right',
      refuse: 'Refuse tokens that have expired',
    },
  },
  create({ file, report }) {
    const { context } = file
    const { sourceCode } = context
    if (isTrial(file)) return {}

    return {
      jwtDecoded(token) {
        if (token.secret) return reportKey(token)
        // A page shows what its own token says; the server decides.
        if (!isPage(context) && isTrusted(token, file)) report({ node: token.node, messageId: 'decoded' })
      },
      jwtVerified({ ignoringExpiry, node }) {
        if (!ignoringExpiry || isAboutOldTokens(node) || looksAtEnd(node, file)) return
        const { option, place } = ignoringExpiry
        report({
          node: ignoringExpiry.node,
          messageId: 'expired',
          data: { option },
          repair: { edit: removeOption(sourceCode, place, option), isProved: false, messageId: 'refuse' },
        })
      },
      jwtSigned({ node, payloads, protection }) {
        if (protection === 'none' && payloads.some(isSeen)) report({ node, messageId: 'unsigned' })
      },
    }

    /** Whether the file shows what is in a token. Claims from elsewhere may be on their way through the checks of a library. */
    function isSeen(payload: Node): boolean {
      return context.options.read(payload).names.seen.length > 0
    }

    /** A key for a call that takes none: the program believes that the token is verified. */
    function reportKey({ framework, node, turnedOffBy }: JwtDecoded): void {
      if (turnedOffBy) {
        const edit: Edit = (fixer) => [fixer.replaceText(turnedOffBy, 'false')]
        return report({
          node: turnedOffBy,
          messageId: 'turnedOff',
          data: { value: sourceCode.getText(turnedOffBy) },
          repair: { edit, isProved: false, messageId: 'turnOn' },
        })
      }
      const verify = framework?.jwt?.verify
      report({
        node,
        messageId: 'key',
        data: { decode: sourceCode.getText(node), verify: verify ?? 'verify' },
        repair: verify === undefined ? undefined : { edit: renameMethod(context, node, verify), isProved: false, messageId: 'verify', data: { verify } },
      })
    }

    /** Whoever renews a token, or ends it, has one that may have expired. */
    function isAboutOldTokens(node: Node): boolean {
      return namesAround(node, file).some((name) => /\b(?:refresh|renew|rotate|reissue|expired|old|log ?out|log ?off|sign ?out|revoke|blacklist|introspect|decode)\b/.test(wordsOf(name)))
    }
  },
})
