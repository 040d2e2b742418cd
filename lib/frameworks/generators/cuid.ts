import { defineGenerators, exported, fixed, generator } from './generator.js'

/** Most of it is the time, a counter and a fingerprint of the host. https://github.com/paralleldrive/cuid#readme */
export const cuid = defineGenerators({
  name: 'cuid',
  reference: 'https://github.com/paralleldrive/cuid#readme',
  names: { cuid: [exported('cuid')] },
  generators: [
    generator('cuid()', { form: 'text', bits: fixed(39), each: 5.17, length: 25 }),
    generator('cuid.slug()', { form: 'text', bits: fixed(10), each: 5.17 }),
  ],
})
