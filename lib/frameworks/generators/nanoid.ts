import { alphabet, defineGenerators, each, exported, fixed, generator } from './generator.js'

/** https://github.com/ai/nanoid#api */
export const nanoid = defineGenerators({
  name: 'nanoid',
  reference: 'https://github.com/ai/nanoid#api',
  names: {
    nanoid: [exported('nanoid', 'nanoid'), exported('nanoid'), exported('nanoid/async', 'nanoid')],
    customAlphabet: [exported('nanoid', 'customAlphabet'), exported('nanoid/generate'), exported('nanoid/async', 'customAlphabet')],
    nonSecure: [exported('nanoid/non-secure')],
  },
  generators: [
    generator('nanoid(size?)', { form: 'text', bits: each('size', 6, 21), each: 6 }),
    generator('customAlphabet(alphabet, size?)(length?)', { form: 'text', bits: alphabet('alphabet', ['length', 'size'], 21) }),
    generator('nonSecure.nanoid(...)', { form: 'text', bits: fixed(0), weakness: 'random' }),
    generator('nonSecure(...)', { form: 'text', bits: fixed(0), weakness: 'random' }),
    generator('nonSecure.customAlphabet(...)(...)', { form: 'text', bits: fixed(0), weakness: 'random' }),
  ],
})
