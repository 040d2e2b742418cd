import { fastifySecureSession } from '../../lib/frameworks/fastify-secure-session.js'
import { answerWithFastify, fastifyApplication, type Handlers } from './applications.js'
import { pass, stopClock } from './clock.js'
import type { Options } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import { runCode } from './run-code.js'
import { serve, type Site } from './server.js'
import { loginAndVisit, seen, testSessionFacts, USER } from './session-facts.js'

const plugin = load('@fastify/secure-session')

async function serveSessions(options: Options, handlers: Handlers): Promise<Site> {
  const app = fastifyApplication()
  await app.register(plugin, { key: Buffer.alloc(32, 'a key of the tests'), ...options })
  return serve(await answerWithFastify(app, handlers))
}

summarise('@fastify/secure-session', 'sessions as the table says')

testSessionFacts({ folder: '@fastify/secure-session', table: fastifySecureSession, serve: serveSessions })

describe('beside the table', () => {
  beforeEach(stopClock)

  const HOUR = 60 * 60
  const PLAIN = loginAndVisit(fastifySecureSession)

  it('only expiry is enforced by the server: a maxAge is left to the browser', async () => {
    const visitor = (await serveSessions({ cookie: { path: '/', maxAge: HOUR } }, PLAIN)).visitor()
    await visitor.get('/login')
    const thief = visitor.copy()
    pass(HOUR + 2)
    expect(await seen(thief)).toBe(USER)
  })

  it('each write starts the expiry again, a visit without one does not', async () => {
    const visitor = (await serveSessions({ expiry: HOUR }, PLAIN)).visitor()
    await visitor.get('/login')
    pass(HOUR - 2)
    expect((await visitor.get('/visit')).cookies).toEqual([])
    await visitor.get('/login')
    pass(HOUR - 2)
    expect(await seen(visitor)).toBe(USER)
    pass(4)
    expect(await seen(visitor)).toBe('nobody')
  })

  it.each(['session = null', 'delete session'])('%s on the request does not log out', async (code) => {
    const site = await serveSessions(
      {},
      {
        ...PLAIN,
        '/logout': ({ request }) => {
          runCode(code, request)
        },
      },
    )
    const visitor = site.visitor()
    await visitor.get('/login')
    await visitor.get('/logout')
    expect(await seen(visitor)).toBe(USER)
  })
})
