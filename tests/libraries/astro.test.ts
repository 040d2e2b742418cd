import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { astroSession } from '../../lib/frameworks/astro-session.js'
import { astro } from '../../lib/frameworks/astro.js'
import type { Handlers } from './applications.js'
import { testCookieFacts, type Options } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import type { Owner } from './run-code.js'
import { serve, type Site } from './server.js'
import { bits, loginAndVisit, seen, testSessionFacts, USER } from './session-facts.js'

interface Cookies {
  headers(): Iterable<string>
}

interface Session {
  readonly sessionID: string | undefined
  get(property: string): Promise<unknown>
  set(property: string, value: unknown): void
  regenerate(): Promise<void>
  destroy(): void
  [save: symbol]: () => Promise<void>
}

interface Storage {
  getKeys(): Promise<string[]>
}

/** Parts of Astro that its build puts together to a server. */
interface Parts {
  readonly AstroCookies: new (request: Request) => Cookies
  readonly AstroSession: new (options: Options) => Session
  readonly PERSIST_SYMBOL: symbol
  /** Astro reads its configuration with it, and refuses what does not fit. */
  readonly SessionSchema: { parse(session: Options): Options }
  readonly renderEndpoint: (module: object, context: object, isPrerendered: boolean, logger: object) => Promise<Response>
  readonly defineMiddleware: (middleware: unknown) => unknown
  readonly sequence: (...middlewares: readonly unknown[]) => (...given: readonly unknown[]) => unknown
}

const PLAIN = loginAndVisit(astroSession)
const { createStorage } = load('unstorage') as { createStorage: () => Storage }
const logger = new Proxy({}, { get: () => () => undefined })

let parts: Parts

beforeAll(async () => {
  const files = ['core/cookies/cookies.js', 'core/session/runtime.js', 'core/session/config.js', 'runtime/server/endpoint.js', 'core/middleware/index.js']
  const modules = await Promise.all(files.map((file) => import(inAstro(file).href) as Promise<object>))
  parts = Object.assign({}, ...modules) as Parts
})

function inAstro(file: string): URL {
  return new URL(`./node_modules/astro/dist/${file}`, import.meta.url)
}

/** Calls the export `GET` of a page with a context, and sends what it answers together with the cookies. */
function listener(handle: (context: Owner, path: string) => unknown, options: Options = {}, storage = createStorage()): RequestListener {
  const config = parts.SessionSchema.parse({ driver: { entrypoint: 'memory' }, ...options })
  return (incoming, outgoing) => {
    const request = new Request(new URL(incoming.url ?? '/', 'http://localhost'), { headers: { cookie: incoming.headers.cookie ?? '' } })
    const cookies = new parts.AstroCookies(request)
    const session = new parts.AstroSession({ cookies, config, runtimeMode: 'production', mockStorage: storage, logger })
    const context = { cookies, request, session }
    const GET = async (given: Owner) => new Response(JSON.stringify((await handle(given, incoming.url ?? '/')) ?? null))
    const answer = async () => {
      const response = await parts.renderEndpoint({ GET }, context, false, logger)
      await session[parts.PERSIST_SYMBOL]?.()
      outgoing.setHeader('Set-Cookie', [...cookies.headers()])
      outgoing.end(await response.text())
    }
    answer().catch((error: unknown) => outgoing.writeHead(500).end(String(error)))
  }
}

async function serveSessions(options: Options, handlers: Handlers, storage = createStorage()): Promise<Site> {
  return serve(listener(({ cookies, session }, path) => handlers[path]?.({ context: { cookies, session: asObject(session as Session) } }), options, storage))
}

