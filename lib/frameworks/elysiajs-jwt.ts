import { defineFramework, from, handed, signature } from './framework.js'

/**
 * https://elysiajs.com/plugins/jwt
 *
 * The plugin hangs its methods on the context under the name that it is given, `jwt` if none. What it verifies gives
 * `false`, and never throws.
 */
export const elysiajsJwt = defineFramework({
  name: '@elysiajs/jwt',
  reference: 'https://elysiajs.com/plugins/jwt',
  names: { jwt: [from('@elysiajs/jwt'), from('@elysiajs/jwt', 'jwt')], ctx: handed('context', 'elysia') },
  jwt: {
    expiry: { option: 'exp', unit: 'since 1970' },
    algorithm: { option: 'alg', default: 'HS256' },
    algorithms: { option: 'algorithms', missing: 'by key' },
    oldest: 'maxTokenAge',
  },
  signatures: [
    signature('jwt(options)', { emits: 'jwtDefaultsSet', name: 'options.name', signing: 'options', secret: 'options.secret' }),
    signature('ctx[name].sign(payload)', { emits: 'jwtSigned', payload: 'payload' }),
    signature('ctx[name].verify(token, options?)', { emits: 'jwtVerified', token: 'token', options: 'options' }),
  ],
})
