import { defineFramework, from, instance, inUse, signature } from './framework.js'
import { byJsonwebtoken } from './jsonwebtoken.js'

const SIGNED = {
  emits: 'jwtSigned',
  payload: 'payload',
  options: 'options',
  secret: ['options.secret', 'options.privateKey'],
} as const

const VERIFIED = {
  emits: 'jwtVerified',
  token: 'token',
  options: 'options',
  secret: ['options.secret', 'options.publicKey'],
} as const

const CONFIGURED = {
  emits: 'jwtDefaultsSet',
  signing: 'options.signOptions',
  verifying: 'options.verifyOptions',
  secret: ['options.secret', 'options.privateKey', 'options.publicKey'],
} as const

const CONFIGURED_LATER = {
  emits: 'jwtDefaultsSet',
  given: 'options.useFactory',
  signing: 'options.useFactory.signOptions',
  verifying: 'options.useFactory.verifyOptions',
  secret: ['options.useFactory.secret', 'options.useFactory.privateKey', 'options.useFactory.publicKey'],
} as const

/** https://github.com/nestjs/jwt#usage */
export const nestjsJwt = defineFramework({
  name: '@nestjs/jwt',
  reference: 'https://github.com/nestjs/jwt#usage',
  names: {
    service: instance('@nestjs/jwt', 'JwtService'),
    // `@Inject() jwtService: JwtService`: a member that gets its value from outside.
    owner: inUse(),
    JwtService: from('@nestjs/jwt', 'JwtService'),
    JwtModule: from('@nestjs/jwt', 'JwtModule'),
  },
  jwt: {
    ...byJsonwebtoken,
    expiry: { option: 'expiresIn', unit: 'seconds', digits: 'milliseconds' },
    algorithm: { option: 'algorithm', default: 'HS256' },
    // A strategy of passport may be what verifies, with a list of its own.
    algorithms: { option: 'algorithms', missing: 'elsewhere' },
  },
  signatures: [
    signature('service.sign(payload, options?)', SIGNED),
    signature('service.signAsync(payload, options?)', SIGNED),
    signature('service.verify(token, options?)', VERIFIED),
    signature('service.verifyAsync(token, options?)', VERIFIED),
    signature('service.decode(token, options?)', { emits: 'jwtDecoded', token: 'token', options: 'options' }),
    signature('owner.jwtService.sign(payload, options?)', SIGNED),
    signature('owner.jwtService.signAsync(payload, options?)', SIGNED),
    signature('owner.jwtService.verify(token, options?)', VERIFIED),
    signature('owner.jwtService.verifyAsync(token, options?)', VERIFIED),
    signature('owner.jwtService.decode(token, options?)', { emits: 'jwtDecoded', token: 'token', options: 'options' }),
    signature('JwtModule.register(options)', CONFIGURED),
    signature('JwtModule.registerAsync(options)', CONFIGURED_LATER),
    // `useClass: JwtConfigService`: somewhere else.
    signature('JwtModule.registerAsync(options)', { emits: 'jwtDefaultsSet' }),
    signature('new JwtService(options)', CONFIGURED),
  ],
})
