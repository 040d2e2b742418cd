import { defineGenerators, exported, fixed, generator } from './generator.js'

/** A Mersenne Twister seeded from Math.random. https://fakerjs.dev/guide/randomizer.html */
export const faker = defineGenerators({
  name: '@faker-js/faker',
  reference: 'https://fakerjs.dev/guide/randomizer.html',
  names: { faker: [exported('@faker-js/faker', 'faker'), exported('@faker-js/faker'), exported('faker')] },
  generators: [generator('faker.*.*(...)', { form: 'text', bits: fixed(0), weakness: 'random' })],
})
