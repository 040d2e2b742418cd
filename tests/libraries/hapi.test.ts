import { hapi } from '../../lib/frameworks/hapi.js'
import { answerWithHapi, hapiApplication, type Handler, type HapiApplication, type HapiRequest } from './applications.js'
import { testCookieFacts } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import { runCode, runSignature, type Owner } from './run-code.js'
import { serve, type Site } from './server.js'
import { kindInNode, testHeaderFacts, testServerFacts } from './server-facts.js'
import type { SetCookie } from './set-cookie.js'

const STRANGER = 'https://stranger.example'

/** With a handler that is handed the toolkit, and with one that is handed the response. */
const PLACES = ['toolkit', 'response'] as const

async function serveOne(place: (typeof PLACES)[number], handler: Handler, app = hapiApplication()): Promise<Site> {
  if (place === 'toolkit') return serve(await answerWithHapi(app, { '/': handler }))
  app.ext('onPreResponse', async (request, h) => {
    await handler({ request, response: request.response })
    return h.continue
  })
  return serve(await answerWithHapi(app, { '/': () => 'answered' }))
}

summarise('@hapi/hapi', 'cookies, headers and handlers as the table says')

describe.each(PLACES)('cookies by the %s', (place) => {
  testCookieFacts({ table: hapi, serve: (handler) => serveOne(place, handler) })
})

describe('headers', () => {
  testHeaderFacts(hapi, (handler) => serveOne('response', handler))
})

describe('other sites', () => {
  it.each([
    ['no origin', {}, STRANGER],
    ['a star in a list', { origin: ['*'] }, STRANGER],
    ['another site in a list', { origin: ['https://app.example'] }, undefined],
  ])('%s beside credentials', async (_title, options, expected) => {
    const app = hapiApplication({ routes: { cors: { credentials: true, ...options } } })
    const { headers } = await (await serve(await answerWithHapi(app, { '/': () => 'answered' }))).get('/', { scheme: 'http', headers: { origin: STRANGER } })
    expect(headers['access-control-allow-origin']).toBe(expected)
  })

  it('may not be what is no list', () => {
    const make = (origin: unknown) => () => hapiApplication({ routes: { cors: { credentials: true, origin } } })
    for (const origin of [true, '*', /./, [/./], () => STRANGER]) expect(make(origin)).toThrow('origin')
  })
})

describe('handlers', () => {
  testServerFacts({
    folder: '@hapi/hapi',
    table: hapi,
    async serve(handler) {
      const app = hapiApplication()
      app.route({ method: 'GET', path: '/', handler })
      return serve(await answerWithHapi(app))
    },
    answer: (_given, text) => text,
    kindOf(value) {
      if (isObject(value) && isObject(value.raw)) return 'request'
      return isObject(value) && typeof value.state === 'function' ? 'response' : kindInNode(value)
    },
  })

  it('are registered by an extension, too', async () => {
    const app = hapiApplication()
    const seen: unknown[] = []
    for (const name of hapi.server?.registering ?? []) {
      runCode(`${name}(event, handler)`, app, {
        event: 'onPreHandler',
        handler: (request: HapiRequest, h: Owner) => {
          seen.push([isObject(request), typeof h.state])
          return h.continue
        },
      })
    }
    await (await serve(await answerWithHapi(app, { '/': () => 'answered' }))).get('/')
    expect(seen).toEqual([[true, 'function']])
  })
})

describe('a declaration', () => {
  const declared = hapi.signatures.filter(({ roles }) => roles.emits === 'cookieDeclared')
  const made = hapi.signatures.filter(({ roles }) => roles.emits === 'cookieDefaultsSet')
  const options = { isHttpOnly: false, isSameSite: 'Lax', path: '/cellar', ttl: 60_000 }
  const attributes = { secure: true, sameSite: 'lax', path: '/cellar', maxAge: 60 }

  /** What is sent when a handler writes the cookie, with these options or none. */
  async function writtenBy(app: HapiApplication, given?: object): Promise<SetCookie | undefined> {
    const site = await serveOne('toolkit', ({ response }) => {
      runCode('state(name, value, options?)', response, { name: 'flavour', value: 'plain', ...(given && { options: given }) })
    }, app)
    return (await site.get('/')).cookies[0]
  }

  it.each(declared)('$text says what is sent where the cookie is written', async (signature) => {
    const app = hapiApplication()
    runSignature(hapi, signature, { router: app }, { name: 'flavour', options })
    expect((await writtenBy(app))?.attributes).toEqual(attributes)
  })

  it.each(declared)('$text counts before what the server is made with, and what is written counts before both', async (signature) => {
    const app = hapiApplication({ state: { isSecure: false, isHttpOnly: false } })
    runSignature(hapi, signature, { router: app }, { name: 'flavour', options: { isSecure: true } })
    expect((await writtenBy(app, { isHttpOnly: true }))?.attributes).toEqual({ httpOnly: true, secure: true, sameSite: 'strict' })
  })

  it.each(made)('$text sets what no cookie says of itself', async ({ root, text }) => {
    const { server } = load('@hapi/hapi') as { server: new (options: object) => HapiApplication }
    const state = { state: options, debug: false }
    const app = text.startsWith('new ') ? new server(state) : (runCode(text, { [root]: server }, { options: state }) as HapiApplication)
    expect((await writtenBy(app))?.attributes).toEqual(attributes)
  })

  it.each(['httpOnly', 'secure', 'maxAge'])('refuses %s, which is a word of other libraries', (name) => {
    expect(() => runCode('state(name, options)', hapiApplication(), { name: 'flavour', options: { [name]: false } })).toThrow(/is not allowed/)
  })

  it('has no word for a date', async () => {
    expect((await writtenBy(hapiApplication(), { expires: new Date(Date.now() + 60_000) }))?.attributes.maxAge).toBeUndefined()
  })
})

function isObject(value: unknown): value is Owner {
  return typeof value === 'object' && value !== null
}