/** A session that handlers write to as to an object; what they read from it is a promise. */
function asObject(session: Session): object {
  return new Proxy(session, {
    get(target, property) {
      if (property === 'user') return target.get('user').then((user) => user ?? 'nobody')
      const value: unknown = Reflect.get(target, property, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
    set(target, property, value) {
      target.set(String(property), value)
      return true
    },
  })
}

describe('cookies', () => {
  summarise('astro', 'cookies and endpoints as the table says; the headers of a page read, not run (dist/types/public/context.d.ts)')

  testCookieFacts({
    table: astro,
    make: (root, { context }) => (root === 'cookies' ? (context as { cookies: unknown }).cookies : context),
    serve: (handler) => serve(listener((context) => handler({ context }))),
  })

  it('a page has headers of its own', () => {
    expect(readFileSync(inAstro('types/public/context.d.ts'), 'utf8')).toMatch(/response: ResponseInit & \{\s+readonly headers: Headers;/)
  })

  it.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'ALL'])('an export %s is called with the context', async (name) => {
    const context = { request: new Request('http://localhost/', { method: name === 'ALL' ? 'POST' : name }), url: new URL('http://localhost/') }
    const given: unknown[] = []
    const handle = (...values: readonly unknown[]) => {
      given.push(...values)
      return new Response('answer')
    }
    expect((await parts.renderEndpoint({ [name]: handle }, context, false, logger)).status).toBe(200)
    expect(given).toEqual([context])
    expect(astro.server?.exports?.[0]?.names).toContain(name)
  })

  it('middlewares are called with the context and with what goes on', async () => {
    const context = {}
    const given: unknown[][] = []
    const handle = (...values: unknown[]) => {
      given.push(values)
      return new Response('answer')
    }
    expect(parts.defineMiddleware(handle)).toBe(handle)
    await parts.sequence(handle)(context, () => undefined)
    expect(given).toEqual([[context, expect.any(Function)]])
  })
})

describe('sessions', () => {
  summarise('astro', 'sessions as the table says')

  // In a configuration the session stands where Astro looks for it; here the options are the session's own.
  const signatures = astroSession.signatures
    .filter(({ root }) => root !== 'session')
    .map((signature) => (signature.roles.emits === 'sessionConfigured' ? { ...signature, roles: { emits: signature.roles.emits, cookie: 'options.cookie' } } : signature))
  const session = astroSession.session && { ...astroSession.session, name: { ...astroSession.session.name, options: ['cookie'] } }

  testSessionFacts({ folder: 'astro', table: { ...astroSession, session, signatures }, serve: serveSessions, sendsSecureByHttp: true })

  it('the cookie is renamed by an option inside another, too', async () => {
    const [cookie] = (await (await serveSessions({ cookie: { name: 'renamed' } }, PLAIN)).get('/login')).cookies
    expect(cookie?.name).toBe('renamed')
  })

  it('scripts can never read the cookie', async () => {
    const [cookie] = (await (await serveSessions({ cookie: { httpOnly: false } }, PLAIN)).get('/login')).cookies
    expect(cookie?.attributes.httpOnly).toBe(true)
  })

  it('the renewal keeps the data', async () => {
    const renew = async ({ context }: { context?: unknown }) => {
      const { session: opened } = context as { session: Session }
      await opened.regenerate()
      return opened.get('user')
    }
    const visitor = (await serveSessions({}, { ...PLAIN, '/renew': renew })).visitor()
    await visitor.get('/login')
    const thief = visitor.copy()
    expect((await visitor.get('/renew')).text).toBe(JSON.stringify(USER))
    expect([await seen(visitor), await seen(thief)]).toEqual([USER, 'nobody'])
  })

  it('ids are those of the cookie, unique, and have 112 bits or more', async () => {
    const storage = createStorage()
    const site = await serveSessions({}, PLAIN, storage)
    const answers = await Promise.all(Array.from({ length: 150 }, () => site.get('/login')))
    const ids = await storage.getKeys()
    expect(new Set(answers.map(({ cookies: [cookie] }) => cookie?.value))).toEqual(new Set(ids))
    expect(ids).toHaveLength(150)
    expect(bits(ids)).toBeGreaterThanOrEqual(112)
  })

  it('once its cookie is deleted, a session that has not been read is not found to be ended', async () => {
    const logout = ({ context }: { context?: unknown }) => {
      const { cookies, session: opened } = context as { cookies: { delete(name: string): void }; session: Session }
      cookies.delete('astro-session')
      opened.destroy()
    }
    const visitor = (await serveSessions({}, { ...PLAIN, '/logout': logout })).visitor()
    await visitor.get('/login')
    const thief = visitor.copy()
    await visitor.get('/logout')
    expect(await seen(thief)).toBe(USER)
  })

  it('a driver may be told to end what it keeps', () => {
    expect(readFileSync(inAstro('types/public/config.d.ts'), 'utf8')).toContain('Individual drivers may also support a `ttl` option')
    expect(readFileSync(inAstro('core/session/config.js'), 'utf8')).toContain('options: z.record(z.string(), z.any()).optional()')
  })
})
