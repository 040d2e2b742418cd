import { defineGenerators, exported, fixed, generator } from './generator.js'

/** https://github.com/substack/node-hat#methods */
export const hat = defineGenerators({
  name: 'hat',
  reference: 'https://github.com/substack/node-hat#methods',
  names: { hat: [exported('hat')] },
  generators: [
    generator('hat(...)', { form: 'text', bits: fixed(0), weakness: 'random' }),
    generator('hat.rack(...)(...)', { form: 'text', bits: fixed(0), weakness: 'random' }),
  ],
})
