import { defineGenerators, each, exported, fixed, generator } from './generator.js'

// Version 2 took its randomness from Math.random.
const BEFORE = { form: 'text', bits: fixed(0), weakness: 'random', versions: '<3' } as const

/** https://github.com/paralleldrive/cuid2#configuration */
export const cuid2 = defineGenerators({
  name: '@paralleldrive/cuid2',
  reference: 'https://github.com/paralleldrive/cuid2#configuration',
  names: { createId: [exported('@paralleldrive/cuid2', 'createId')], init: [exported('@paralleldrive/cuid2', 'init')] },
  generators: [
    generator('createId()', BEFORE),
    generator('init(...)()', BEFORE),
    generator('createId()', { form: 'text', bits: fixed(118), each: 5.17, length: 24 }),
    generator('init(options?)()', { form: 'text', bits: each('options.length', 5.17, 24), each: 5.17, unlessGiven: 'options.random' }),
  ],
})
