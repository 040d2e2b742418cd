import type { ServerResponse } from 'node:http'
import { cookie } from '../../lib/frameworks/cookie.js'
import { answerWithNode } from './applications.js'
import { testCookieFacts } from './cookie-facts.js'
import { loadModule, summarise } from './installed.js'
import { serve } from './server.js'

type Functions = Readonly<Record<string, unknown>>

/** The signatures of the table that each version has; the others are not there, or refuse what they are given. */
const VERSIONS = [
  { folder: 'cookie07', has: ['library.parse(text, options?)', 'library.serialize(name, value, options?)'] },
  { folder: 'cookie1', has: cookie.signatures.map(({ text }) => text) },
  { folder: 'cookie', has: ['library.stringifySetCookie(cookie, encoding?)', 'library.parseCookie(text, options?)'] },
]

describe.each(VERSIONS)('$folder', ({ folder, has }) => {
  let library: Functions = {}
  beforeAll(async () => {
    library = (await loadModule(folder)) as Functions
  })

  summarise(folder, 'cookies as the table says')

  testCookieFacts({
    table: { ...cookie, signatures: cookie.signatures.filter(({ text }) => has.includes(text)) },
    make: (_root, { response }) => sending(library, response as ServerResponse),
    serve: (handler) => serve(answerWithNode({ '/': handler })),
  })

  it('has no other functions of the table', () => {
    const called = (texts: readonly string[]) => new Set(texts.map((text) => /\.(\w+)/.exec(text)?.[1] ?? ''))
    const names = called(cookie.signatures.map(({ text }) => text))
    expect([...names].filter((name) => typeof library[name] === 'function')).toEqual([...called(has)])
  })
})

/** The functions of the library, whose texts are sent at once. */
function sending(library: Functions, response: ServerResponse): unknown {
  const send = (make: unknown) =>
    (...given: readonly unknown[]) => response.appendHeader('Set-Cookie', (make as (...given: readonly unknown[]) => string)(...given))
  return Object.fromEntries(Object.entries(library).map(([name, make]) => [name, typeof make === 'function' ? send(make) : make]))
}
