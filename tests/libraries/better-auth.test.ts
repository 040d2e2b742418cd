import { betterAuth as table } from '../../lib/frameworks/better-auth.js'
import { cookieHeader, testAuthFacts, type Login } from './auth-facts.js'
import type { Options } from './cookie-facts.js'
import { loadModule, summarise } from './installed.js'
import { runCode } from './run-code.js'
import type { Scheme } from './server.js'

interface Auth {
  readonly handler: (request: Request) => Promise<Response>
}

interface Started extends Login {
  readonly auth: Auth
  records(): readonly Record[]
}

interface Record {
  readonly id: string
  readonly token: string
}

interface Module {
  readonly betterAuth: (options: Options) => Auth
  readonly generateId: (size?: number) => string
}

const { betterAuth, generateId } = (await loadModule('better-auth')) as Module
const { generateRandomString } = (await loadModule('better-auth', './crypto')) as { generateRandomString: (length: number) => string }
const { memoryAdapter } = (await loadModule('better-auth', './adapters/memory')) as { memoryAdapter: (tables: object) => unknown }

/** The library's own hash takes its time. */
const PASSWORDS = {
  hash: (password: string) => Promise.resolve(password),
  verify: ({ hash, password }: { hash: string; password: string }) => Promise.resolve(hash === password),
}
const USER = { name: 'Ada', email: 'ada@example.com', password: 'the password of the tests' }

async function login(given: Options, scheme: Scheme): Promise<Started> {
  const tables = { user: [], session: [] as Record[], account: [], verification: [] }
  const baseURL = `${scheme}://example.com`
  const auth = betterAuth({
    database: memoryAdapter(tables),
    secret: 'a secret of the tests that is long enough',
    baseURL,
    emailAndPassword: { enabled: true, password: PASSWORDS },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    ...given,
  })
  const post = (path: string, body: object, cookie = '') => {
    const headers = { 'content-type': 'application/json', origin: baseURL, cookie }
    return auth.handler(new Request(`${baseURL}/api/auth${path}`, { method: 'POST', body: JSON.stringify(body), headers }))
  }
  await post('/sign-up/email', USER)
  tables.session = []
  const headers = (await post('/sign-in/email', USER)).headers.getSetCookie()
  return {
    auth,
    headers,
    records: () => tables.session,
    tokens: () => tables.session.map(({ token }) => token),
    async visit() {
      const response = await auth.handler(new Request(`${baseURL}/api/auth/get-session`, { headers: { cookie: cookieHeader(headers) } }))
      return (await response.json()) !== null
    },
    async logout() {
      return (await post('/sign-out', {}, cookieHeader(headers))).headers.getSetCookie()
    },
  }
}

summarise('better-auth', 'cookies, sessions and logouts as the table says')

testAuthFacts({ folder: 'better-auth', table, login })

describe('its signatures', () => {
  const ending = table.signatures.filter(({ roles }) => roles.emits === 'sessionDestroyed')
  it.each(ending)('$text ends the session', async ({ text }) => {
    const { auth, headers, tokens } = await login({}, 'http')
    const [token] = tokens()
    expect(token).toMatch(/./)
    await runCode(text, { auth }, { options: { headers: new Headers({ cookie: cookieHeader(headers) }), body: { token } } })
    expect(tokens()).toEqual([])
  })
})

describe('beside the table', () => {
  it('what makes the IDs of records makes no tokens', async () => {
    let count = 0
    const byHand = () => `by hand ${++count}`
    const { records, tokens } = await login({ advanced: { database: { generateId: byHand } } }, 'http')
    expect(records().map(({ id }) => id)).toEqual([expect.stringMatching(/^by hand \d+$/)])
    expect(tokens()).toEqual([expect.stringMatching(/^[A-Za-z\d]{32}$/)])
  })

  it('a lifetime of 0 is the default', async () => {
    const { headers } = await login({ session: { expiresIn: 0 } }, 'http')
    expect(headers.join()).toContain(`Max-Age=${table.session?.lifetime.default ?? 0};`)
  })

  it('its generators have as many characters as the table of generators says', () => {
    const characters = (texts: readonly string[]) => Math.log2(new Set(texts.join('')).size)
    expect(generateId()).toHaveLength(32)
    expect(characters(Array.from({ length: 200 }, () => generateId(40)))).toBeCloseTo(5.95, 2)
    expect(characters(Array.from({ length: 200 }, () => generateRandomString(40)))).toBe(6)
  })

  it('useSecureCookies decides about Secure, whatever the address', async () => {
    const { headers } = await login({ advanced: { useSecureCookies: false } }, 'https')
    expect(headers.find((header) => header.startsWith('better-auth.session_token='))).not.toContain('Secure')
  })
})

describe('what a cookie demands, whatever is written', () => {
  async function headerWith(advanced: Options) {
    const { headers } = await login({ advanced }, 'https')
    return headers.find((header) => /session/.test(header))
  }

  it.each([
    ['by the prefix of the library', { defaultCookieAttributes: { secure: false } }],
    ['by SameSite=None', { useSecureCookies: false, defaultCookieAttributes: { secure: false, sameSite: 'none' } }],
  ])('is Secure %s', async (_title, advanced) => {
    expect(await headerWith(advanced)).toContain('; Secure')
  })

  it('is Secure, the path of the whole host, and no Domain, by the prefix of the host', async () => {
    const cookies = { session_token: { name: '__Host-session', attributes: { path: '/cellar', domain: 'example.com' } } }
    const header = await headerWith({ useSecureCookies: false, cookies })
    expect(header).toMatch(/; Path=\/;.*; Secure/)
    expect(header).not.toContain('Domain')
  })
})
