import { defineGenerators, eachNamed, exported, generator } from './generator.js'

const TEXT = {
  form: 'text',
  bits: eachNamed(
    'options.length',
    'options.type',
    { hex: 4, base64: 6, 'url-safe': 6.04, numeric: 3.32, distinguishable: 4.25, 'ascii-printable': 6.55, alphanumeric: 5.95 },
    'hex',
  ),
  unlessGiven: 'options.characters',
} as const

/** https://github.com/sindresorhus/crypto-random-string#api */
export const cryptoRandomString = defineGenerators({
  name: 'crypto-random-string',
  reference: 'https://github.com/sindresorhus/crypto-random-string#api',
  names: {
    cryptoRandomString: [exported('crypto-random-string')],
    cryptoRandomStringAsync: [exported('crypto-random-string', 'cryptoRandomStringAsync'), exported('crypto-random-string', 'async')],
  },
  generators: [generator('cryptoRandomString(options)', TEXT), generator('cryptoRandomStringAsync(options)', TEXT)],
})
