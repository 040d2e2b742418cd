import { fastifyJwt } from '../../lib/frameworks/fastify-jwt.js'
import { load, summarise } from './installed.js'
import { CLAIMS, claimsIn, KEY, run, signed, testJwtFacts } from './jwt-facts.js'
import { object } from './run-code.js'

interface Application {
  register(plugin: unknown, options: object): Promise<void>
  get(path: string, handler: (request: unknown, reply: unknown) => unknown): void
  inject(request: object): Promise<{ readonly statusCode: number; json(): Record<string, unknown> }>
  ready(): Promise<unknown>
}

const fastify = load('fastify') as () => Application

/** An application with the plugin, which is the router that the table speaks of. */
async function application(options: object): Promise<Application> {
  const app = fastify()
  await app.register(object(fastifyJwt.names['plugin'], {}), { secret: KEY, ...options })
  return app
}

/** What a handler answers that runs a signature of the request or the reply. */
async function answer(start: string, options: object, places: object, token = ''): Promise<unknown> {
  const app = await application(options)
  app.get('/', async (request, response) => ({ answered: await run(fastifyJwt, start, { ...places }, { request, response }) }))
  const sent = await app.inject({ url: '/', headers: token === '' ? {} : { authorization: `Bearer ${token}` } })
  if (sent.statusCode !== 200) throw new Error(JSON.stringify(sent.json()))
  return sent.json()['answered']
}

summarise('@fastify/jwt', 'signs, verifies and decodes as the table says')

describe('of the application', () => {
  testJwtFacts({
    facts: fastifyJwt.jwt,
    sign: async (payload, options) => run(fastifyJwt, 'app.jwt.sign', { payload, options }, { router: await ready({}) }),
    verify: async (token, options) => run(fastifyJwt, 'app.jwt.verify', { token, options }, { router: await ready({}) }),
    decode: async (token) => run(fastifyJwt, 'app.jwt.decode', { token }, { router: await ready({}) }),
  })
})

describe('of a request and its answer', () => {
  testJwtFacts({
    facts: fastifyJwt.jwt,
    sign: (payload, options) => answer('reply.jwtSign', {}, { payload, options }),
    verify: (token, options) => answer('request.jwtVerify', {}, { options }, token),
    decode: (token) => answer('request.jwtDecode', {}, {}, token),
  })
})

describe('of the plugin', () => {
  testJwtFacts({
    facts: fastifyJwt.jwt,
    sign: (payload, sign) => answer('reply.jwtSign', { sign }, { payload }),
    verify: (token, verify) => answer('request.jwtVerify', { verify }, {}, token),
  })

  it('is overruled by the call, which keeps the rest', async () => {
    const sign = { sub: 'of the plugin', expiresIn: '1h' }
    const token = await answer('reply.jwtSign', { sign }, { payload: {}, options: { expiresIn: '1m' } })
    const { exp, sub } = claimsIn(String(token))
    expect(Number(exp) - Date.now() / 1000).toBeCloseTo(60, -1)
    expect(sub).toBe('of the plugin')
  })
})

it.each([
  ['reply.jwtSign', async () => claimsIn(String(await answer('reply.jwtSign', {}, { payload: CLAIMS, options: { sign: { expiresIn: '1m' } } })))],
  ['request.jwtVerify', async () => answer('request.jwtVerify', {}, { options: { verify: { ignoreExpiration: true } } }, signed({ ...CLAIMS, exp: 1 }))],
])('%s takes nested options as well', async (_title, use) => {
  expect(await use()).toMatchObject(CLAIMS)
})

async function ready(options: object): Promise<Application> {
  const app = await application(options)
  await app.ready()
  return app
}
