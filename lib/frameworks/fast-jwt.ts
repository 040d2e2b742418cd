import { defineFramework, from, signature } from './framework.js'

/** https://github.com/nearform/fast-jwt#usage */
export const fastJwt = defineFramework({
  name: 'fast-jwt',
  reference: 'https://github.com/nearform/fast-jwt#usage',
  names: {
    createSigner: from('fast-jwt', 'createSigner'),
    createVerifier: from('fast-jwt', 'createVerifier'),
    createDecoder: from('fast-jwt', 'createDecoder'),
  },
  jwt: {
    expiry: { option: 'expiresIn', unit: 'milliseconds', digits: 'milliseconds' },
    algorithm: { option: 'algorithm' },
    algorithms: { option: 'algorithms', missing: 'by key' },
    ignoringExpiry: { option: 'ignoreExpiration', value: true },
    oldest: 'maxAge',
  },
  signatures: [
    signature('createSigner(options)', { emits: 'jwtSignerMade', options: 'options', secret: 'options.key' }),
    signature('createVerifier(options)', { emits: 'jwtVerifierMade', options: 'options', secret: 'options.key' }),
    signature('createDecoder(options?)', { emits: 'jwtDecoderMade', options: 'options' }),
  ],
})
