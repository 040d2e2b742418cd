import { koaGenericSession } from '../../lib/frameworks/koa-generic-session.js'
import { answerWithKoa, koaApplication, type Handlers } from './applications.js'
import { pass, stopClock } from './clock.js'
import type { Options } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import { serve, type Site } from './server.js'
import { loginAndVisit, seen, testSessionFacts, USER } from './session-facts.js'

interface GenericSession {
  (options: Options): unknown
  readonly MemoryStore: new () => { readonly sessions: Record<string, unknown> }
}

const session = load('koa-generic-session') as GenericSession
const PREFIX = 'koa:sess:'

function serveSessions(options: Options, handlers: Handlers): Promise<Site> {
  const app = koaApplication()
  app.use(session({ ...options }))
  return serve(answerWithKoa(app, handlers))
}

summarise('koa-generic-session', 'sessions as the table says')

testSessionFacts({
  folder: 'koa-generic-session',
  table: koaGenericSession,
  serve: serveSessions,
  store: () => {
    const store = new session.MemoryStore()
    return { value: store, ids: () => Object.keys(store.sessions).map((key) => key.replace(PREFIX, '')) }
  },
})

/** A store that ends its records by itself, as those for Redis do; the library's own does not. */
class ExpiringStore {
  readonly #records = new Map<string, { readonly record: unknown; readonly end: number }>()
  ttl: unknown

  get(id: string): unknown {
    const found = this.#records.get(id)
    return found && found.end > Date.now() ? found.record : undefined
  }

  set(id: string, record: unknown, ttl?: number): void {
    this.ttl = ttl
    this.#records.set(id, { record, end: Date.now() + (ttl ?? Infinity) })
  }

  destroy(id: string): void {
    this.#records.delete(id)
  }
}

describe('beside the table', () => {
  beforeEach(stopClock)

  const HOUR = 60 * 60

  it.each([
    { said: {}, ttl: 24 * HOUR * 1000 },
    { said: { cookie: { maxAge: HOUR * 1000 } }, ttl: HOUR * 1000 },
    { said: { ttl: HOUR * 1000 }, ttl: HOUR * 1000 },
    { said: { ttl: HOUR * 1000, cookie: { maxAge: null } }, ttl: HOUR * 1000 },
    { said: { cookie: { maxAge: null } }, ttl: undefined },
  ])('a store is told to keep the record for $ttl milliseconds with $said', async ({ said, ttl }) => {
    const store = new ExpiringStore()
    const site = await serveSessions({ store, ...said }, loginAndVisit(koaGenericSession))
    const visitor = site.visitor()
    await visitor.get('/login')
    const thief = visitor.copy()

    expect(store.ttl).toBe(ttl)
    pass((ttl ?? 0) / 1000 - 2)
    expect(await seen(thief)).toBe(USER)
    pass(4)
    expect(await seen(thief)).toBe(ttl === undefined ? USER : 'nobody')
  })

  it('after regenerateSession() the same data as before is not saved', async () => {
    const site = await serveSessions(
      {},
      {
        ...loginAndVisit(koaGenericSession),
        '/login-again': async ({ context }) => {
          const owner = context as { session: { user: string }; regenerateSession(): Promise<void> }
          await owner.regenerateSession()
          owner.session.user = USER
        },
      },
    )
    const visitor = site.visitor()
    await visitor.get('/login')
    await visitor.get('/login-again')
    expect(await seen(visitor)).toBe('nobody')
  })
})
