import { defineGenerators, exported, fixed, generator } from './generator.js'

/** https://github.com/dylang/shortid#usage */
export const shortid = defineGenerators({
  name: 'shortid',
  reference: 'https://github.com/dylang/shortid#usage',
  names: { shortid: [exported('shortid')] },
  generators: [
    generator('shortid.generate()', { form: 'text', bits: fixed(54), each: 6 }),
    generator('shortid()', { form: 'text', bits: fixed(54), each: 6 }),
  ],
})
