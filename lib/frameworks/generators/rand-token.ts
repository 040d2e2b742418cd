import { defineGenerators, each, exported, generator } from './generator.js'

const TEXT = { form: 'text', bits: each('size', 5.95), each: 5.95 } as const

/** https://github.com/sehrope/node-rand-token#api */
export const randToken = defineGenerators({
  name: 'rand-token',
  reference: 'https://github.com/sehrope/node-rand-token#api',
  names: { randToken: [exported('rand-token')] },
  generators: [generator('randToken.generate(size)', TEXT), generator('randToken.uid(size)', TEXT)],
})
