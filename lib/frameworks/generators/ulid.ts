import { defineGenerators, exported, fixed, generator } from './generator.js'

/** 48 bits are the time, in clear. https://github.com/ulid/javascript#usage */
export const ulid = defineGenerators({
  name: 'ulid',
  reference: 'https://github.com/ulid/javascript#usage',
  names: { ulid: [exported('ulid', 'ulid')], monotonicFactory: [exported('ulid', 'monotonicFactory')] },
  generators: [
    generator('ulid(time?)', { form: 'text', bits: fixed(80), each: 5, length: 26 }),
    // Within one millisecond the next id is the one before plus one.
    generator('monotonicFactory()(time?)', { form: 'text', bits: fixed(0), weakness: 'counter' }),
  ],
})
