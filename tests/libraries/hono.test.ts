import type { HandlerObject } from '../../lib/frameworks/framework.js'
import { hono } from '../../lib/frameworks/hono.js'
import { answerWithHono, honoApplication, type Handler, type HonoContext } from './applications.js'
import { testCookieFacts } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import { runCode, type Handed } from './run-code.js'
import { serve, type Site } from './server.js'
import { testHeaderFacts, testServerFacts } from './server-facts.js'

const { Context } = load('hono') as { readonly Context: new (...values: readonly unknown[]) => object }
const cookie = load('hono/cookie') as Readonly<Record<string, (...values: readonly unknown[]) => unknown>>

function serveOne(handler: Handler): Promise<Site> {
  return serve(answerWithHono(honoApplication(), { '/': handler }))
}

/** `generateCookie` only makes the text; a handler sends it. */
function helper(name: string, { context }: Handed): (...values: readonly unknown[]) => unknown {
  return (...values) => {
    const made = cookie[name]?.(...values)
    const send = (text: unknown) => (context as HonoContext).header('Set-Cookie', String(text))
    if (!name.startsWith('generate')) return made
    return made instanceof Promise ? made.then(send) : send(made)
  }
}

summarise('hono', 'cookies, headers and handlers as the table says')

testCookieFacts({
  table: { ...hono, signatures: hono.signatures.filter(({ root }) => !/Signed/.test(root)) },
  make: helper,
  places: ({ context }) => ({ context }),
  serve: serveOne,
})

it.each(hono.signatures.filter(({ root }) => /Signed/.test(root)))('$text signs a cookie with the same defaults', async ({ root, text }) => {
  const site = await serveOne(async (handed) => {
    await runCode(text, { [root]: helper(root, handed) }, { context: handed.context, name: 'flavour', value: 'plain', secret: 'a secret of the tests' })
  })
  const [sent] = (await site.get('/')).cookies
  expect(sent?.attributes).toEqual(hono.cookie?.defaults)
  expect(sent?.value).toMatch(/^plain\..{44}$/)
})

const { option = '', prefixes = {} } = hono.cookie?.prefixedBy ?? {}

it.each(Object.entries(prefixes))(`${option}: '%s' puts %s before the name, and demands what it demands`, async (value, prefix) => {
  const site = await serveOne(({ context }) => cookie.setCookie?.(context, 'flavour', 'plain', { [option]: value, path: '/cellar', domain: 'example.org' }))
  const [sent] = (await site.get('/')).cookies
  expect(sent?.name).toBe(`${prefix}flavour`)
  expect(sent?.attributes).toEqual({ secure: true, path: prefix === '__Host-' ? '/' : '/cellar' })
  expect(/domain/i.test(sent?.header ?? '')).toBe(prefix !== '__Host-')
})

// What `ctx.body` and its like make is the answer, and no part of the one that a handler goes on to make.
testHeaderFacts({ ...hono, signatures: hono.signatures.filter(({ text }) => !/\(data/.test(text)) }, serveOne)

it.each(hono.signatures.filter(({ text }) => /\(data/.test(text)))('$text answers with a header', async ({ text }) => {
  const app = honoApplication()
  const headers = { 'Set-Cookie': 'flavour=plain' }
  app.use('*', (context: HonoContext) => runCode(text, { ctx: context }, { data: '', status: 200, headers, init: { headers } }))
  const { cookies } = await (await serve(answerWithHono(app))).get('/')
  expect(cookies.map(({ header }) => header)).toEqual(['flavour=plain'])
})

testServerFacts({
  folder: 'hono',
  table: hono,
  serve(handler, errorHandler) {
    const app = honoApplication()
    app.use('/', (context: unknown, next: unknown) => handler(context, next))
    if (errorHandler) app.onError((error, context) => errorHandler(error, context))
    return serve(answerWithHono(app))
  },
  answer: ([context], text) => (context as HonoContext).text(text),
  returned: (text) => new Response(text),
  kindOf: (value): HandlerObject | undefined => (value instanceof Context ? 'context' : undefined),
})
