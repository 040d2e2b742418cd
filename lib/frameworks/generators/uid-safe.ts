import { defineGenerators, each, exported, generator } from './generator.js'

// The length counts bytes, not characters.
const TEXT = { form: 'text', bits: each('byteLength', 8), each: 6 } as const

/** https://github.com/crypto-utils/uid-safe#api */
export const uidSafe = defineGenerators({
  name: 'uid-safe',
  reference: 'https://github.com/crypto-utils/uid-safe#api',
  names: { uid: [exported('uid-safe')] },
  generators: [generator('uid(byteLength, done?)', TEXT), generator('uid.sync(byteLength)', TEXT)],
})
