import { defineFramework, from, signature } from './framework.js'
import { byJsonwebtoken } from './jsonwebtoken.js'

/** https://github.com/auth0/express-jwt#usage */
export const expressJwt = defineFramework({
  name: 'express-jwt',
  reference: 'https://github.com/auth0/express-jwt#usage',
  names: { expressjwt: [from('express-jwt', 'expressjwt'), from('express-jwt', 'jwt'), from('express-jwt')] },
  jwt: { ...byJsonwebtoken, algorithms: { option: 'algorithms', missing: 'refused' } },
  signatures: [signature('expressjwt(options)', { emits: 'jwtVerified', options: 'options', secret: 'options.secret' })],
})
