import { defineFramework, from, signature } from './framework.js'

/** https://hono.dev/docs/helpers/jwt */
export const honoJwt = defineFramework({
  name: 'hono/jwt',
  packages: ['hono'],
  reference: 'https://hono.dev/docs/helpers/jwt',
  names: {
    jwt: [from('hono/jwt'), from('hono/utils/jwt', 'Jwt'), from('hono/utils/jwt/jwt')],
    middleware: from('hono/jwt', 'jwt'),
  },
  // The algorithm is a parameter: it is one, and never none.
  jwt: { ignoringExpiry: { option: 'exp', value: false } },
  signatures: [
    signature('jwt.sign(payload, key, algorithm?)', { emits: 'jwtSigned', payload: 'payload', secret: 'key' }),
    signature('jwt.verify(token, key, options?)', { emits: 'jwtVerified', token: 'token', secret: 'key', options: 'options' }),
    signature('jwt.decode(token)', { emits: 'jwtDecoded', token: 'token' }),
    signature('middleware(options)', { emits: 'jwtVerified', options: 'options.verification', secret: 'options.secret' }),
  ],
})
