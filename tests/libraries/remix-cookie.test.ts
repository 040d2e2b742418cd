import { remixCookie } from '../../lib/frameworks/remix-cookie.js'
import { testCookieFacts, type Options } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import { serve } from './server.js'

interface Cookie {
  serialize(value: string, options?: Options): Promise<string>
}

const library = load('@remix-run/cookie') as {
  readonly Cookie: new (name: string, options?: Options) => Cookie
  createCookie(name: string, options?: Options): Cookie
}

summarise('@remix-run/cookie', 'cookies as the table says')

testCookieFacts({
  table: remixCookie,
  make: (_root, { response }) => ({
    serialize: (value: string, options?: Options) => {
      const cookie = library.createCookie('flavour', { encode: (text: string) => text })
      ;(response as Promise<string>[]).push(cookie.serialize(value, options))
    },
  }),
  serve: (handler) =>
    serve((request, response) => {
      const waiting: Promise<string>[] = []
      void handler({ request, response: waiting })
      void Promise.all(waiting).then((headers) => response.setHeader('Set-Cookie', headers).end())
    }),
})

describe.each([
  ['createCookie(name, options?)', (name: string, options?: Options) => library.createCookie(name, options)],
  ['new Cookie(name, options?)', (name: string, options?: Options) => new library.Cookie(name, options)],
])('%s', (text, make) => {
  it.each([{}, { maxAge: 60, httpOnly: true, secure: true, sameSite: 'None', path: '/cellar' }])('declares the attributes %s', async (options) => {
    expect(remixCookie.signatures.map((signature) => signature.text)).toContain(text)
    expect(await make('flavour', options).serialize('plain')).toBe(await make('flavour').serialize('plain', options))
  })
})
