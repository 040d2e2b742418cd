import type { RequestListener, ServerResponse } from 'node:http'
import { tinyhttp } from '../../lib/frameworks/tinyhttp.js'
import type { Handler } from './applications.js'
import { testCookieFacts } from './cookie-facts.js'
import { loadModule, summarise } from './installed.js'
import { serve, type Site } from './server.js'
import { testHeaderFacts, testServerFacts } from './server-facts.js'

type Given = (...given: readonly unknown[]) => unknown

interface Application {
  readonly attach: RequestListener
  get(path: string, handler: Given): void
}

interface Response {
  readonly headersSent: boolean
  send(text: string): void
  cookie(name: string, value: string, options: object): void
}

const { App } = (await loadModule('@tinyhttp/app')) as { readonly App: new (options?: { readonly onError?: Given }) => Application }

/** The application's own handler prints what it answers. */
function answerWithError(_error: unknown, _request: unknown, response: unknown): void {
  ;(response as ServerResponse).writeHead(500).end()
}

function serveOne(handler: Handler): Promise<Site> {
  const app = new App()
  app.get('/', async (request, response) => {
    await handler({ request, response })
    ;(response as Response).send('answered')
  })
  return serve(app.attach)
}

summarise('@tinyhttp/app', 'cookies, headers and handlers as the table says')

testCookieFacts({ table: tinyhttp, serve: serveOne })
testHeaderFacts(tinyhttp, serveOne)

// It knows async functions by what they are, and waits for no other promise; error handlers are an option.
testServerFacts({
  folder: '@tinyhttp/app',
  table: { ...tinyhttp, server: tinyhttp.server && { ...tinyhttp.server, routers: [] } },
  serve(handler, errorHandler) {
    const app = new App({ onError: errorHandler ?? answerWithError })
    app.get('/', async (request, response, next) => handler(request, response, next))
    return serve(app.attach)
  },
  answer: (given, text) => {
    const response = given.find((value): value is Response => typeof value === 'object' && value !== null && 'headersSent' in value)
    response?.send(text)
  },
})

it('changes the attributes that it is given, so that the next cookie has others', async () => {
  const options = { maxAge: 60_000 }
  const site = await serveOne(({ response }) => (response as Response).cookie('flavour', 'plain', options))
  const ages = [await site.get('/'), await site.get('/')].map(({ cookies }) => cookies[0]?.attributes.maxAge)
  expect(tinyhttp.cookie?.changesOptions).toBe(true)
  expect(ages).toEqual([60, 0])
})
