import type { RequestListener } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Framework } from '../../lib/frameworks/framework.js'
import { reactRouterServerSessions } from '../../lib/frameworks/react-router-server-sessions.js'
import { reactRouter } from '../../lib/frameworks/react-router.js'
import { pass, stopClock } from './clock.js'
import { cookieFacts, defaults, maxAge, testCookieFacts, type Options } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import { runCode, type Owner, type Places } from './run-code.js'
import { testServerFacts } from './server-facts.js'
import { serve, type Site, type Visitor } from './server.js'
import { bits, USER } from './session-facts.js'
import { parseSetCookie } from './set-cookie.js'

interface Session {
  readonly id: string
  get(name: string): unknown
  set(name: string, value: unknown): void
}

interface Storage {
  getSession(header?: string | null): Promise<Session>
  commitSession(session: Session, options?: Options): Promise<string>
  destroySession(session: Session, options?: Options): Promise<string>
}

type MakeStorage = (options: Options) => Storage

interface Library {
  createCookie(name: string, options?: Options): { serialize(value: unknown, options?: Options): Promise<string> }
  readonly createCookieSessionStorage: MakeStorage
  readonly createMemorySessionStorage: MakeStorage
  readonly createSessionStorage: MakeStorage
  createRequestHandler(build: unknown, mode: string): (request: Request, context?: unknown) => Promise<Response>
  readonly RouterContextProvider?: new () => unknown
}

interface Kind {
  readonly title: string
  readonly table: Framework
  readonly make: MakeStorage
}

const HOUR = 60 * 60
const DECADE = 10 * 365 * 24 * HOUR

const PACKAGES = [
  { folder: 'react-router7', server: 'react-router7', files: '@react-router/node7' },
  { folder: 'react-router', server: 'react-router', files: '@react-router/node' },
  { folder: '@remix-run/node', server: '@remix-run/server-runtime', files: '@remix-run/node' },
]

describe.each(PACKAGES)('$folder', ({ files, folder, server }) => {
  const library = load(folder) as Library
  const { createFileSessionStorage } = load(files) as { readonly createFileSessionStorage: MakeStorage }
  const places: string[] = []

  afterAll(() => {
    for (const place of places) rmSync(place, { recursive: true })
  })

  function inFiles(options: Options): Storage {
    const dir = mkdtempSync(join(tmpdir(), 'session-files-'))
    places.push(dir)
    return createFileSessionStorage({ ...options, dir })
  }

  summarise(folder, 'cookies, and sessions in the cookie, in memory, in files and in records, as the table says')

  describe('its cookies', () => {
    testCookieFacts({
      table: reactRouter,
      make: (_root, { response }) => ({
        // What is sent is base64 of JSON, which is nothing that a table says.
        serialize: (_value: unknown, options?: Options) => {
          const header = library.createCookie('flavour').serialize('x', options)
          ;(response as Responses).waiting.push(header.then((text) => text.replace(/=[^;]*/, '=plain')))
        },
      }),
      serve: (handler) => serve(answer((response) => void handler({ response }))),
    })

    it.each([{}, { maxAge: HOUR, httpOnly: true, secure: true, sameSite: 'none', path: '/cellar' }])('have the same attributes by their declaration: %s', async (options) => {
      const declared = await library.createCookie('flavour', options).serialize('plain')
      const written = await library.createCookie('flavour').serialize('plain', options)
      expect(declared).toBe(written)
    })
  })

  const kinds: readonly Kind[] = [
    { title: 'in the cookie', table: reactRouter, make: library.createCookieSessionStorage },
    { title: 'in memory', table: reactRouterServerSessions, make: library.createMemorySessionStorage },
    { title: 'in files', table: reactRouterServerSessions, make: inFiles },
    { title: 'in records', table: reactRouterServerSessions, make: (options) => library.createSessionStorage({ ...records(), ...options }) },
  ]
  describe.each(kinds)('its sessions $title', (kind) => {
    testStorage(kind)
  })

  describe('the ids of its sessions', () => {
    it.each(reactRouterServerSessions.session?.generator ?? [])('come from the option %s', async (option) => {
      const storage = library.createSessionStorage({ ...records(), [option]: () => Promise.resolve('an id of our own making') })
      const header = await storage.commitSession(await storage.getSession())
      expect(idIn(header)).toBe('an id of our own making')
    })

    it(`in memory are ${folder === 'react-router' ? 'hard' : 'easy'} to guess, which is the library's own fault`, async () => {
      const storage = library.createMemorySessionStorage({ cookie: {} })
      const random = vi.spyOn(Math, 'random')
      onTestFinished(() => random.mockRestore())
      const ids = await Promise.all(Array.from({ length: 150 }, async () => idIn(await storage.commitSession(await storage.getSession()))))
      expect(random.mock.calls.length > 0).toBe(folder !== 'react-router')
      expect(bits(ids) >= 112).toBe(folder === 'react-router')
    })

    it('in files have 64 bits', async () => {
      const storage = inFiles({ cookie: {} })
      expect(idIn(await storage.commitSession(await storage.getSession()))).toMatch(/^[\da-f]{16}$/)
    })
  })

  describe('its handlers', () => {
    const { createRequestHandler, RouterContextProvider } = load(server) as Library
    const context = RouterContextProvider ? new RouterContextProvider() : {}

    testServerFacts({
      folder,
      table: reactRouter,
      serve: (handler) => {
        const route = { id: 'home', path: '/', module: { loader: handler } }
        const build = { ...BUILD, routes: { home: route } }
        return serve(answerByFetch((request) => createRequestHandler(build, 'production')(request, context)))
      },
      answer: (_given, text) => new Response(text),
      returned: (text) => new Response(text),
      kindOf: (value) => {
        if (value instanceof Request) return 'request'
        return typeof value === 'object' && value !== null && 'request' in value ? 'context' : undefined
      },
    })

    it.each(reactRouter.server?.exports?.[0]?.names ?? [])('are found by the name %s', async (name) => {
      const route = { id: 'home', path: '/', module: { [name]: () => new Response(name) } }
      const respond = createRequestHandler({ ...BUILD, routes: { home: route } }, 'production')
      const response = await respond(new Request('http://localhost/', { method: name === 'action' ? 'POST' : 'GET' }), context)
      expect(await response.text()).toBe(name)
    })
  })
})

