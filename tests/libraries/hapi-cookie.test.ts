import { hapiCookie } from '../../lib/frameworks/hapi-cookie.js'
import { answerWithHapi, hapiApplication, type Handlers } from './applications.js'
import { stopClock } from './clock.js'
import type { Options } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import { runCode, runSignature, type Handed, type Owner } from './run-code.js'
import { serve, type Site } from './server.js'
import { loginAndVisit, testSessionFacts } from './session-facts.js'

interface Request extends Owner {
  readonly auth: { readonly artifacts: Owner | null }
  readonly cookieAuth: { set(data: object): void }
}

const HOUR = 60 * 60
const [STRATEGY] = hapiCookie.signatures.filter(({ roles }) => roles.emits === 'sessionConfigured')

async function serveSessions({ cookie, 'cookie.name': name, ...options }: Options, handlers: Handlers): Promise<Site> {
  const app = hapiApplication()
  await app.register(load('@hapi/cookie'))
  const attributes = { password: 'a password of the tests that is long enough', ...(name !== undefined && { name }), ...(cookie as object | undefined) }
  if (STRATEGY) runSignature(hapiCookie, STRATEGY, { router: app }, { strategy: 'session', options: { ...options, cookie: attributes } })
  runCode('auth.default(options)', app, { options: { strategy: 'session', mode: 'try' } })
  const withData = Object.entries(handlers).map(([path, handler]) => [path, (handed: Handed) => handler({ ...handed, request: reachable(handed.request as Request) })])
  return serve(await answerWithHapi(app, Object.fromEntries(withData) as Handlers))
}

/** The request, with a session whose data are properties; there is one from the start, as single properties need one. */
function reachable(request: Request): Owner {
  if (!request.auth.artifacts) request.cookieAuth.set({})
  const session = new Proxy(request.cookieAuth as Request['cookieAuth'] & Owner, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (member === undefined) return request.auth.artifacts?.[String(name)]
      return typeof member === 'function' ? (member.bind(target) as unknown) : member
    },
    set(target, name, value) {
      target.set({ ...request.auth.artifacts, [name]: value as unknown })
      return true
    },
  })
  return new Proxy(request, { get: (target, name) => (name === 'cookieAuth' ? session : (Reflect.get(target, name) as unknown)) })
}

summarise('@hapi/cookie', 'sessions as the table says')

testSessionFacts({ folder: '@hapi/cookie', table: hapiCookie, serve: serveSessions, sendsSecureByHttp: true })

describe('beside the table', () => {
  beforeEach(stopClock)

  const endings = hapiCookie.signatures.filter(({ roles }) => roles.lifetime !== undefined)

  it.each(endings)('$text ends the session that it is called for', async (signature) => {
    const site = await serveSessions({}, {
      ...loginAndVisit(hapiCookie),
      '/end-later': (handed) => {
        runSignature(hapiCookie, signature, handed, { milliseconds: HOUR * 1000 })
      },
    })
    const visitor = site.visitor()
    await visitor.get('/login')
    const [cookie] = (await visitor.get('/end-later')).cookies
    expect(cookie?.attributes.maxAge).toBe(HOUR)
  })

  it('the attributes no longer stand beside a name', async () => {
    await expect(serveSessions({ cookie: undefined, password: 'a password of the tests that is long enough' }, {})).rejects.toThrow(/"password" is not allowed/)
  })
})
