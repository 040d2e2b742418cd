import { defineFramework, from, signature } from './framework.js'
import { byJsonwebtoken } from './jsonwebtoken.js'

/** https://github.com/koajs/jwt#usage */
export const koaJwt = defineFramework({
  name: 'koa-jwt',
  reference: 'https://github.com/koajs/jwt#usage',
  names: { jwt: from('koa-jwt') },
  jwt: byJsonwebtoken,
  signatures: [signature('jwt(options)', { emits: 'jwtVerified', options: 'options', secret: 'options.secret' })],
})
