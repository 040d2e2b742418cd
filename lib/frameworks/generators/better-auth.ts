import { defineGenerators, each, exported, generator } from './generator.js'

/** https://better-auth.com/docs/concepts/database#id-generation */
export const betterAuth = defineGenerators({
  name: 'better-auth',
  reference: 'https://better-auth.com/docs/concepts/database#id-generation',
  names: { auth: [exported('better-auth')], crypto: [exported('better-auth/crypto')] },
  generators: [
    generator('auth.generateId(size?)', { form: 'text', bits: each('size', 5.95, 32), each: 5.95 }),
    generator('crypto.generateRandomString(length)', { form: 'text', bits: each('length', 6), each: 6 }),
  ],
})
