import { expressJwt } from '../../lib/frameworks/express-jwt.js'
import { summarise } from './installed.js'
import { KEY, run, testJwtFacts } from './jwt-facts.js'

type Middleware = (request: object, response: object, next: (error?: Error) => void) => void

summarise('express-jwt', 'verifies as the table says')

testJwtFacts({
  facts: expressJwt.jwt,
  verify: (token, options) =>
    new Promise<void>((resolve, reject) => {
      const middleware = run(expressJwt, 'expressjwt', { options: { secret: KEY, ...options } }) as Middleware
      middleware({ method: 'GET', headers: { authorization: `Bearer ${token}` } }, {}, (error) => {
        if (error) reject(error)
        else resolve()
      })
    }),
})
