import { koaSession } from '../../lib/frameworks/koa-session.js'
import { answerWithKoa, koaApplication, type Handlers } from './applications.js'
import { pass, stopClock } from './clock.js'
import type { Options } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import { runCode } from './run-code.js'
import { serve, type Site } from './server.js'
import { loginAndVisit, seen, testSessionFacts, USER, type Store } from './session-facts.js'

type CreateSession = (options: Options, app: unknown) => unknown

interface Exports {
  readonly default: CreateSession
  readonly createSession?: CreateSession
}

const HOUR = 60 * 60
const PLAIN = loginAndVisit(koaSession)

class Records {
  readonly #records: Map<string, unknown>

  constructor(records = new Map<string, unknown>()) {
    this.#records = records
  }

  get(id: string): unknown {
    return this.#records.get(id)
  }

  set(id: string, record: unknown): void {
    this.#records.set(id, record)
  }

  destroy(id: string): void {
    this.#records.delete(id)
  }
}

function store(option: string): Store {
  const records = new Map<string, unknown>()
  class ContextStore extends Records {
    constructor() {
      super(records)
    }
  }
  return { value: option === 'ContextStore' ? ContextStore : new Records(records), ids: () => [...records.keys()] }
}

describe.each(['koa-session', 'koa-session6'])('%s', (folder) => {
  const module = load(folder) as CreateSession | Exports
  const exports = 'default' in module ? module : { default: module }
  const session = exports.default

  function serveSessions(options: Options, handlers: Handlers): Promise<Site> {
    const app = koaApplication()
    app.use(session({ ...options }, app))
    return serve(answerWithKoa(app, handlers))
  }

  summarise(folder, 'sessions as the table says')

  testSessionFacts({ folder, table: koaSession, serve: serveSessions, store })

  const roots: Readonly<Record<string, unknown>> = { session, createSession: exports.createSession }
  const configurations = koaSession.signatures.filter(
    ({ root, roles }) => roles.emits === 'sessionConfigured' && roots[root] !== undefined,
  )

  it.each(configurations)('$text makes sessions', async ({ text }) => {
    const app = koaApplication()
    app.use(runCode(text, roots, { app, application: app, options: { key: 'renamed' } }))
    const visitor = (await serve(answerWithKoa(app, PLAIN))).visitor()
    expect((await visitor.get('/login')).cookies.map(({ name }) => name)).toContain('renamed')
    expect(await seen(visitor)).toBe(USER)
  })

  describe('beside the table', () => {
    beforeEach(stopClock)

    it.each([
      { kept: 'in the cookie', keeper: {} },
      { kept: 'in a store', keeper: { store: store('store').value } },
    ])('without rolling a session $kept ends with its cookie', async ({ keeper }) => {
      const site = await serveSessions({ maxAge: HOUR * 1000, ...keeper }, PLAIN)
      const visitor = site.visitor()
      await visitor.get('/login')
      const thief = visitor.copy()

      pass(HOUR - 2)
      expect(await seen(thief)).toBe(USER)
      pass(4)
      expect(await seen(thief)).toBe('nobody')
    })

    it(`with ${String(koaSession.session?.lifetime.renewedBy)}, visits near to the end move it, too`, async () => {
      const { renewedBy = '' } = koaSession.session?.lifetime ?? {}
      const site = await serveSessions({ maxAge: HOUR * 1000, [renewedBy]: true, store: store('store').value }, PLAIN)
      const visitor = site.visitor()
      await visitor.get('/login')
      for (let visits = 0; visits < 4; visits++) {
        pass(HOUR * 0.75)
        expect(await seen(visitor)).toBe(USER)
      }
    })

    it('without a store, rolling moves the end only where the session is read', async () => {
      const site = await serveSessions({ rolling: true }, { ...PLAIN, '/elsewhere': () => 'no session' })
      const visitor = site.visitor()
      await visitor.get('/login')
      expect((await visitor.get('/elsewhere')).cookies).toEqual([])
      expect((await visitor.get('/visit')).cookies).not.toEqual([])
    })

    it('regenerate after a login keeps the login, under a new id', async () => {
      const site = await serveSessions(
        { store: store('store').value },
        {
          ...PLAIN,
          '/login-again': async (handed) => {
            PLAIN['/login'](handed)
            await runCode('session.regenerate()', handed.context)
          },
        },
      )
      const visitor = site.visitor()
      await visitor.get('/login')
      const attacker = visitor.copy()
      await visitor.get('/login-again')
      expect([await seen(visitor), await seen(attacker)]).toEqual([USER, 'nobody'])
    })

    it('renew moves the end in the second half of the lifetime', async () => {
      const visitor = (await serveSessions({ renew: true, maxAge: HOUR * 1000 }, PLAIN)).visitor()
      await visitor.get('/login')
      pass(HOUR / 2 - 2)
      expect((await visitor.get('/visit')).cookies).toEqual([])
      pass(4)
      const [renewed] = (await visitor.get('/visit')).cookies
      expect(renewed?.attributes.maxAge).toBe(HOUR)
    })
  })
})
