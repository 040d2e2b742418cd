import { IncomingMessage, ServerResponse } from 'node:http'
import { next } from '../../lib/frameworks/next.js'
import type { Handler } from './applications.js'
import { testCookieFacts } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import { answerWithPage, answerWithRoute } from './next-server.js'
import { exported, runCode, type Owner } from './run-code.js'
import { serve, type Site } from './server.js'
import { testHeaderFacts } from './server-facts.js'

const { cookies } = load('next/headers') as { cookies(): Promise<Jar> }
const { NextRequest, NextResponse } = load('next/server') as { NextRequest: new (url: string) => Request; NextResponse: new (body: string) => Response }

interface Jar {
  set(...values: readonly unknown[]): Jar
  delete(...values: readonly unknown[]): Jar
}

/** A route whose handler is handed a response and the cookies of the request. */
function serveRoute(handler: Handler): Promise<Site> {
  return serve(
    answerWithRoute(async (request) => {
      const response = new NextResponse('')
      const handed = { request, response, cookies: await cookies() }
      await handler(handed)
      return response
    }),
  )
}

summarise('next', 'cookies of actions, routes and responses as the table says')

testCookieFacts({ table: next, serve: serveRoute, make: (root, handed) => (handed as Owner)[root] })
testHeaderFacts({ ...next, signatures: next.signatures.filter(({ root }) => root === 'response') }, serveRoute)

describe('beside the table', () => {
  const { exports = [], types = {} } = next.server ?? {}

  it('cookies() is a promise', async () => {
    const site = await serve(answerWithRoute(() => new Response(String(cookies() instanceof Promise))))
    expect((await site.get('/')).text).toBe('true')
  })

  it.each(['set', 'delete'] as const)('%s gives the cookies back', async (method) => {
    const site = await serveRoute(async () => {
      ;(await cookies())[method]('old', '').set('flavour', 'plain')
    })
    expect((await site.get('/')).cookies.map(({ name }) => name)).toContain('flavour')
  })

  it.each(['json', 'redirect', 'rewrite', 'next'])('NextResponse.%s makes a response with cookies', (maker) => {
    const make = exported('next/server', ['NextResponse', maker]) as (url: string) => { cookies: Jar; headers: Headers }
    const response = make.call(NextResponse, 'http://127.0.0.1/')
    response.cookies.set('a', '1').set('b', '2')
    expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/'])
  })

  it.each(next.signatures.filter(({ root }) => root === 'NextResponse').map(({ text }) => text))('%s takes headers', async (text) => {
    const places = { body: '', url: 'http://127.0.0.1/', options: { headers: { 'Set-Cookie': 'flavour=plain' } } }
    const make = () => (text.startsWith('new ') ? Reflect.construct(NextResponse, [places.body, places.options]) : runCode(text, { NextResponse }, places)) as Response
    const site = await serve(answerWithRoute(make))
    expect((await site.get('/')).cookies.map(({ header }) => header)).toEqual(['flavour=plain'])
  })

  it('the cookies of a request are sent to nobody', async () => {
    const site = await serve(
      answerWithRoute((request) => {
        ;(request as Request & { cookies: Jar }).cookies.set('flavour', 'plain')
        return new Response('')
      }),
    )
    expect((await site.get('/')).cookies).toEqual([])
  })

  it('delete ignores a second argument', async () => {
    const site = await serveRoute(async () => {
      ;(await cookies()).delete('flavour', { path: '/cellar' })
    })
    expect((await site.get('/')).cookies.map(({ attributes }) => attributes.path)).toEqual(['/'])
  })

  it('an attribute that is undefined is not sent', async () => {
    const site = await serveRoute(async () => {
      ;(await cookies()).set('flavour', 'plain', { httpOnly: undefined })
    })
    expect((await site.get('/')).cookies.map(({ header }) => header)).toEqual(['flavour=plain; Path=/'])
  })

  it("the handler of a page is called with Node's request and response, and waited for", async () => {
    let given: readonly unknown[] = []
    const site = await serve(
      answerWithPage((...values) => {
        given = values
        const [, response] = values as [unknown, ServerResponse]
        response.setHeader('Set-Cookie', 'flavour=plain')
        response.end('seen')
      }),
    )
    expect((await site.get('/')).cookies.map(({ header }) => header)).toEqual(['flavour=plain'])
    expect(given.map((value) => (value instanceof IncomingMessage ? 'request' : value instanceof ServerResponse && 'response'))).toEqual(next.server?.parameters)

    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    onTestFinished(() => said.mockRestore())
    const failing = await serve(answerWithPage(() => Promise.reject(new Error('An error of the tests.'))))
    expect((await failing.get('/')).status).toBe(500)
  })

  it('routes export the methods that the table lists', () => {
    const { HTTP_METHODS } = load('next/dist/server/web/http') as { HTTP_METHODS: readonly string[] }
    const route = exports.find(({ files }) => files.test('app/login/route.ts'))
    expect(new Set(route?.names)).toEqual(new Set(HTTP_METHODS))
  })

  it.each(['MIDDLEWARE_FILENAME', 'PROXY_FILENAME'])('%s is a file of the table, and its export', (constant) => {
    const filename = (load('next/dist/lib/constants') as Record<string, string>)[constant] ?? ''
    const entry = exports.find(({ files }) => files.test(`src/${filename}.ts`))
    expect(entry?.names).toContain(filename)
  })

  it('NextRequest and NextResponse are among the types', () => {
    expect([NextRequest.name, NextResponse.name].map((name) => types[name])).toEqual(['request', 'response'])
  })
})
