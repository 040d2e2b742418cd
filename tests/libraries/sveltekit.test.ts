import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { svelteKit } from '../../lib/frameworks/sveltekit.js'
import { cookieFacts, testCookieFacts, type Options } from './cookie-facts.js'
import { serve } from './server.js'

/** A call of a method of the cookies of a request. */
interface Call {
  readonly method: string
  readonly parameters: readonly unknown[]
}

interface CookieModule {
  get_cookies(request: Request, url: URL): {
    readonly cookies: Readonly<Record<string, (...parameters: readonly unknown[]) => unknown>>
    readonly new_cookies: ReadonlyMap<string, unknown>
    set_trailing_slash(trailingSlash: string): void
  }
  add_cookies_to_headers(headers: Headers, cookies: Iterable<unknown>): void
}

const KIT2 = new URL('node_modules/@sveltejs/kit2/', import.meta.url)
const NEWER = new URL('newer/', import.meta.url)
const KIT3 = new URL('node_modules/@sveltejs/kit/', NEWER)
const ORIGIN = 'https://example.test'
const HOUR = 60 * 60

const facts = cookieFacts(svelteKit)

describe.each([
  { major: 2, folder: KIT2, write: write2, defaults: facts.defaultsBefore?.defaults, needsPath: true },
  { major: 3, folder: KIT3, write: write3, defaults: facts.defaults, needsPath: false },
])('SvelteKit $major', ({ defaults, folder, needsPath, write }) => {
  const { name, version } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as { name: string; version: string }
  let failed = false

  afterEach(({ task }) => {
    failed ||= task.result?.state === 'fail'
  })
  afterAll(() => {
    if (!failed) console.log(`${name} ${version}: cookies as the table says`)
  })

  describe('its cookies', () => {
    const path = needsPath ? { path: '/' } : {}

    testCookieFacts({
      table: { ...svelteKit, signatures: svelteKit.signatures.filter(({ roles }) => roles.emits !== 'cookieRead') },
      facts: { ...facts, defaults: { ...defaults, path: '/' } },
      make: (root, { response }) => {
        const note = (method: string) => (...parameters: readonly unknown[]) => {
          const at = method === 'delete' ? 1 : 2
          const options = parameters[at] as Options | undefined
          const calls = response as Call[]
          calls.push({ method, parameters: needsPath ? [...parameters.slice(0, at), { ...path, ...options }] : parameters })
        }
        const cookies = { set: note('set'), serialize: note('serialize'), delete: note('delete') }
        return root === 'event' ? { cookies } : cookies
      },
      serve: (handler) =>
        serve((request, response) => {
          const calls: Call[] = []
          void handler({ request, response: calls })
          void write(calls, ORIGIN).then((headers) => response.setHeader('Set-Cookie', headers).end())
        }),
    })

    it('are read as the visitor has written them (read, not run: src/runtime/server/cookie.js)', () => {
      const text = readFileSync(new URL('src/runtime/server/cookie.js', folder), 'utf8')
      expect(text).toMatch(/get\(name, opts\)/)
      expect(text).not.toMatch(/createHmac|verify|unsign/)
    })

    it(`${needsPath ? 'must' : 'need not'} be given a path`, async () => {
      const written = write([{ method: 'set', parameters: ['flavour', 'plain'] }], ORIGIN)
      if (needsPath) await expect(written).rejects.toThrow('path')
      else expect(await written).toEqual(['flavour=plain; Path=/; HttpOnly; Secure; SameSite=Lax'])
    })

    it('are not secure on the machine of whoever writes the program', async () => {
      const [header] = await write([{ method: 'set', parameters: ['flavour', 'plain', { path: '/' }] }], 'http://localhost:5173')
      expect(header).toBe('flavour=plain; Path=/; HttpOnly; SameSite=Lax')
    })

    it('keep the attributes that are written in place of the defaults', async () => {
      const options = { path: '/', httpOnly: false, secure: false, sameSite: 'strict', maxAge: HOUR }
      const [header] = await write([{ method: 'set', parameters: ['flavour', 'plain', options] }], ORIGIN)
      expect(header).toBe(`flavour=plain; Max-Age=${HOUR}; Path=/; SameSite=Strict`)
    })
  })

  describe('its types', () => {
    // Those of a route are made for it by SvelteKit, in `./$types`.
    const made = ['LayoutServerLoad', 'LayoutServerLoadEvent', 'PageServerLoad', 'PageServerLoadEvent']
    const named = ['Cookies', ...Object.keys(svelteKit.server?.types ?? {})]

    it.each(named.filter((type) => !made.includes(type)))('has %s', (type) => {
      expect(readFileSync(new URL('types/index.d.ts', folder), 'utf8')).toMatch(new RegExp(`export (?:interface|type) ${type}\\b`))
    })

    it.each(['RequestEvent', 'RequestHandler', 'ServerLoadEvent'])('has cookies on what is handed by %s', (type) => {
      const text = readFileSync(new URL('types/index.d.ts', folder), 'utf8')
      const declared = text.slice(text.search(new RegExp(`export (?:interface|type) ${type}\\b`)))
      expect(declared.slice(0, declared.indexOf('\n\t}\n') + 1)).toMatch(/\bcookies: Cookies|extends RequestEvent|event: RequestEvent/)
    })

    it.each(made)('makes %s', (type) => {
      expect(readFileSync(new URL('src/core/sync/write_types/index.js', folder), 'utf8')).toContain(type.replace(/^(?:Page|Layout)/, ''))
    })
  })

  describe('its files', () => {
    const [pages, endpoints, hooks] = svelteKit.server?.exports ?? []

    it('may export what the table lists', () => {
      const text = readFileSync(new URL('src/utils/exports.js', folder), 'utf8')
      expect(text).toMatch(/valid_page_server_exports = new Set\(\[[^\]]*'actions'/)
      for (const name of endpoints?.names ?? []) expect(text).toContain(`'${name}'`)
      for (const name of pages?.names ?? []) expect(text).toContain(`'${name.replace('.*', '')}'`)
      for (const name of hooks?.names ?? []) expect(readFileSync(new URL('types/index.d.ts', folder), 'utf8')).toMatch(new RegExp(`\\b${name}\\b`))
    })
  })
})

describe('SvelteKit 2 calls', () => {
  const event = { request: new Request(ORIGIN, { method: 'POST' }), cookies: {}, url: new URL(ORIGIN), route: { id: '/' } }

  it('an endpoint with its event, and answers with what it returns', async () => {
    const { render_endpoint: render } = (await import(new URL('src/runtime/server/endpoint.js', KIT2).href)) as {
      render_endpoint(...given: readonly unknown[]): Promise<Response>
    }
    const given: unknown[] = []
    const POST = (...parameters: readonly unknown[]) => {
      given.push(...parameters)
      return new Response('returned')
    }
    const response = await render(event, {}, { POST }, { prerender_default: false })
    expect(given).toEqual([event])
    expect(await response.text()).toBe('returned')
  })

  it('a hook with the event among other things', () => {
    expect(svelteKit.server?.members).toEqual({ 'context.event': { object: 'context' } })
    expect(readFileSync(new URL('types/index.d.ts', KIT2), 'utf8')).toMatch(/export type Handle = \(input: \{\s+event: RequestEvent;/)
  })
})

/** Makes calls while a request from this origin is answered, and gives the headers that come of it. */
async function write2(calls: readonly Call[], origin: string): Promise<readonly string[]> {
  const { add_cookies_to_headers, get_cookies } = (await import(new URL('src/runtime/server/cookie.js', KIT2).href)) as CookieModule
  const { cookies, new_cookies, set_trailing_slash } = get_cookies(new Request(origin), new URL(origin))
  set_trailing_slash('never')
  const headers = new Headers()
  for (const { method, parameters } of calls) {
    const text = cookies[method]?.(...parameters)
    if (method === 'serialize') headers.append('set-cookie', String(text))
  }
  add_cookies_to_headers(headers, new_cookies.values())
  return headers.getSetCookie()
}

/** The same; it needs a newer Node, and runs in a process of its own. */
async function write3(calls: readonly Call[], origin: string): Promise<readonly string[]> {
  const node = fileURLToPath(new URL('node_modules/.bin/node', NEWER))
  const program = fileURLToPath(new URL('sveltekit-cookies.js', NEWER))
  const { stdout } = await promisify(execFile)(node, [program, JSON.stringify({ calls, origin })])
  return JSON.parse(stdout) as readonly string[]
}
