import { defineGenerators, each, eachNamed, exported, generator } from './generator.js'

/** https://github.com/klughammer/node-randomstring#api */
export const randomstring = defineGenerators({
  name: 'randomstring',
  reference: 'https://github.com/klughammer/node-randomstring#api',
  names: { randomstring: [exported('randomstring')] },
  generators: [
    generator('randomstring.generate(length?)', { form: 'text', bits: each('length', 5.95, 32), each: 5.95 }),
    generator('randomstring.generate(options)', {
      form: 'text',
      bits: eachNamed('options.length', 'options.charset', { alphanumeric: 5.95, alphabetic: 5.7, hex: 4, numeric: 3.32, binary: 1, octal: 3 }, 'alphanumeric'),
    }),
  ],
})
