import { alphabet, defineGenerators, derived, each, exported, generator } from './generator.js'

/** https://v3.lucia-auth.com/reference/main/generateIdFromEntropySize */
export const lucia = defineGenerators({
  name: 'lucia',
  reference: 'https://v3.lucia-auth.com/reference/main/generateIdFromEntropySize',
  names: {
    lucia: [exported('lucia')],
    before3: [exported('lucia/utils')],
    random: [exported('@oslojs/crypto/random')],
    encoding: [exported('@oslojs/encoding')],
  },
  generators: [
    generator('lucia.generateIdFromEntropySize(size)', { form: 'text', bits: each('size', 8), each: 5 }),
    generator('lucia.generateId(length)', { form: 'text', bits: each('length', 5.17), each: 5.17 }),
    generator('before3.generateRandomString(length)', { form: 'text', bits: each('length', 5.17), each: 5.17 }),
    generator('random.generateRandomString(reader, characters, length)', { form: 'text', bits: alphabet('characters', ['length']) }),
    ...encoders(),
  ],
})

/** Bytes as text: the package with which its guides encode what `getRandomValues` gives. */
function encoders() {
  const text = (bits: number) => ({ form: 'text', bits: derived('bytes'), each: bits }) as const
  return [
    generator('encoding.encodeBase32LowerCaseNoPadding(bytes)', text(5)),
    generator('encoding.encodeBase32LowerCase(bytes)', text(5)),
    generator('encoding.encodeBase32UpperCaseNoPadding(bytes)', text(5)),
    generator('encoding.encodeBase32UpperCase(bytes)', text(5)),
    generator('encoding.encodeBase32NoPadding(bytes)', text(5)),
    generator('encoding.encodeBase32(bytes)', text(5)),
    generator('encoding.encodeHexLowerCase(bytes)', text(4)),
    generator('encoding.encodeHexUpperCase(bytes)', text(4)),
    generator('encoding.encodeBase64(bytes)', text(6)),
    generator('encoding.encodeBase64NoPadding(bytes)', text(6)),
    generator('encoding.encodeBase64url(bytes)', text(6)),
    generator('encoding.encodeBase64urlNoPadding(bytes)', text(6)),
  ] as const
}
