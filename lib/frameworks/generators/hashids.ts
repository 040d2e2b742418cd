import { defineGenerators, derived, exported, fixed, generator } from './generator.js'

const REVERSIBLE = { form: 'text', bits: fixed(0), weakness: 'encoding' } as const

/** Numbers in another spelling; whoever has a few of them finds the salt. https://hashids.org/javascript/ */
export const hashids = defineGenerators({
  name: 'hashids',
  reference: 'https://hashids.org/javascript/',
  names: { Hashids: [exported('hashids')], Sqids: [exported('sqids')] },
  generators: [
    generator('new Hashids(...).encode(number)', REVERSIBLE),
    generator('new Hashids(...).encodeHex(hex)', { form: 'text', bits: derived('hex') }),
    generator('new Sqids(...).encode(numbers)', REVERSIBLE),
  ],
})
