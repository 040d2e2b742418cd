import { defineRule } from '../define-rule.js'
import { isGuessable } from '../events/entropy.js'
import type { SessionIdGenerated } from '../events/events.js'
import { strengthenId } from '../fixes/strengthen-id.js'

/** Who guesses the ID of a session is in it, without a password. */
export default defineRule({
  name: 'no-weak-session-id',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow predictable or short session IDs and tokens' },
    fixable: 'code',
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          minEntropyBits: { type: 'number', minimum: 1, description: 'How many bits of an ID must be random.' },
          allowUuid: { type: 'boolean', description: 'Whether a UUID of version 4 is enough, with its 122 random bits.' },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ minEntropyBits: 112, allowUuid: true }],
    messages: {
      random: '`{{sink}}` comes from {{source}}, which an attacker can predict: use {{instead}}.',
      guessable: '`{{sink}}` comes from {{source}}, which an attacker can guess: use {{instead}}.',
      counted: '`{{sink}}` comes from {{source}}, and whoever has one value knows the next: use {{instead}}.',
      encoded: '`{{sink}}` comes from {{source}}, which anyone can turn back into the number: use {{instead}}.',
      hashed: '`{{sink}}` is a hash of {{source}}, which an attacker can guess and hash as well: use {{instead}}.',
      short: '`{{sink}}` has {{bits}} random bits, and {{limit}} are needed: use {{instead}}.',
      cut: '`{{sink}}` is cut to {{bits}} random bits, and {{limit}} are needed: use {{instead}}.',
      uuid: '`{{sink}}` is a UUID, of which 122 bits are random: use {{instead}}.',
      draw: 'Draw `{{sink}}` from the cryptographic generator, 256 bits of it',
    },
  },
  create({ file, report }, [{ allowUuid, minEntropyBits: limit }]) {
    return {
      sessionIdGenerated(id) {
        const { node, sink, source, worth } = id
        const flaw = flawOf(id)
        if (!flaw) return

        const { edit, instead, isProved } = strengthenId(file.context, id)
        const data = { sink, source: source.code, instead, bits: Math.floor(worth.bits), limit }
        report({ node, messageId: flaw, data, repair: { edit, isProved, messageId: 'draw', data: { sink } } })
      },
    }

    function flawOf({ source, worth }: SessionIdGenerated) {
      if (isGuessable(worth)) return source.isHashed ? 'hashed' : GUESSES[source.weakness ?? 'time']
      if (worth.isUuid && worth.bits <= UUID_BITS) return allowUuid ? undefined : 'uuid'
      if (worth.bits >= limit) return undefined
      return worth.cuts.some(({ isFelt }) => isFelt) ? 'cut' : 'short'
    }
  },
})

const UUID_BITS = 122

/** How the message speaks of each weakness. */
const GUESSES = {
  random: 'random',
  counter: 'counted',
  encoding: 'encoded',
  time: 'guessable',
  process: 'guessable',
  user: 'guessable',
} as const
