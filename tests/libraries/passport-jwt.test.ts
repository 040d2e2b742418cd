import { passportJwt } from '../../lib/frameworks/passport-jwt.js'
import { summarise } from './installed.js'
import { CLAIMS, KEY, signed, testJwtFacts } from './jwt-facts.js'
import { object } from './run-code.js'

type Done = (error: unknown, user: unknown) => void

interface Strategy {
  authenticate(request: object): void
  success(user: unknown): void
  fail(reason: Error): void
  error(reason: Error): void
}

const Made = object(passportJwt.names['Strategy'], {}) as new (options: object, verify: (claims: unknown, done: Done) => void) => Strategy

function verify(token: string, options: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const strategy = new Made({ jwtFromRequest: () => token, secretOrKey: KEY, ...options }, (claims, done) => {
      done(null, claims)
    })
    Object.assign(strategy, { success: resolve, fail: reject, error: reject })
    strategy.authenticate({})
  })
}

summarise('passport-jwt', 'verifies as the table says')

testJwtFacts({ facts: passportJwt.jwt, verify })

it.each([
  ['algorithms', { algorithms: ['HS512'] }],
  ['ignoreExpiration', { ignoreExpiration: true }],
])('takes no notice of %s under jsonWebTokenOptions', async (_title, jsonWebTokenOptions) => {
  await expect(verify(signed(CLAIMS), { jsonWebTokenOptions })).resolves.toMatchObject(CLAIMS)
  await expect(verify(signed({ ...CLAIMS, exp: 1 }), { jsonWebTokenOptions })).rejects.toThrow('jwt expired')
})
