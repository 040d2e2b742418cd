import { honoJwt } from '../../lib/frameworks/hono-jwt.js'
import { load, summarise } from './installed.js'
import { CLAIMS, KEY, run, signed, testJwtFacts } from './jwt-facts.js'

interface Application {
  use(middleware: unknown): void
  get(path: string, handler: (context: { text(text: string): unknown }) => unknown): void
  request(path: string, init: object): Promise<{ readonly status: number }>
}

const { Hono } = load('hono') as { readonly Hono: new () => Application }

summarise('hono', 'tokens of hono/jwt as the table says')

testJwtFacts({
  facts: honoJwt.jwt,
  sign: (payload) => run(honoJwt, 'jwt.sign', { payload, key: KEY }),
  verify: (token, options) => run(honoJwt, 'jwt.verify', { token, key: KEY, options: { alg: 'HS256', ...options } }),
  decode: (token) => run(honoJwt, 'jwt.decode', { token }),
})

describe('of the middleware', () => {
  testJwtFacts({
    facts: honoJwt.jwt,
    async verify(token, verification) {
      const app = new Hono()
      app.use(run(honoJwt, 'middleware', { options: { secret: KEY, alg: 'HS256', verification } }))
      app.get('/', (context) => context.text('welcome'))
      const { status } = await app.request('/', { headers: { authorization: `Bearer ${token}` } })
      if (status !== 200) throw new Error(String(status))
    },
  })
})

it('needs an algorithm, and takes no other one', async () => {
  const verify = (options: unknown) => run(honoJwt, 'jwt.verify', { token: signed(CLAIMS), key: KEY, options }) as Promise<unknown>
  await expect(verify(undefined)).rejects.toThrow('JWT verification requires "alg" option to be specified')
  await expect(verify('HS512')).rejects.toThrow('algorithm mismatch')
  await expect(verify('HS256')).resolves.toMatchObject(CLAIMS)
})
