import { defineFramework, from, signature } from './framework.js'

/** https://github.com/hokaccha/node-jwt-simple#usage */
export const jwtSimple = defineFramework({
  name: 'jwt-simple',
  reference: 'https://github.com/hokaccha/node-jwt-simple#usage',
  names: { jwt: from('jwt-simple') },
  // The end of a token is its `exp`, and the algorithm is one of four, of which the key's is taken.
  jwt: {},
  signatures: [
    signature('jwt.encode(payload, key, algorithm?, options?)', { emits: 'jwtSigned', payload: 'payload', secret: 'key' }),
    signature('jwt.decode(token, key, noVerify?, algorithm?)', { emits: 'jwtVerified', token: 'token', secret: 'key', unlessIs: { argument: 'noVerify', value: true } }),
    signature("jwt.decode(token, key, 'true', algorithm?)", { emits: 'jwtDecoded', token: 'token', secret: 'key', turnedOffBy: "'true'" }),
  ],
})
