import { cookies } from '../../lib/frameworks/cookies.js'
import { answerWithNode } from './applications.js'
import { testCookieFacts } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import { serve } from './server.js'

const Cookies = load('cookies') as {
  new (request: unknown, response: unknown): unknown
  (request: unknown, response: unknown): unknown
  new (request: unknown, response: unknown, options: object): Jar
  (request: unknown, response: unknown, options: object): Jar
  express(keys: readonly string[]): (request: object, response: object, next: () => void) => void
}

interface Jar {
  set(name: string, value: string, options: object): void
}

summarise('cookies', 'cookies and keys as the table says')

testCookieFacts({
  table: cookies,
  make: (root, { request, response }) => (root === 'jar' ? new Cookies(request, response) : Cookies(request, response)),
  serve: (handler) => serve(answerWithNode({ '/': handler })),
})

describe('keys sign cookies', () => {
  const keys = ['a key of the tests']
  const jars: Readonly<Record<string, (request: object, response: object) => Jar>> = {
    'new Cookies(request, response, options?)': (request, response) => new Cookies(request, response, { keys }),
    'Cookies(request, response, options?)': (request, response) => Cookies(request, response, { keys }),
    'Cookies.express(keys)': (request, response) => {
      Cookies.express(keys)(request, response, () => undefined)
      return (response as { cookies: Jar }).cookies
    },
  }

  it.each(cookies.signatures.filter(({ roles }) => roles.emits === 'secretGiven'))('$text', async ({ text }) => {
    const site = await serve(answerWithNode({ '/': ({ request, response }) => jars[text]?.(request as object, response as object).set('flavour', 'plain', { signed: true }) }))
    expect((await site.get('/', { scheme: 'https' })).cookies.map(({ name }) => name)).toEqual(['flavour', 'flavour.sig'])
  })
})
