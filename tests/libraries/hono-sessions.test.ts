import { honoSessions } from '../../lib/frameworks/hono-sessions.js'
import { answerWithHono, honoApplication, type Handlers, type HonoContext } from './applications.js'
import { stopClock } from './clock.js'
import type { Options } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import type { Owner } from './run-code.js'
import { serve, type Site } from './server.js'
import { loginAndVisit, seen, testSessionFacts, USER, type Store } from './session-facts.js'

interface Exports {
  readonly MemoryStore: new () => object
  readonly CookieStore: new () => object
  sessionMiddleware(options: Options): unknown
}

interface Session {
  get(name: string): unknown
  set(name: string, value: unknown): void
}

const { CookieStore, MemoryStore, sessionMiddleware } = load('hono-sessions') as Exports
const { deleteCookie } = load('hono/cookie') as { deleteCookie(context: unknown, name: string): unknown }
const [PLACE = ''] = honoSessions.session?.places ?? []
const HOUR = 60 * 60

async function serveSessions(options: Options, handlers: Handlers): Promise<Site> {
  const app = honoApplication()
  const needed = options.store instanceof CookieStore ? { encryptionKey: 'a key of the tests that is long enough' } : {}
  app.use('*', sessionMiddleware({ store: new MemoryStore(), ...needed, ...options }))
  const withPlace = Object.entries(handlers).map(([path, handler]) => [
    path,
    ({ context }: { context?: unknown }) => handler({ context: reachable(context as HonoContext) }),
  ])
  return serve(answerWithHono(app, Object.fromEntries(withPlace) as Handlers))
}

/** The context, in which what the table calls the place of the session is a property with the data as properties. */
function reachable(context: HonoContext): HonoContext {
  const session = () => context.get('session') as Session
  const data = new Proxy({} as Owner, {
    get: (_target, name) => session().get(String(name)),
    set(_target, name, value) {
      session().set(String(name), value)
      return true
    },
  })
  return new Proxy(context, { get: (target, name) => (name === PLACE ? data : Reflect.get(target, name, target)) })
}

function store(): Store {
  const records = new Map<string, unknown>()
  const value = {
    getSessionById: (id: string) => records.get(id),
    createSession: (id: string, record: unknown) => records.set(id, record),
    persistSessionData: (id: string, record: unknown) => records.set(id, record),
    deleteSession: (id: string) => records.delete(id),
  }
  return { value, ids: () => [...records.keys()] }
}

summarise('hono-sessions', 'sessions as the table says')

testSessionFacts({ folder: 'hono-sessions', table: honoSessions, serve: serveSessions, store })

describe('beside the table', () => {
  beforeEach(stopClock)

  const PLAIN = loginAndVisit(honoSessions)
  const rotate = ({ context }: { context?: unknown }) => (context as HonoContext).set('session_key_rotation', true)

  it.each(['before', 'after'])('the id is renewed when the rotation is asked for %s the login', async (order) => {
    const site = await serveSessions({}, {
      ...PLAIN,
      '/login-again': (handed) => {
        if (order === 'before') rotate(handed)
        PLAIN['/login'](handed)
        if (order === 'after') rotate(handed)
      },
    })
    const visitor = site.visitor()
    await visitor.get('/visit')
    const attacker = visitor.copy()
    await visitor.get('/login-again')
    expect([await seen(visitor), await seen(attacker)]).toEqual([USER, 'nobody'])
  })

  it('the cookie is sent with each answer, also where visits move no end', async () => {
    const visitor = (await serveSessions({ autoExtendExpiration: false, cookieOptions: { maxAge: HOUR } }, PLAIN)).visitor()
    await visitor.get('/login')
    expect((await visitor.get('/visit')).cookies.map(({ attributes }) => attributes.maxAge)).toEqual([HOUR])
  })

  it('a deleted cookie leaves the record, which a copy of the cookie opens', async () => {
    const site = await serveSessions({}, { ...PLAIN, '/logout': ({ context }) => deleteCookie(context, 'session') })
    const visitor = site.visitor()
    await visitor.get('/login')
    const thief = visitor.copy()
    await visitor.get('/logout')
    expect([await seen(visitor), await seen(thief)]).toEqual(['nobody', USER])
  })
})
