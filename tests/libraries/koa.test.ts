import type { HandlerObject } from '../../lib/frameworks/framework.js'
import { koa } from '../../lib/frameworks/koa.js'
import { answerWithKoa, koaApplication, type Handler, type KoaApplication } from './applications.js'
import { testCookieFacts } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import { runCode } from './run-code.js'
import { serve, type Site } from './server.js'
import { testHeaderFacts, testServerFacts } from './server-facts.js'

function serveOne(handler: Handler): Promise<Site> {
  return serve(answerWithKoa(koaApplication(), { '/': handler }))
}

summarise('koa', 'cookies, headers, handlers and keys as the table says')

testCookieFacts({ table: koa, serve: serveOne })
testHeaderFacts(koa, serveOne)

describe('keys sign cookies', () => {
  const givers = koa.signatures.filter(({ roles }) => roles.emits === 'secretGiven')

  it.each(givers)('$text', async (signature) => {
    const site = await serve(answerWithKoa(applicationWith(signature, ['a key of the tests']), { '/': ({ context }) => write(context) }))
    const names = (await site.get('/', { scheme: 'https' })).cookies.map(({ name }) => name)
    expect(names).toEqual(['flavour', 'flavour.sig'])
  })

  it('are looked at by a reading that is given options alone', async () => {
    const read: string[] = []
    const application = koaApplication()
    Object.assign(application, { keys: ['a key of the tests'] })
    const site = await serve(
      answerWithKoa(application, {
        '/': ({ context }) => {
          const { cookies } = context as { cookies: { get(name: string, options?: object): string | undefined } }
          read.push(String(cookies.get('flavour')), String(cookies.get('flavour', {})), String(cookies.get('flavour', { signed: true })))
        },
      }),
    )
    await site.get('/', { cookie: 'flavour=forged' })
    expect(read).toEqual(['forged', 'undefined', 'undefined'])
  })

  function applicationWith({ text, root }: (typeof givers)[number], keys: readonly string[]): KoaApplication {
    const Koa = load('koa') as new (options?: object) => KoaApplication
    if (text.startsWith('new ')) return new Koa({ keys })
    const made = new Koa()
    runCode(text, { [root]: made }, { value: keys })
    return made
  }

  function write(context: unknown): void {
    ;(context as { cookies: { set(name: string, value: string, options: object): void } }).cookies.set('flavour', 'plain', { signed: true })
  }
})

const app = koaApplication()
// Koa's objects are made from these.
const prototypes: readonly (readonly [HandlerObject, object])[] = [
  ['context', app.context],
  ['request', app.request],
  ['response', app.response],
]

testServerFacts({
  folder: 'koa',
  table: koa,
  serve(handler) {
    app.middleware.length = 0
    app.use((context: unknown, next: unknown) => handler(context, next))
    return serve(app.callback())
  },
  answer([context], text) {
    Object.assign(context as object, { body: text })
  },
  kindOf: (value) => prototypes.find(([, prototype]) => isMadeFrom(value, prototype))?.[0],
})

function isMadeFrom(value: unknown, prototype: object): boolean {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === prototype
}
