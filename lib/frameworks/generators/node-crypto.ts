import { builtin, bytesOf, defineGenerators, derived, each, exported, fixed, generator, range } from './generator.js'

const BYTES = { form: 'bytes', bits: each('size', 8), each: 8 } as const

/** https://nodejs.org/api/crypto.html, and the Web Crypto API of every other platform. */
export const nodeCrypto = defineGenerators({
  name: 'node:crypto',
  reference: 'https://nodejs.org/api/crypto.html#cryptorandombytessize-callback',
  names: { crypto: [exported('crypto'), exported('crypto', 'webcrypto'), builtin('crypto')] },
  generators: [
    generator('crypto.randomBytes(size, done?)', BYTES),
    // The same function under its old names.
    generator('crypto.pseudoRandomBytes(size, done?)', BYTES),
    generator('crypto.prng(size, done?)', BYTES),
    generator('crypto.rng(size, done?)', BYTES),
    generator('crypto.randomUUID(options?)', { form: 'text', bits: fixed(122), each: 4, length: 36, isUuid: true }),
    generator('crypto.randomInt(max, done?)', { form: 'number', bits: range('max') }),
    generator('crypto.randomInt(min, max, done?)', { form: 'number', bits: range('max', 'min') }),
    generator('crypto.getRandomValues(array)', { form: 'bytes', bits: bytesOf('array'), each: 8 }),
    generator('crypto.randomFillSync(array)', { form: 'bytes', bits: bytesOf('array'), each: 8 }),
    generator('crypto.createHash(algorithm, options?)', { form: 'hash', bits: fixed(0) }),
    generator('crypto.hash(algorithm, data)', { form: 'text', bits: derived('data'), each: 4, isDigest: true }),
  ],
})
