import { fastifySession } from '../../lib/frameworks/fastify-session.js'
import { answerWithFastify, fastifyApplication, type Handlers } from './applications.js'
import { pass, stopClock } from './clock.js'
import type { Options } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import { serve, type Site } from './server.js'
import { loginAndVisit, seen, testSessionFacts, USER } from './session-facts.js'

interface SessionPlugin {
  readonly MemoryStore: new (records: Map<string, unknown>) => unknown
}

interface Request {
  readonly session: { readonly sessionId: string }
  readonly sessionStore: { destroy(id: string, done: () => void): void }
}

const plugin = load('@fastify/session') as SessionPlugin

async function serveSessions(options: Options, handlers: Handlers): Promise<Site> {
  const app = fastifyApplication()
  await app.register(load('@fastify/cookie'))
  await app.register(plugin, { secret: 'a secret of the tests that is long enough', ...options })
  return serve(await answerWithFastify(app, handlers))
}

summarise('@fastify/session', 'sessions as the table says')

testSessionFacts({
  folder: '@fastify/session',
  table: fastifySession,
  serve: serveSessions,
  store: () => {
    const records = new Map<string, unknown>()
    return { value: new plugin.MemoryStore(records), ids: () => [...records.keys()] }
  },
  idOf: ({ request }) => (request as Request).session.sessionId,
})

describe('beside the table', () => {
  beforeEach(stopClock)

  const HOUR = 60 * 60
  const PLAIN = loginAndVisit(fastifySession)

  it('without rolling the record ends with the cookie', async () => {
    const site = await serveSessions({ rolling: false, cookie: { maxAge: HOUR * 1000 } }, PLAIN)
    const visitor = site.visitor()
    await visitor.get('/login')
    const thief = visitor.copy()

    pass(HOUR - 2)
    expect(await seen(thief)).toBe(USER)
    pass(4)
    expect(await seen(thief)).toBe('nobody')
  })

  it.each([
    { rolling: true, left: USER },
    { rolling: false, left: 'nobody' },
  ])('what becomes of a record destroyed in the store alone, with rolling: $rolling', async ({ rolling, left }) => {
    const site = await serveSessions(
      { rolling },
      {
        ...PLAIN,
        '/logout': ({ request }) =>
          new Promise((resolve) => {
            const { session, sessionStore } = request as Request
            sessionStore.destroy(session.sessionId, () => {
              resolve('done')
            })
          }),
      },
    )
    const visitor = site.visitor()
    await visitor.get('/login')
    await visitor.get('/logout')
    expect(await seen(visitor)).toBe(left)
  })
})
