import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expressSession } from '../../lib/frameworks/express-session.js'
import { answerWithExpress, expressApplication, type Handlers } from './applications.js'
import { pass, stopClock } from './clock.js'
import type { Options } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import { serve, type Site } from './server.js'
import { bits, loginAndVisit, seen, testSessionFacts, USER } from './session-facts.js'

interface MemoryStore {
  sessions: Record<string, string>
  destroy(id: string, done?: () => void): void
}

interface ExpressSession {
  (options: Options): unknown
  readonly MemoryStore: new () => MemoryStore
}

// It warns of its own defaults, and those are what is tested here.
process.env.NO_DEPRECATION = 'express-session'
const session = load('express-session') as ExpressSession

/** The library's own store, except that it destroys at once. */
class ImmediateStore extends session.MemoryStore {
  override destroy(id: string, done?: () => void): void {
    Reflect.deleteProperty(this.sessions, id)
    done?.()
  }
}

function serveSessions(options: Options, handlers: Handlers): Promise<Site> {
  const app = expressApplication()
  app.use(session({ secret: 'a secret of the tests', ...options }))
  return serve(answerWithExpress(app, handlers))
}

summarise('express-session', 'sessions as the table says')

testSessionFacts({
  folder: 'express-session',
  table: expressSession,
  serve: serveSessions,
  store: () => {
    const store = new ImmediateStore()
    return { value: store, ids: () => Object.keys(store.sessions) }
  },
  idOf: ({ request }) => (request as { sessionID: string }).sessionID,
})

const HOUR = 60 * 60
const DAY = 24 * HOUR
const PLAIN = loginAndVisit(expressSession)

describe('beside the table', () => {
  beforeEach(stopClock)

  it('each visit moves the end of the record, even where the cookie keeps its own', async () => {
    const site = await serveSessions({ rolling: false, resave: false, cookie: { maxAge: HOUR * 1000 } }, PLAIN)
    const visitor = site.visitor()
    await visitor.get('/login')
    const thief = visitor.copy()

    for (let visits = 0; visits < 3; visits += 1) {
      pass(HOUR - 2)
      expect(await seen(thief)).toBe(USER)
    }
    pass(HOUR + 2)
    expect(await seen(thief)).toBe('nobody')
  })

  it.each([
    { resave: true, left: USER },
    { resave: false, left: 'nobody' },
  ])('what becomes of a record destroyed in the store alone, with resave: $resave', async ({ resave, left }) => {
    const site = await serveSessions(
      { resave },
      {
        ...PLAIN,
        '/logout': ({ request }) =>
          new Promise((resolve) => {
            const { sessionStore, sessionID } = request as { sessionStore: MemoryStore; sessionID: string }
            sessionStore.destroy(sessionID, () => {
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

/** What people give as genid. */
describe.each([
  { folder: 'uuid', name: 'v4' },
  { folder: 'nanoid', name: 'nanoid' },
])('$name of $folder', ({ folder, name }) => {
  summarise(folder, `${name}() makes ids of 112 bits or more`)

  it('makes ids of 112 bits or more', () => {
    const generate = (load(folder) as Readonly<Record<string, () => string>>)[name]
    const ids = Array.from({ length: 150 }, () => generate?.() ?? '')
    expect(new Set(ids).size).toBe(150)
    expect(bits(ids)).toBeGreaterThanOrEqual(112)
  })
})

/** Stores that people use in place of the library's own; they are what ends a session. */
describe('other stores', () => {
  beforeEach(stopClock)

  const files = mkdtempSync(join(tmpdir(), 'sessions-'))
  afterAll(() => {
    rmSync(files, { recursive: true })
  })

  type MakeStore = (module: unknown) => new (options: object) => unknown

  const stores = [
    { folder: 'memorystore', options: {}, idle: DAY },
    {
      folder: 'session-file-store',
      options: { path: files, retries: 0, reapInterval: -1, logFn: () => undefined },
      idle: HOUR,
    },
  ]

  describe.each(stores)('$folder', ({ folder, options, idle }) => {
    summarise(folder, 'ends sessions by itself')

    async function start(cookie: Options): Promise<Site> {
      const Store = (load(folder) as MakeStore)(session)
      return serveSessions({ store: new Store(options), resave: false, cookie }, PLAIN)
    }

    it.each([
      { said: { maxAge: 600_000 }, lifetime: 600 },
      { said: {}, lifetime: idle },
    ])('ends a session with $said after $lifetime seconds', async ({ said, lifetime }) => {
      const site = await start(said)
      const early = site.visitor()
      const late = site.visitor()
      await early.get('/login')
      await late.get('/login')

      const [copyOfEarly, copyOfLate] = [early.copy(), late.copy()]
      pass(lifetime - 2)
      expect(await seen(copyOfEarly)).toBe(USER)
      pass(4)
      expect(await seen(copyOfLate)).toBe('nobody')
    })
  })

  describe('connect-redis', () => {
    summarise('connect-redis', 'is made with a time to live; it was not run against a server')

    it('has a time to live of a day unless told otherwise', () => {
      const { RedisStore } = load('connect-redis') as { RedisStore: new (options: object) => { ttl: number } }
      expect(new RedisStore({ client: {} }).ttl).toBe(DAY)
      expect(new RedisStore({ client: {}, ttl: HOUR }).ttl).toBe(HOUR)
    })
  })
})
