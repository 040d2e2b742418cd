import { defineFramework, from, signature } from './framework.js'
import { byJsonwebtoken } from './jsonwebtoken.js'

/**
 * https://github.com/mikenicholson/passport-jwt#usage
 *
 * What is under `jsonWebTokenOptions` is overwritten by what is beside it, also by what is not written there.
 */
export const passportJwt = defineFramework({
  name: 'passport-jwt',
  reference: 'https://github.com/mikenicholson/passport-jwt#usage',
  names: { Strategy: [from('passport-jwt', 'Strategy'), from('passport-jwt')] },
  jwt: { algorithms: byJsonwebtoken.algorithms, ignoringExpiry: byJsonwebtoken.ignoringExpiry },
  signatures: [signature('new Strategy(options, done?)', { emits: 'jwtVerified', options: 'options', secret: 'options.secretOrKey' })],
})
