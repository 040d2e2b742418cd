import { readFileSync } from 'node:fs'
import { register } from 'node:module'
import type { RequestListener } from 'node:http'
import { nuxtAuthUtils } from '../../lib/frameworks/nuxt-auth-utils.js'
import type { Handlers } from './applications.js'
import type { Options } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import type { Owner } from './run-code.js'
import { serve, type Site } from './server.js'
import { seen, testSessionFacts, USER } from './session-facts.js'

type Functions = Readonly<Record<string, (...values: readonly unknown[]) => unknown>>

interface Sessions {
  getUserSession(event: unknown): Promise<Owner>
  setUserSession(event: unknown, data: Owner, config?: Options): Promise<unknown>
  replaceUserSession(event: unknown, data: Owner): Promise<unknown>
  clearUserSession(event: unknown): Promise<unknown>
}

const PACKAGE = new URL('./node_modules/nuxt-auth-utils/', import.meta.url)

/** What the module of Nuxt puts beside the options of the configuration. */
const OF_MODULE = { name: 'nuxt-session', password: 'a password of the tests, long enough', cookie: { sameSite: 'lax' } }

// Nuxt gives the functions its configuration under a name that only its own build knows.
const CONFIGURATION = 'data:text/javascript,export const useRuntimeConfig = () => globalThis.configurationOfNuxt'
register(
  `data:text/javascript,${encodeURIComponent(
    `export const resolve = (name, context, next) => name === '#imports' ? { url: ${JSON.stringify(CONFIGURATION)}, shortCircuit: true } : next(name, context)`,
  )}`,
)

const h3 = load('h31') as Functions
const defu = (load('defu') as { defu(...options: readonly Options[]): Options }).defu
let servers = 0

/** A server with its own copy of the package, which reads its configuration once. */
async function serveSessions(options: Options, handlers: Readonly<Record<string, (event: unknown, sessions: Sessions) => unknown>>): Promise<Site> {
  servers += 1
  const sessions = (await import(new URL(`dist/runtime/server/utils/session.js?${servers}`, PACKAGE).href)) as Sessions
  const app = h3.createApp?.({ onError: () => undefined }) as { use(router: unknown): void }
  const router = h3.createRouter?.() as { get(path: string, handler: unknown): void }
  for (const [path, handler] of Object.entries(handlers)) {
    router.get(path, h3.eventHandler?.(async (event: unknown) => {
      Object.assign(globalThis, { configurationOfNuxt: { session: defu(options, OF_MODULE) } })
      return JSON.stringify((await handler(event, sessions)) ?? null)
    }))
  }
  app.use(router)
  return serve(h3.toNodeListener?.(app) as RequestListener)
}

/** The same for handlers that write to the session as to an object. */
function serveObjects(options: Options, handlers: Handlers): Promise<Site> {
  const answers = Object.entries(handlers).map(([path, handler]) => [
    path,
    async (event: unknown, { getUserSession, setUserSession }: Sessions) => {
      const { user } = await getUserSession(event)
      const context: Owner = { user }
      const value = await handler({ context })
      if (context.user !== user) await setUserSession(event, { user: context.user })
      return value
    },
  ])
  return serveSessions(options, Object.fromEntries(answers) as Parameters<typeof serveSessions>[1])
}

beforeEach(() => {
  // h3 prints every error that a handler throws.
  const printing = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => {
    printing.mockRestore()
  })
})

summarise('nuxt-auth-utils', 'sealed sessions as the table says; the configuration of Nuxt read, not run (dist/module.mjs)')

// In a configuration the session stands where Nuxt looks for it; here the options are the session's own.
const [configured, ...uses] = nuxtAuthUtils.signatures

testSessionFacts({
  folder: 'nuxt-auth-utils',
  table: { ...nuxtAuthUtils, signatures: configured ? [{ ...configured, roles: { emits: 'sessionConfigured', options: 'options', cookie: 'options.cookie' } }] : [] },
  serve: serveObjects,
  sendsSecureByHttp: true,
})

it('the module of Nuxt has the defaults and the place of the configuration that the table says', () => {
  const text = readFileSync(new URL('dist/module.mjs', PACKAGE), 'utf8').replace(/\s+/g, ' ')
  expect(text).toContain(
    'runtimeConfig.session = defu(runtimeConfig.session, { name: "nuxt-session", password: "", cookie: { sameSite: "lax" } });',
  )
  expect(configured?.roles.options).toBe('options.runtimeConfig.session')
})

it('the functions of the table are all that write or end a session', async () => {
  const exported = Object.keys((await import(new URL('dist/runtime/server/utils/session.js', PACKAGE).href)) as Sessions)
  const reading = ['getUserSession', 'requireUserSession', 'sessionHooks']
  expect(exported.filter((name) => !reading.includes(name)).sort()).toEqual(uses.map(({ root }) => root).sort())
})

describe.each(['setUserSession', 'replaceUserSession'] as const)('%s', (name) => {
  it('writes into the session', async () => {
    const visitor = (
      await serveSessions({}, {
        '/login': (event, sessions) => sessions[name](event, { user: USER }),
        '/visit': async (event, { getUserSession }) => (await getUserSession(event)).user,
      })
    ).visitor()
    await visitor.get('/login')
    expect(await seen(visitor)).toBe(USER)
  })
})

it('clearUserSession ends the session, but a copy of the cookie stays good', async () => {
  const site = await serveSessions({}, {
    '/login': (event, { setUserSession }) => setUserSession(event, { user: USER }),
    '/visit': async (event, { getUserSession }) => (await getUserSession(event)).user ?? 'nobody',
    '/logout': (event, { clearUserSession }) => clearUserSession(event),
  })
  const visitor = site.visitor()
  await visitor.get('/login')
  const thief = visitor.copy()
  await visitor.get('/logout')
  expect([await seen(visitor), await seen(thief)]).toEqual(['nobody', USER])
})

it('an end that is given with the data counts in place of that of the configuration', async () => {
  const site = await serveSessions({}, { '/login': (event, { setUserSession }) => setUserSession(event, { user: USER }, { maxAge: 60 }) })
  const [cookie] = (await site.visitor().get('/login')).cookies
  expect(cookie?.attributes.maxAge).toBeGreaterThan(50)
})
