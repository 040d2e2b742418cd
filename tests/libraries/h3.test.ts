import type { RequestListener, ServerResponse } from 'node:http'
import { h3Session } from '../../lib/frameworks/h3-session.js'
import { h3 } from '../../lib/frameworks/h3.js'
import type { Handler, Handlers } from './applications.js'
import { pass, stopClock } from './clock.js'
import { cookieFacts, testCookieFacts, type Options } from './cookie-facts.js'
import { installed, load, meets, summarise } from './installed.js'
import type { Handed } from './run-code.js'
import { testCopies, watch, type SealedSession } from './sealed-session.js'
import { serve, type Site } from './server.js'
import { testHeaderFacts, testServerFacts, type GivenHandler } from './server-facts.js'
import { loginAndVisit, seen, testSessionFacts, USER } from './session-facts.js'

type Functions = Readonly<Record<string, (...values: readonly unknown[]) => unknown>>

interface Application {
  use(path: string, handler: unknown): void
  get(path: string, handler: unknown): void
}

const PLAIN = loginAndVisit(h3Session)
const PASSWORD = 'a password of the tests, long enough'

describe.each(['h3', 'h31'])('%s', (folder) => {
  const library = load(folder) as Functions & { readonly H3: new (options?: object) => Application }
  const { version } = installed(folder)
  const isOlder = meets(version, '<2')

  beforeEach(() => {
    // Version 1 prints every error that a handler throws.
    const printing = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    onTestFinished(() => {
      printing.mockRestore()
    })
  })

  /** An application with its routes, as each version makes one. */
  function listener(routes: Readonly<Record<string, GivenHandler>>): RequestListener {
    if (!isOlder) {
      const app = new library.H3({ silent: true })
      for (const [path, handler] of Object.entries(routes)) app.get(path, handler)
      return library.toNodeHandler?.(app) as RequestListener
    }
    const router = library.createRouter?.() as Application
    const app = library.createApp?.({ onError: () => undefined }) as { use(router: unknown): void }
    for (const [path, handler] of Object.entries(routes)) router.get(path, library.eventHandler?.(handler))
    app.use(router)
    return library.toNodeListener?.(app) as RequestListener
  }

  function serveOne(handler: Handler): Promise<Site> {
    return serve(
      listener({
        '/': async (event) => {
          await handler({ context: event })
          return 'done'
        },
      }),
    )
  }

  /** The functions take the event first; the rest of the table's names hang on it. */
  function make(root: string, { context }: Handed): unknown {
    if (root === 'given') return context
    return (_event: unknown, ...values: readonly unknown[]) => library[root]?.(context, ...values)
  }

  const usable = h3.signatures.filter(
    ({ root, roles, text }) => meets(version, roles.versions) && (root === 'given' || library[root] !== undefined) && !text.includes('writeHead'),
  )
  const table = { ...h3, signatures: usable }

  describe('cookies', () => {
    summarise(folder, 'cookies, headers and handlers as the table says')

    testCookieFacts({ table, make, serve: serveOne })
    testHeaderFacts(table, serveOne, make)

    it.each(['setResponseHeader', 'appendHeader', 'appendResponseHeader', 'setResponseHeaders', 'appendHeaders', 'appendResponseHeaders'])(
      '%s writes a header, too',
      async (name) => {
        const value = 'flavour=plain; Path=/cellar'
        const site = await serveOne(({ context }) => library[name]?.(context, ...(name.endsWith('s') ? [{ 'Set-Cookie': value }] : ['Set-Cookie', value])))
        expect((await site.get('/')).cookies.map(({ header }) => header)).toEqual([value])
      },
    )

    // In version 2 h3 sends the head by itself.
    if (isOlder) {
      it("a head may be written with Node's response", async () => {
        const site = await serveOne(({ context }) => {
          const { res } = (context as { node: { res: ServerResponse } }).node
          res.writeHead(200, { 'Set-Cookie': 'flavour=plain' })
          res.end()
        })
        expect((await site.get('/')).cookies.map(({ header }) => header)).toEqual(['flavour=plain'])
      })
    }

    testServerFacts({
      folder,
      table: { ...h3, server: h3.server && { ...h3.server, routers: isOlder ? h3.server.routers.slice(1, 2) : h3.server.routers.slice(2, 3) } },
      serve: (handler) => serve(listener({ '/': handler })),
      answer: (_given, text) => text,
      kindOf: (value) => (library.isEvent?.(value) === true ? 'context' : undefined),
    })

    const takers = [...new Set((h3.server?.takers ?? []).flatMap(({ is }) => (is.kind === 'export' && is.module === 'h3' ? is.steps : [])))]

    it.each(takers.filter((name) => library[name] !== undefined && !/Middleware|defineRoute/.test(name)))('%s makes a handler that is called with the event', async (name) => {
      const event = { req: new Request('http://localhost/') }
      let given: unknown
      const handle = (value: unknown) => {
        given = value
        return 'done'
      }
      const made = library[name]?.(/Validated/.test(name) ? { handler: handle } : handle) as GivenHandler
      await made(event)
      expect(given).toBe(event)
    })
  })

  describe('sessions', () => {
    summarise(folder, 'sealed sessions as the table says')

    const { defaultsBefore, ...facts } = cookieFacts(h3Session)
    const cookie = isOlder && defaultsBefore ? { ...facts, defaults: defaultsBefore.defaults } : facts
    const methods = h3Session.signatures.filter(({ root, roles }) => root === 'session' || roles.emits === 'sessionConfigured')

    function serveSessions(options: Options, handlers: Handlers): Promise<Site> {
      const routes = Object.entries(handlers).map(([path, handler]) => [
        path,
        async (event: unknown) => {
          const session = (await library.useSession?.(event, { password: PASSWORD, ...options })) as SealedSession
          const { handed, written } = watch(session)
          const value = await handler({ context: handed })
          if (written.size > 0) await session.update(Object.fromEntries(written))
          return JSON.stringify(value ?? null)
        },
      ])
      return serve(listener(Object.fromEntries(routes) as Record<string, GivenHandler>))
    }

    const session = h3Session.session && {
      ...h3Session.session,
      // Version 2 refuses to send `null`.
      lifetime: { ...h3Session.session.lifetime, endless: isOlder ? [null, undefined] : [undefined] },
    }

    testSessionFacts({ folder, table: { ...h3Session, cookie, session, signatures: methods }, serve: serveSessions, sendsSecureByHttp: true })

    testCopies(h3Session, serveSessions)

    it('clearSession(event, options) ends the session', async () => {
      const site = await serve(
        listener({
          '/': async (event) => {
            await library.clearSession?.(event, { password: PASSWORD })
            return 'done'
          },
        }),
      )
      const [cookie] = (await site.get('/', { cookie: 'h3=a-seal' })).cookies
      expect([cookie?.name, cookie?.value]).toEqual(['h3', ''])
    })

    it(`getSession(event, options) ${isOlder ? 'makes' : 'makes no'} session`, async () => {
      const site = await serve(
        listener({
          '/': async (event) => {
            await library.getSession?.(event, { password: PASSWORD })
            return 'done'
          },
        }),
      )
      expect((await site.get('/')).cookies).toHaveLength(isOlder ? 1 : 0)
    })

    it('an id that is easy to guess is in the seal, where nobody can put another', async () => {
      const site = await serveSessions({ generateId: () => 'guessed' }, { ...PLAIN, '/id': ({ context }) => (context as SealedSession).id })
      const visitor = site.visitor()
      const [cookie] = (await visitor.get('/login')).cookies
      expect((await visitor.get('/id')).text).toBe('"guessed"')
      expect(Buffer.from(cookie?.value ?? '', 'base64').toString()).not.toContain('guessed')
      const { text } = await site.get('/visit', { cookie: 'h3=guessed' })
      expect(text).toBe('"nobody"')
    })

    if (isOlder) return

    it('an idle timeout moves the end once half of it is over', async () => {
      stopClock()
      const visitor = (await serveSessions({ idleTimeout: 1000 }, PLAIN)).visitor()
      await visitor.get('/login')
      pass(600)
      const [moved] = (await visitor.get('/visit')).cookies
      expect(moved?.attributes.maxAge).toBe(1000)
      pass(900)
      expect(await seen(visitor.copy())).toBe(USER)
      pass(1100)
      expect(await seen(visitor.copy())).toBe('nobody')
    })
  })
})