/** Tests that compare a way to keep sessions with its table. */
function testStorage({ make, table }: Kind): void {
  const facts = cookieFacts(table)
  const session = table.session
  if (!session) throw new Error('The table says nothing about sessions.')
  const isOnServer = session.kind === 'server'
  const { enforcedBy, endless } = session.lifetime

  beforeEach(stopClock)
  // That the cookie is not signed is said once, and not what is tested here.
  beforeEach(() => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    onTestFinished(() => warn.mockRestore())
  })

  it('have a cookie with the attributes that the table calls defaults', async () => {
    const header = await login(make({ cookie: {} }))
    expect(parseSetCookie(header).attributes).toEqual(defaults(facts, 'https'))
  })

  it('have a maxAge in the unit of the table', async () => {
    const header = await login(make({ cookie: maxAge(facts, HOUR) }))
    expect(parseSetCookie(header).attributes.maxAge).toBe(HOUR)
  })

  it('have the name that the table calls the default, and another one by the option', async () => {
    expect(parseSetCookie(await login(make({ cookie: {} }))).name).toBe(session.name.default)
    expect(session.name.options).toEqual(['cookie.name'])
    expect(parseSetCookie(await login(make({ cookie: { name: 'renamed' } }))).name).toBe('renamed')
  })

  it(`are ${isOnServer ? 'on the server' : 'in the cookie'}`, async () => {
    const cookie = pairIn(await login(make({ cookie: {} })))
    const elsewhere = await make({ cookie: {} }).getSession(cookie)
    expect(elsewhere.get('user')).toBe(isOnServer ? undefined : USER)
    const canBeRead = Buffer.from(decodeURIComponent(parseSetCookie(cookie).value), 'base64').toString().includes(USER)
    expect({ canBeRead }).toEqual({ canBeRead: session.isReadable === true })
  })

  const { renew } = session

  if (renew) {
    it(`keep their id at a login with the cookie of the request; ${renew.code} gives another session, with a new one`, async () => {
      const storage = make({ cookie: {} })
      const before = await storage.commitSession(await storage.getSession())
      const kept = await storage.getSession(pairIn(before))
      kept.set('user', USER)
      expect(idIn(await storage.commitSession(kept))).toBe(idIn(before))

      const renewed = await (runCode(renew.code, storage) as Promise<Session>)
      expect(renewed.get('user')).toBeUndefined()
      expect(idIn(await storage.commitSession(renewed))).not.toBe(idIn(before))
    })

    it('take an id that nobody gave out, where the cookie is not signed', async () => {
      const storage = make({ cookie: {} })
      const forged = await storage.getSession(`__session=${Buffer.from('"deadbeefdeadbeef"').toString('base64')}`)
      forged.set('user', USER)
      expect(idIn(await storage.commitSession(forged))).toBe('deadbeefdeadbeef')
    })
  }

  for (const signature of table.signatures) {
    const { emits } = signature.roles
    if (signature.root !== 'storage') continue

    it(`${signature.text} does what it emits: ${emits}`, async () => {
      const storage = make({ cookie: {} })
      const cookie = pairIn(await login(storage))
      const open = await storage.getSession(cookie)
      const places: Places = { header: cookie, property: 'user', value: 'somebody else', session: open, options: { maxAge: HOUR } }
      const result = await (runCode(signature.text, { storage: { ...storage, getSession: () => open } }, places) as Promise<unknown>)

      if (emits === 'sessionCommitted') expect(parseSetCookie(String(result)).attributes.maxAge).toBe(HOUR)
      if (emits === 'sessionWritten') expect(open.get('user')).toBe('somebody else')
      if (emits === 'sessionPropertyDeleted') expect(open.get('user')).toBeUndefined()
      if (emits === 'sessionDestroyed') {
        expect(parseSetCookie(String(result)).deleted).toBe(true)
        // A copy of the cookie.
        expect((await storage.getSession(cookie)).get('user')).toBe(isOnServer ? undefined : USER)
      }
    })
  }

  it(`${session.end?.code ?? ''} ends a session, and gives a promise`, async () => {
    const storage = make({ cookie: {} })
    const cookie = pairIn(await login(storage))
    const ended = runCode(session.end?.code ?? '', storage, { session: await storage.getSession(cookie) })
    expect(ended).toBeInstanceOf(Promise)
    expect(parseSetCookie(String(await ended)).deleted).toBe(true)
  })

  it('have no end where nothing is said', async () => {
    const storage = make({ cookie: {} })
    const cookie = pairIn(await login(storage))
    pass(DECADE)
    expect((await storage.getSession(cookie)).get('user')).toBe(USER)
  })

  it(`have an end that is enforced by the ${enforcedBy}`, async () => {
    const storage = make({ cookie: maxAge(facts, HOUR) })
    const cookie = pairIn(await login(storage))
    pass(HOUR - 2)
    expect((await storage.getSession(cookie)).get('user')).toBe(USER)
    pass(4)
    expect((await storage.getSession(cookie)).get('user')).toBe(enforcedBy === 'server' ? undefined : USER)
  })

  it('have an end that no visit moves', async () => {
    const visitor = await visit(make({ cookie: maxAge(facts, HOUR) }))
    expect((await visitor.get('/login')).cookies).toHaveLength(1)
    expect((await visitor.get('/visit')).cookies).toEqual([])
    expect(session.lifetime.slides).toBe('never')
  })

  it('are endless with the values of maxAge that the table lists', async () => {
    for (const value of endless ?? []) {
      const storage = make({ cookie: { maxAge: value } })
      const header = await login(storage)
      expect(parseSetCookie(header).attributes.maxAge).toBeUndefined()
      pass(DECADE)
      expect((await storage.getSession(pairIn(header))).get('user')).toBe(USER)
    }
  })
}

