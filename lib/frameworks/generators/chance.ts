import { defineGenerators, exported, fixed, generator } from './generator.js'

const TWISTER = { form: 'text', bits: fixed(0), weakness: 'random' } as const

/** A Mersenne Twister seeded from Math.random. https://chancejs.com/usage/node.html */
export const chance = defineGenerators({
  name: 'chance',
  reference: 'https://chancejs.com/usage/node.html',
  names: { Chance: [exported('chance'), exported('chance', 'Chance')] },
  generators: [
    generator('new Chance(...).*(...)', TWISTER),
    generator('Chance(...).*(...)', TWISTER),
  ],
})
