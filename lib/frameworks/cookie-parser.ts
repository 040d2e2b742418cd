import { defineFramework, from, signature } from './framework.js'

/** https://github.com/expressjs/cookie-parser#api */
export const cookieParser = defineFramework({
  name: 'cookie-parser',
  reference: 'https://github.com/expressjs/cookie-parser#api',
  names: { cookieParser: from('cookie-parser') },
  signatures: [signature('cookieParser(secret, options?)', { emits: 'cookiesParsed', secret: 'secret' })],
})
