import { bun } from '../../lib/frameworks/bun.js'
import type { Signature } from '../../lib/frameworks/framework.js'
import { cookieFacts, type Options } from './cookie-facts.js'
import { runUnder } from './other-runtime.js'
import { parseSetCookie, type SetCookie } from './set-cookie.js'

const facts = cookieFacts(bun)

afterAll(async () => {
  console.log(`bun ${String(await runUnder('bun', 'return Bun.version'))}: cookies and handlers as the table says`)
})

const writers = bun.signatures.filter(({ roles }) => roles.emits === 'cookieWritten')
const clearers = bun.signatures.filter(({ roles }) => roles.emits === 'cookieCleared')

it.each(writers.map((signature) => [signature.text, signature] as const))('%s', async (_text, signature) => {
  const [plain, full, gone] = await cookiesBy(signature, [
    {},
    { httpOnly: true, secure: true, sameSite: 'strict', path: '/cellar', maxAge: 3600 },
    { maxAge: 0 },
  ])
  expect(plain?.attributes).toEqual(facts.defaults)
  expect(full?.attributes).toEqual({ httpOnly: true, secure: true, sameSite: 'strict', path: '/cellar', maxAge: 3600 })
  expect(gone?.deleted).toBe(facts.zeroDeletes)
})

it.each(clearers.map((signature) => [signature.text, signature] as const))('%s', async (_text, signature) => {
  const [cookie] = await cookiesBy(signature, [{}])
  expect(cookie?.deleted).toBe(true)
})

it('a route is handed a request that has cookies', async () => {
  const seen = await ask('(...given) => Response.json(given.map((value) => [value instanceof Request, value.cookies instanceof Bun.CookieMap]))', 'await answer.json()')
  expect(seen).toEqual([[true, true], expect.anything()])
})

it('waits for a handler, and sends what it returns', async () => {
  expect(await ask(`async () => { await Bun.sleep(1); return new Response('returned') }`, 'await answer.text()')).toBe('returned')
  expect(await ask(`() => Promise.reject(new Error('An error of the tests.'))`, 'answer.status')).toBe(500)
})

it('the module exports what the global has', async () => {
  const names = ['Cookie', 'CookieMap', 'serve']
  expect(await runUnder('bun', `const module = await import('bun'); return ${JSON.stringify(names)}.map((name) => module[name] === Bun[name])`)).toEqual([true, true, true])
})

/** The cookies that a signature makes of several attributes. */
async function cookiesBy({ root, text }: Signature, attributes: readonly Options[]): Promise<readonly SetCookie[]> {
  const use = text.replaceAll('?', '')
  const given = `const name = 'flavour', value = 'plain', cookie = { name, value, ...options };`
  const { result, start } = STARTS[root] ?? { start: '', result: '' }
  const headers = (await Promise.all(
    attributes.map((options) => {
      const code = `const options = ${JSON.stringify(options)}; ${given} ${start}`
      if (root === 'request') return ask(`(request) => { ${code} ${use}; return new Response() }`, 'answer.headers.getSetCookie()[0]')
      return runUnder('bun', `${code} const used = ${use}; return String(${result})`)
    }),
  )) as readonly string[]
  return headers.map(parseSetCookie)
}

/** How what a signature begins with is made, and where the text of the cookie is then. */
const STARTS: Readonly<Record<string, { readonly start: string; readonly result: string }>> = {
  map: { start: `const map = new Bun.CookieMap({ flavour: 'old' });`, result: 'map.toSetCookieHeaders()[0]' },
  Cookie: { start: 'const { Cookie } = Bun;', result: 'used' },
}

/** What is seen of the answer of a route. */
function ask(handler: string, seen: string): Promise<unknown> {
  return runUnder(
    'bun',
    `const server = Bun.serve({ port: 0, hostname: '127.0.0.1', development: false, routes: { '/': ${handler} }, fetch: () => new Response(), error: () => new Response(null, { status: 500 }) });
     try { const answer = await fetch(server.url, { headers: { cookie: 'flavour=old' } }); return ${seen} } finally { server.stop(true) }`,
  )
}
