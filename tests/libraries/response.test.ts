import { response } from '../../lib/frameworks/response.js'
import { summarise } from './installed.js'
import { runUnder } from './other-runtime.js'
import { runCode } from './run-code.js'

const TEXT = 'flavour=plain; Path=/cellar'

summarise('node:http', 'Headers and Response as the table says')

it.each([
  ['an object', { 'Set-Cookie': TEXT }],
  ['an object in another case', { 'set-cookie': TEXT }],
  ['a list', [['Set-Cookie', TEXT]]],
  ['headers', new Headers([['set-cookie', TEXT]])],
])('cookies are given as %s', (_title, headers) => {
  const given = headers as RequestInit['headers']
  expect(new Headers(given).getSetCookie()).toEqual([TEXT])
  expect(new Response(null, { headers: given }).headers.getSetCookie()).toEqual([TEXT])
  expect(Response.json({}, { headers: given }).headers.getSetCookie()).toEqual([TEXT])
})

const methods = response.signatures.filter(({ text }) => /\.(?:append|set)\(/.test(text))

it.each(methods.map(({ text, root }) => [text, root]))('%s writes a header', (text, root) => {
  const headers = new Headers()
  runCode(text, { [root]: root === 'made' ? headers : { headers, resHeaders: headers } }, { header: 'Set-Cookie', value: TEXT })
  expect(headers.getSetCookie()).toEqual([TEXT])
})

it('append adds, and set replaces', () => {
  const headers = new Headers({ 'Set-Cookie': 'first=1' })
  headers.append('set-cookie', 'second=2')
  expect(headers.getSetCookie()).toEqual(['first=1', 'second=2'])
  headers.set('Set-Cookie', TEXT)
  expect(headers.getSetCookie()).toEqual([TEXT])
})

it.each(['bun', 'deno'] as const)('%s takes them as well', async (runtime) => {
  const forms = `[{ 'Set-Cookie': text }, [['Set-Cookie', text]], new Headers({ 'set-cookie': text })]`
  const made = `(headers) => [new Headers(headers), new Response(null, { headers }).headers, Response.json({}, { headers }).headers]`
  const seen = await runUnder(runtime, `const text = ${JSON.stringify(TEXT)}; return ${forms}.flatMap(${made}).flatMap((headers) => headers.getSetCookie())`)
  expect(seen).toEqual(Array.from({ length: 9 }, () => TEXT))
})

it('a redirection takes no headers', () => {
  expect(() => Reflect.apply(Response.redirect, Response, ['http://localhost/', { headers: {} }])).toThrow()
})
