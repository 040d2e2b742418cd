import { defineFramework, from, signature } from './framework.js'

const BUILT = { emits: 'jwtBuilt', payload: 'payload' } as const
const VERIFIED = { emits: 'jwtVerified', token: 'token', secret: 'key', options: 'options' } as const

/** https://github.com/panva/jose/tree/main/docs#readme */
export const jose = defineFramework({
  name: 'jose',
  reference: 'https://github.com/panva/jose/tree/main/docs#readme',
  names: {
    SignJWT: [from('jose', 'SignJWT'), from('jose/jwt/sign', 'SignJWT'), from('jose/jwt/sign')],
    EncryptJWT: [from('jose', 'EncryptJWT'), from('jose/jwt/encrypt', 'EncryptJWT'), from('jose/jwt/encrypt')],
    UnsecuredJWT: [from('jose', 'UnsecuredJWT'), from('jose/jwt/unsecured', 'UnsecuredJWT'), from('jose/jwt/unsecured')],
    jwtVerify: [from('jose', 'jwtVerify'), from('jose/jwt/verify', 'jwtVerify'), from('jose/jwt/verify')],
    compactVerify: [from('jose', 'compactVerify'), from('jose/jws/compact/verify', 'compactVerify')],
    decodeJwt: [from('jose', 'decodeJwt'), from('jose/jwt/decode', 'decodeJwt'), from('jose/decode/jwt')],
  },
  jwt: {
    builder: {
      expires: 'setExpirationTime',
      header: 'setProtectedHeader',
      ends: { sign: 'signed', encrypt: 'encrypted', encode: 'none' },
    },
    algorithms: { option: 'algorithms', missing: 'by key' },
    oldest: 'maxTokenAge',
  },
  signatures: [
    signature('new SignJWT(payload?)', BUILT),
    signature('new EncryptJWT(payload?)', BUILT),
    signature('new UnsecuredJWT(payload?)', BUILT),
    signature('jwtVerify(token, key, options?)', VERIFIED),
    signature('compactVerify(token, key, options?)', VERIFIED),
    signature('decodeJwt(token)', { emits: 'jwtDecoded', token: 'token' }),
    signature('UnsecuredJWT.decode(token, options?)', { emits: 'jwtDecoded', token: 'token' }),
  ],
})
