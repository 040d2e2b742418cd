import { defineRule } from '../define-rule.js'
import { lastName } from '../ast/last-name.js'
import type { EventOf, TokenAlgorithms } from '../events/events.js'
import { wordsOf } from '../events/names.js'
import { isKeyOfToken } from '../events/token-keys.js'
import { familiesOf, familyOf } from '../events/token-algorithms.js'
import { isTrial } from '../events/token-purposes.js'
import type { Edit } from '../fixes/edit.js'
import { keepElements } from '../fixes/keep-elements.js'
import { setCallOption } from '../fixes/set-call-option.js'
import { quoted, styleOf } from '../fixes/style.js'

type Verified = EventOf<'jwtVerified'>
type Listed = Extract<TokenAlgorithms, { state: 'listed' }>

/**
 * The header of a token names the algorithm, and whoever writes the token writes the header. What verifies it must
 * therefore know the algorithm by itself, and the key (ASVS v5.0.0-9.1.2, 9.1.3).
 */
export default defineRule({
  name: 'require-jwt-algorithms',
  meta: {
    type: 'problem',
    docs: { description: 'Require an explicit, single-family algorithm allow-list when verifying JWTs' },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          requireExplicit: {
            type: 'boolean',
            description: 'Whether a verification without a list is reported, for which the library takes every algorithm that fits the key.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ requireExplicit: false }],
    messages: {
      none: 'With `{{name}}` in the list a token passes that nobody has signed: leave it out.',
      mixed: 'With {{names}} in one list, a public key that everyone has may pass for a secret: list only those of one kind.',
      missing: 'Without a list every algorithm passes that fits the key: name yours in `{{option}}`.',
      header: 'This key comes out of the token, so whoever writes the token chooses it: take keys from where you know them.',
      keep: 'Accept only {{names}}',
      add: 'Accept only `{{name}}`',
    },
  },
  create({ file, report }, [{ requireExplicit }]: readonly [{ readonly requireExplicit?: boolean }]) {
    const { context } = file
    if (isTrial(file)) return {}

    return {
      jwtVerified(verified) {
        const { algorithms, secret } = verified
        if (secret && isKeyOfToken(secret, file)) report({ node: secret, messageId: 'header' })
        if (algorithms.state === 'listed') return checkList(verified, algorithms)
        if (algorithms.state === 'absent' && requireExplicit) reportMissing(verified, algorithms.place)
      },
    }

    function checkList({ secret }: Verified, list: Listed): void {
      const { names, node } = list
      const families = familiesOf(names)
      const [none] = names.filter((name) => familyOf(name) === 'none')
      const isMixed = families.has('secret') && families.has('pair')
      if (none === undefined && !isMixed) return
      const kind = kindOfKey(secret)
      const signed = names.filter((name) => isKept(name, isMixed ? kind : undefined))
      const kept = signed.length === 0 && kind === 'secret' ? ['HS256'] : signed
      const edit = isMixed && kind === undefined ? undefined : keepElements(context, node, kept)
      report({
        node,
        messageId: none === undefined ? 'mixed' : 'none',
        data: { name: none ?? '', names: names.map((name) => `\`${name}\``).join(' and ') },
        repair: { edit, isProved: false, messageId: 'keep', data: { names: kept.map((name) => `\`${name}\``).join(' and ') } },
      })
    }

    function reportMissing({ framework, node, secret }: Verified, place: Verified['options']): void {
      const option = framework.jwt?.algorithms?.option ?? 'algorithms'
      const name = signedWith() ?? (kindOfKey(secret) === 'secret' ? 'HS256' : undefined)
      const text = name === undefined ? undefined : `[${quoted(name, styleOf(context.sourceCode))}]`
      const edit: Edit | undefined = text === undefined ? undefined : setCallOption(context, { place, name: option, text })
      report({ node, messageId: 'missing', data: { option }, repair: { edit, isProved: false, messageId: 'add', data: { name: name ?? '' } } })
    }

    /** The algorithm of all tokens that the file signs. */
    function signedWith(): string | undefined {
      const signed = file.of('jwtSigned').map(({ algorithm }) => (algorithm.state === 'known' && typeof algorithm.value === 'string' ? algorithm.value : undefined))
      const [first] = signed
      return signed.every((name) => name === first) && first !== undefined && familyOf(first) !== 'none' ? first : undefined
    }
  },
})

function isKept(name: string, kind: 'pair' | 'secret' | undefined): boolean {
  const family = familyOf(name)
  return family !== 'none' && (kind === undefined || family === kind)
}

/** What kind of key one is, by its name. */
function kindOfKey(secret: Verified['secret']): 'pair' | 'secret' | undefined {
  const words = wordsOf((secret && lastName(secret)) ?? '')
  const isPair = /\b(?:public|pub|cert|certificate|pem|jwks?|jwk set|rsa|ec)\b/.test(words)
  const isSecret = /\b(?:secret|secrets|hmac)\b/.test(words)
  if (isPair === isSecret) return undefined
  return isPair ? 'pair' : 'secret'
}
