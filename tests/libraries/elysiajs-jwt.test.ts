import { elysiajsJwt } from '../../lib/frameworks/elysiajs-jwt.js'
import { load, summarise } from './installed.js'
import { CLAIMS, KEY, run, signed, testJwtFacts } from './jwt-facts.js'

interface Application {
  use(plugin: unknown): Application
  readonly decorator: unknown
}

const { Elysia } = load('elysia') as { readonly Elysia: new () => Application }
const { jwt } = load('@elysiajs/jwt') as { jwt(options: object): unknown }

summarise('@elysiajs/jwt', 'signs and verifies as the table says')

/** What the plugin hangs on the context of each request. */
function contextWith(options: object): unknown {
  return new Elysia().use(jwt({ secret: KEY, ...options })).decorator
}

const verify = (token: string, options?: object) => run(elysiajsJwt, 'ctx[name].verify', { name: 'jwt', token, ...(options && { options }) }, { context: contextWith({}) })

testJwtFacts({
  facts: elysiajsJwt.jwt,
  sign: (payload, options) => run(elysiajsJwt, 'ctx[name].sign', { name: 'jwt', payload }, { context: contextWith(options) }),
  async verify(token, options) {
    if ((await verify(token, options)) === false) throw new Error('The token is refused.')
  },
})

it('gives false for a token that it does not take, and never throws', async () => {
  expect(await verify('no token')).toBe(false)
  expect(await verify(signed(CLAIMS, 'another key of whoever sends this token'))).toBe(false)
  expect(await verify(signed(CLAIMS))).toMatchObject(CLAIMS)
})

it('hangs its methods on the context under the name that it is given', async () => {
  const context = contextWith({ name: 'access' })
  const token = await run(elysiajsJwt, 'ctx[name].sign', { name: 'access', payload: CLAIMS }, { context })
  expect(await verify(String(token))).toMatchObject(CLAIMS)
})

it('takes the end from the payload before that of the plugin', async () => {
  const payload = { ...CLAIMS, exp: Math.floor(Date.now() / 1000) - 60 }
  const token = await run(elysiajsJwt, 'ctx[name].sign', { name: 'jwt', payload }, { context: contextWith({ exp: '15m' }) })
  expect(await verify(String(token))).toBe(false)
})
