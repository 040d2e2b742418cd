import { defineFramework, from, signature, type JwtFacts } from './framework.js'

/** What a library takes that hands its options to jsonwebtoken. */
export const byJsonwebtoken = {
  algorithms: { option: 'algorithms', missing: 'by key' },
  ignoringExpiry: { option: 'ignoreExpiration', value: true },
  oldest: 'maxAge',
} as const satisfies JwtFacts

/** https://github.com/auth0/node-jsonwebtoken#usage */
export const jsonwebtoken = defineFramework({
  name: 'jsonwebtoken',
  reference: 'https://github.com/auth0/node-jsonwebtoken#usage',
  names: { jwt: from('jsonwebtoken') },
  jwt: {
    ...byJsonwebtoken,
    expiry: { option: 'expiresIn', unit: 'seconds', digits: 'milliseconds' },
    algorithm: { option: 'algorithm', default: 'HS256' },
    verify: 'verify',
  },
  signatures: [
    signature('jwt.sign(payload, key, options?, done?)', {
      emits: 'jwtSigned',
      payload: 'payload',
      secret: 'key',
      options: 'options',
      done: 'done',
    }),
    signature('jwt.verify(token, key, options?, done?)', {
      emits: 'jwtVerified',
      token: 'token',
      secret: 'key',
      options: 'options',
      done: 'done',
    }),
    signature('jwt.decode(token, options?)', { emits: 'jwtDecoded', token: 'token', options: 'options' }),
  ],
})