/** Logs someone in and gives the header with the cookie. */
async function login(storage: Storage): Promise<string> {
  const session = await storage.getSession()
  session.set('user', USER)
  return storage.commitSession(session)
}

/** A visitor of a site that commits the session at the login only. */
async function visit(storage: Storage): Promise<Visitor> {
  const site: Site = await serve(
    answer(async (response, path, header) => {
      const session = await storage.getSession(header)
      session.set('user', USER)
      if (path === '/login') response.waiting.push(storage.commitSession(session))
    }),
  )
  return site.visitor()
}

function pairIn(header: string): string {
  return header.split(';', 1)[0] ?? ''
}

/** The id in the value of a cookie, which is base64 of JSON. */
function idIn(header: string): string {
  const value = decodeURIComponent(/=([^;]*)/.exec(header)?.[1] ?? '')
  return String(JSON.parse(Buffer.from(value, 'base64').toString()))
}

/** Records as a program keeps them, which end when they have to. */
function records(): Options {
  const kept = new Map<string, { readonly data: unknown; readonly expires?: Date }>()
  let count = 0
  return {
    async createData(data: unknown, expires?: Date) {
      const id = `record-${(count += 1)}-${Math.random()}`
      kept.set(id, { data, ...(expires && { expires }) })
      return id
    },
    async readData(id: string) {
      const found = kept.get(id)
      return found && (!found.expires || found.expires > new Date()) ? found.data : null
    },
    async updateData(id: string, data: unknown, expires?: Date) {
      kept.set(id, { data, ...(expires && { expires }) })
    },
    async deleteData(id: string) {
      kept.delete(id)
    },
  }
}

/** A response, with the headers that it waits for. */
interface Responses {
  readonly waiting: Promise<string>[]
}

function answer(handle: (response: Responses, path: string, cookie: string | undefined) => unknown): RequestListener {
  return (request, response) => {
    const waiting: Promise<string>[] = []
    void Promise.resolve(handle({ waiting }, request.url ?? '', request.headers.cookie))
      .then(() => Promise.all(waiting))
      .then((headers) => response.setHeader('Set-Cookie', headers).end('seen'))
  }
}

function answerByFetch(respond: (request: Request) => Promise<Response>): RequestListener {
  return (request, response) => {
    void respond(new Request(`http://localhost${request.url ?? '/'}`)).then(async (answered) => {
      response.writeHead(answered.status, Object.fromEntries(answered.headers)).end(await answered.text())
    })
  }
}

/** What a build gives to its server, as far as routes without pages need it. */
const BUILD: Owner = {
  entry: { module: { default: () => new Response('a page'), handleError: () => undefined } },
  assets: { routes: {}, entry: { module: '', imports: [] }, url: '', version: '' },
  publicPath: '/',
  assetsBuildDirectory: '',
  future: {},
  isSpaMode: false,
  ssr: true,
  prerender: [],
  basename: '/',
  routeDiscovery: { mode: 'lazy', manifestPath: '/__manifest' },
}
