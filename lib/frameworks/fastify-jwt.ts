import { anything, defineFramework, from, handed, inUse, signature } from './framework.js'

const REGISTERED = {
  emits: 'jwtDefaultsSet',
  name: 'options.namespace',
  signing: 'options.sign',
  verifying: 'options.verify',
  secret: ['options.secret', 'options.secret.private', 'options.secret.public'],
} as const

const SIGNED = { emits: 'jwtSigned', payload: 'payload', options: 'options', secret: 'options.key', done: 'done' } as const
const VERIFIED = { emits: 'jwtVerified', token: 'token', options: 'options', secret: 'options.key', done: 'done' } as const
const DECODED = { emits: 'jwtDecoded', token: 'token', options: 'options' } as const

/** https://github.com/fastify/fastify-jwt#usage */
export const fastifyJwt = defineFramework({
  name: '@fastify/jwt',
  packages: ['fastify-jwt'],
  reference: 'https://github.com/fastify/fastify-jwt#usage',
  names: {
    registering: anything(),
    plugin: [from('@fastify/jwt'), from('@fastify/jwt', 'fastifyJwt'), from('fastify-jwt')],
    app: handed('router', 'fastify'),
    // `request.server.jwt`, `this.fastify.jwt`: wherever the application is kept.
    owner: inUse(),
    request: handed('request', 'fastify'),
    reply: handed('response', 'fastify'),
  },
  jwt: {
    expiry: { option: 'expiresIn', unit: 'seconds', digits: 'milliseconds' },
    algorithm: { option: 'algorithm' },
    algorithms: { option: 'algorithms', missing: 'by key' },
    ignoringExpiry: { option: 'ignoreExpiration', value: true },
    oldest: 'maxAge',
  },
  signatures: [
    signature('registering.register(plugin, options?)', REGISTERED),
    signature('app.jwt.sign(payload, options?, done?)', SIGNED),
    signature('owner.jwt.sign(payload, options?, done?)', SIGNED),
    signature('reply.jwtSign(payload, options?, done?)', { ...SIGNED, signing: 'options.sign' }),
    signature('app.jwt.verify(token, options?, done?)', VERIFIED),
    signature('owner.jwt.verify(token, options?, done?)', VERIFIED),
    signature('request.jwtVerify(options?, done?)', { emits: 'jwtVerified', options: 'options', verifying: 'options.verify', done: 'done' }),
    signature('app.jwt.decode(token, options?)', DECODED),
    signature('owner.jwt.decode(token, options?)', DECODED),
    signature('request.jwtDecode(options?, done?)', { emits: 'jwtDecoded', options: 'options', done: 'done' }),
  ],
})
