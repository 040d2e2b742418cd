import type { RequestListener } from 'node:http'
import { tanstackStartSession } from '../../lib/frameworks/tanstack-start-session.js'
import { tanstackStart } from '../../lib/frameworks/tanstack-start.js'
import type { Handlers } from './applications.js'
import { testCookieFacts, type Options } from './cookie-facts.js'
import { installed, load, loadModule, summarise } from './installed.js'
import { runCode } from './run-code.js'
import { testCopies, watch, type SealedSession } from './sealed-session.js'
import { testHeaderFacts } from './server-facts.js'
import { serve, type Site } from './server.js'
import { testSessionFacts } from './session-facts.js'

type Functions = Readonly<Record<string, (...values: readonly unknown[]) => unknown>>
type Answering = (request: Request) => Promise<Response>

/** The parts of the newer version that its own server is made of. */
interface Parts {
  withStartRequest(handle: (request: Request, options: unknown, event: unknown) => Promise<Response>): Answering
  finalizeResponse(response: Response, event: unknown): Response
}

const NEWEST = '@tanstack/start-server-core'
/** The last one that keeps sessions. */
const WITH_SESSIONS = '@tanstack/start-server-core30'
const PASSWORD = 'a password of the tests, long enough'

const { getRequestListener } = load('@hono/node-server') as { getRequestListener(fetch: Answering): RequestListener }

/** A server that answers within a request of TanStack Start: its functions find that by themselves. */
async function serveWithin(folder: string, handlers: Readonly<Record<string, () => unknown>>): Promise<Site> {
  const answer: Answering = async (request) => {
    const value = await handlers[new URL(request.url).pathname]?.()
    return new Response(JSON.stringify(value ?? null))
  }
  return serve(getRequestListener(await within(folder, answer)))
}

async function within(folder: string, answer: Answering): Promise<Answering> {
  const { requestHandler } = (await loadModule(folder)) as { requestHandler?(handle: Answering): Answering }
  if (requestHandler) return requestHandler(answer)
  const { href } = new URL(`node_modules/${folder}/dist/esm/internal-request-response.js`, import.meta.url)
  const { finalizeResponse, withStartRequest } = (await import(href)) as Parts
  return withStartRequest(async (request, _options, event) => finalizeResponse(await answer(request), event))
}

describe.each([NEWEST, WITH_SESSIONS])('%s', (folder) => {
  let library: Functions

  beforeAll(async () => {
    library = (await loadModule(folder)) as Functions
  })
  summarise(folder, 'cookies and headers as the table says')

  // Before that there was only `setResponseHeader`.
  const table = { ...tanstackStart, signatures: tanstackStart.signatures.filter(({ root }) => folder === NEWEST || root !== 'appendResponseHeader') }
  const make = (root: string) => library[root]
  const serveOne = (handler: (handed: object) => unknown) => serveWithin(folder, { '/': () => handler({}) })

  testCookieFacts({ table, make, serve: serveOne })
  testHeaderFacts(table, serveOne, make)

  it('getRequestHeader reads the cookies of the visitor', async () => {
    let found: unknown
    const site = await serveOne(() => (found = library.getRequestHeader?.('Cookie')))
    await site.get('/', { cookie: 'flavour=forged' })
    expect(found).toBe('flavour=forged')
  })
})

it(`${NEWEST} keeps no sessions any more`, async () => {
  expect(Object.keys((await loadModule(NEWEST)) as object).filter((name) => name.endsWith('Session'))).toEqual([])
})

describe(WITH_SESSIONS, () => {
  let library: Functions

  beforeAll(async () => {
    library = (await loadModule(WITH_SESSIONS)) as Functions
  })
  summarise(WITH_SESSIONS, 'sealed sessions as the table says')

  const signatures = tanstackStartSession.signatures.filter(({ root, roles }) => root === 'session' || roles.emits === 'sessionConfigured')

  function serveSessions(options: Options, handlers: Handlers): Promise<Site> {
    const within = Object.entries(handlers).map(([path, handler]) => [
      path,
      async () => {
        const session = (await library.useSession?.({ password: PASSWORD, ...options })) as SealedSession
        const { handed, written } = watch(session)
        const value = await handler({ context: handed })
        if (written.size > 0) await session.update(Object.fromEntries(written))
        return value
      },
    ])
    return serveWithin(WITH_SESSIONS, Object.fromEntries(within) as Readonly<Record<string, () => unknown>>)
  }

  const session = tanstackStartSession.session && {
    ...tanstackStartSession.session,
    // It refuses to send `null`.
    lifetime: { ...tanstackStartSession.session.lifetime, endless: [undefined] },
  }
  testSessionFacts({ folder: WITH_SESSIONS, table: { ...tanstackStartSession, session, signatures }, serve: serveSessions, sendsSecureByHttp: true })

  testCopies(tanstackStartSession, serveSessions)

  it.each(tanstackStartSession.signatures.filter(({ roles, root }) => roles.emits === 'sessionDestroyed' && root !== 'session').map(({ root, text }) => [text, root]))('%s ends the session', async (text, root) => {
    const site = await serveWithin(WITH_SESSIONS, { '/': async () => void (await runCode(text, library, { options: { password: PASSWORD } })), [root]: () => 'done' })
    const [cookie] = (await site.get('/', { cookie: 'start=a-seal' })).cookies
    expect([cookie?.name, cookie?.value]).toEqual(['start', ''])
  })

  it('getSession(options) makes a session', async () => {
    const site = await serveWithin(WITH_SESSIONS, { '/': async () => void (await library.getSession?.({ password: PASSWORD })) })
    expect((await site.get('/')).cookies.map(({ name }) => name)).toEqual(['start'])
  })
})

it('both are parts of one package', () => {
  expect(new Set([NEWEST, WITH_SESSIONS].map((folder) => installed(folder).name))).toEqual(new Set([NEWEST]))
})
