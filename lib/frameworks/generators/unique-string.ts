import { defineGenerators, exported, fixed, generator } from './generator.js'

/** https://github.com/sindresorhus/unique-string#readme */
export const uniqueString = defineGenerators({
  name: 'unique-string',
  reference: 'https://github.com/sindresorhus/unique-string#readme',
  names: { uniqueString: [exported('unique-string')] },
  generators: [generator('uniqueString()', { form: 'text', bits: fixed(128), each: 4, length: 32 })],
})
