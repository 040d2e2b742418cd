import type { RequestListener } from 'node:http'
import type { HandlerObject, Signature } from '../../lib/frameworks/framework.js'
import { elysia } from '../../lib/frameworks/elysia.js'
import type { Handler } from './applications.js'
import { testCookieFacts, type Options } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import { runCode } from './run-code.js'
import { serve, type Site } from './server.js'
import { testHeaderFacts, testServerFacts } from './server-facts.js'

interface Application {
  get(path: string, handler: (context: Context) => unknown, options?: object): Application
  guard(options: object): Application
  onError(handler: (context: Context) => unknown): Application
  use(plugin: unknown): Application
  handle(request: unknown): unknown
}

interface Context {
  readonly cookie: Readonly<Record<string, { readonly value: unknown }>>
  readonly set: { readonly headers: Readonly<Record<string, string>> }
}

interface Exports {
  readonly Elysia: new (options?: Options) => Application
  readonly t: { Cookie(schema: object, options?: Options): object }
}

const { Elysia, t } = load('elysia') as Exports
const { getRequestListener } = load('@hono/node-server') as { getRequestListener(fetch: unknown): RequestListener }

function listener(app: Application): RequestListener {
  return getRequestListener((request: unknown) => app.handle(request))
}

/** Elysia reads in the source of a handler whether it looks at cookies: one that hands the whole context on may. */
async function serveOne(handler: Handler, app = new Elysia(), options?: object): Promise<Site> {
  const answer = async (context: Context): Promise<string> => {
    await handler({ context })
    return 'answered'
  }
  return serve(listener(app.get('/', (context) => answer(context), options)))
}

function signatures(emission: string): readonly Signature[] {
  return elysia.signatures.filter(({ roles }) => roles.emits === emission)
}

function write(text: string, places: Options): Handler {
  return ({ context }) => runCode(text, { ctx: context }, { name: 'flavour', ...places })
}

summarise('elysia', 'cookies, headers and handlers as the table says')

testCookieFacts({
  table: { ...elysia, signatures: elysia.signatures.filter(({ roles }) => roles.emits !== 'cookieCleared') },
  serve: serveOne,
})

const { cookie: { writtenBy = '' } = {} } = elysia

it(`${writtenBy} takes the value and the attributes together`, async () => {
  const site = await serveOne(write(`ctx.cookie[name].${writtenBy}(options)`, { options: { value: 'plain', httpOnly: true, maxAge: 60 } }))
  const [sent] = (await site.get('/')).cookies
  expect(sent?.value).toBe('plain')
  expect(sent?.attributes).toEqual({ path: '/', httpOnly: true, maxAge: 60 })
})

it.each(signatures('cookieAmended'))('$text gives an attribute to a cookie that is written', async ({ text }) => {
  const value = /maxAge/.test(text) ? 60 : /expires/.test(text) ? new Date(Date.now() + 60_000) : /sameSite/.test(text) ? 'lax' : /path/.test(text) ? '/cellar' : /domain/.test(text) ? 'example.org' : true
  const places = { value, options: { httpOnly: true } }
  const site = await serveOne((handed) => {
    write('ctx.cookie[name].value = value', { value: 'plain' })(handed)
    write(text, places)(handed)
  })
  const [sent] = (await site.get('/')).cookies
  expect(sent?.value).toBe('plain')
  expect(sent?.header).not.toBe('flavour=plain; Path=/')
})

it.each(signatures('cookieCleared'))('$text deletes a cookie that the browser has, and does nothing for one that it has not', async ({ text }) => {
  const site = await serveOne(write(text, {}))
  expect((await site.get('/', { cookie: 'flavour=plain' })).cookies.map(({ deleted, name }) => ({ deleted, name }))).toEqual([{ deleted: true, name: 'flavour' }])
  expect((await site.get('/')).cookies).toEqual([])
})

it('a deleted member deletes no cookie', async () => {
  const site = await serveOne(({ context }) => Reflect.deleteProperty((context as Context).cookie, 'flavour'))
  expect((await site.get('/', { cookie: 'flavour=plain' })).cookies).toEqual([])
})

describe('the attributes of all cookies', () => {
  const attributes = { httpOnly: true, secure: true, sameSite: 'lax' } as const
  const plain = write('ctx.cookie[name].value = value', { value: 'plain' })

  async function sent(site: Site) {
    return (await site.get('/')).cookies[0]?.attributes
  }

  it('come from the options of the application', async () => {
    expect(await sent(await serveOne(plain, new Elysia({ cookie: attributes })))).toEqual({ path: '/', ...attributes })
  })

  it('come from the application around a plugin, too', async () => {
    const answer = (context: Context) => String(plain({ context }))
    const plugin = new Elysia().get('/', (context) => answer(context))
    const app = new Elysia({ cookie: attributes }).use(plugin)
    expect(await sent(await serve(listener(app)))).toEqual({ path: '/', ...attributes })
  })

  it('come from the schema of the route', async () => {
    expect(await sent(await serveOne(plain, new Elysia(), { cookie: t.Cookie({}, attributes) }))).toEqual({ path: '/', ...attributes })
  })

  it('come from a guard before the route', async () => {
    expect(await sent(await serveOne(plain, new Elysia().guard({ cookie: t.Cookie({}, attributes) })))).toEqual({ path: '/', ...attributes })
  })

  it('count less than those of the cookie', async () => {
    const site = await serveOne(write('ctx.cookie[name].set(options)', { options: { value: 'plain', httpOnly: false } }), new Elysia({ cookie: attributes }))
    expect(await sent(site)).toEqual({ path: '/', secure: true, sameSite: 'lax' })
  })
})

testHeaderFacts(elysia, serveOne)

testServerFacts({
  folder: 'elysia',
  table: elysia,
  serve(handler, errorHandler) {
    const app = new Elysia()
    if (errorHandler) app.onError((context) => errorHandler(context))
    return serve(listener(app.get('/', (context) => handler(context))))
  },
  answer: (_given, text) => text,
  kindOf: (value): HandlerObject | undefined => (typeof value === 'object' && value !== null && 'cookie' in value && 'set' in value ? 'context' : undefined),
})

it.each(elysia.server?.registering ?? [])('handlers can be registered with %s', (method) => {
  expect(Reflect.get(new Elysia(), method)).toBeTypeOf('function')
})
