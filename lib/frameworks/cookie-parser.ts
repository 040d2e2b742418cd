import { defineFramework, from, handed, signature } from './framework.js'

/** https://github.com/expressjs/cookie-parser#api */
export const cookieParser = defineFramework({
  name: 'cookie-parser',
  reference: 'https://github.com/expressjs/cookie-parser#api',
  names: { cookieParser: from('cookie-parser') },
  requestCookies: { of: handed('request', 'express'), plain: 'cookies', signed: { member: 'signedCookies', option: 'signed' } },
  signatures: [signature('cookieParser(secret, options?)', { emits: 'cookiesParsed', secret: 'secret' })],
})
