import { ironSession } from '../../lib/frameworks/iron-session.js'
import type { Handlers } from './applications.js'
import type { Options } from './cookie-facts.js'
import { loadModule, summarise } from './installed.js'
import type { Owner } from './run-code.js'
import { serve, type Site } from './server.js'
import { loginAndVisit, seen, testSessionFacts, USER } from './session-facts.js'

type Open = (...values: readonly unknown[]) => Promise<Session>

interface Session extends Owner {
  save(): Promise<void>
  destroy(): void
}

const REQUIRED = { cookieName: 'app_session', password: 'a password of the tests, long enough' }

/** A seal is good for a minute longer than it says. */
const GRACE = 60

describe.each(['iron-session', 'iron-session8'])('%s', (folder) => {
  let getIronSession: Open

  beforeAll(async () => {
    ;({ getIronSession } = (await loadModule(folder)) as { getIronSession: Open })
  })

  /** A server that saves what a handler has written into the session, unless it has destroyed it. */
  function serveSessions(options: Options, handlers: Handlers): Promise<Site> {
    return serve((request, response) => {
      const run = async () => {
        const session = await getIronSession(request, response, { ...REQUIRED, ...options })
        const watched = watch(session)
        const value = await handlers[request.url ?? '']?.({ request, response, context: watched.session })
        if (watched.isWritten()) await session.save()
        return value
      }
      run().then(
        (value) => response.end(JSON.stringify(value ?? null)),
        (error: unknown) => response.writeHead(500).end(String(error)),
      )
    })
  }

  summarise(folder, 'sessions as the table says')

  testSessionFacts({ folder, table: ironSession, serve: serveSessions, sendsSecureByHttp: true, grace: GRACE })

  it('a copy of the cookie stays good after a logout', async () => {
    const visitor = (await serveSessions({}, { ...loginAndVisit(ironSession), '/logout': ({ context }) => (context as Session).destroy() })).visitor()
    await visitor.get('/login')
    const thief = visitor.copy()
    await visitor.get('/logout')
    expect([await seen(visitor), await seen(thief)]).toEqual(['nobody', USER])
  })

  it.each(['httpOnly', 'secure', 'sameSite'])('%s is not sent where it is undefined', async (name) => {
    const visitor = (await serveSessions({ cookieOptions: { [name]: undefined } }, loginAndVisit(ironSession))).visitor()
    const [cookie] = (await visitor.get('/login')).cookies
    expect(cookie?.attributes).not.toHaveProperty(name)
  })

  it('the cookies of Next are a place for it too', async () => {
    const written: unknown[] = []
    const store = { get: () => undefined, set: (...values: readonly unknown[]) => written.push(values) }
    const session = await getIronSession(store, REQUIRED)
    session.user = USER
    await session.save()
    expect(written).toEqual([['app_session', expect.stringMatching(/^Fe26/), expect.objectContaining({ httpOnly: true, secure: true, sameSite: 'lax', path: '/' })]])
  })
})

function watch(session: Session): { readonly session: Session; isWritten(): boolean } {
  let isWritten = false
  const write = () => {
    isWritten = true
    return true
  }
  return {
    isWritten: () => isWritten,
    session: new Proxy(session, {
      set: (target, property, value) => Reflect.set(target, property, value) && write(),
      deleteProperty: (target, property) => Reflect.deleteProperty(target, property) && write(),
    }),
  }
}
