import { nextAuth } from '../../lib/frameworks/next-auth.js'
import { authAdapter, EMAIL } from './auth-adapter.js'
import { cookieHeader, testAuthFacts, type Login } from './auth-facts.js'
import type { Options } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import type { Scheme } from './server.js'

type Handler = (request: unknown, response: FakeResponse, options?: unknown) => Promise<void>

const { default: NextAuth } = load('next-auth') as { default: (...args: readonly unknown[]) => Handler & Promise<void> }

/** What the handler of an API route uses of Next's response. */
class FakeResponse {
  readonly headers = new Map<string, string | readonly string[]>()
  body: unknown

  status(): this {
    return this
  }

  getHeader(name: string): string | readonly string[] | undefined {
    return this.headers.get(name)
  }

  setHeader(name: string, value: string | readonly string[]): this {
    this.headers.set(name, value)
    return this
  }

  send(body: unknown): void {
    this.body = body
  }

  json(body: unknown): void {
    this.body = body
  }

  end(): void {
    this.body = ''
  }

  get cookies(): readonly string[] {
    return [this.headers.get('Set-Cookie') ?? []].flat()
  }
}

async function ask(options: Options, scheme: Scheme, request: Options): Promise<FakeResponse> {
  const response = new FakeResponse()
  const headers = { host: 'example.com', 'x-forwarded-proto': scheme }
  await NextAuth({ method: 'GET', cookies: {}, ...request, headers }, response, options)
  return response
}

async function login(given: Options, scheme: Scheme): Promise<Login> {
  const { adapter, records } = authAdapter()
  const options = { adapter, providers: [EMAIL], secret: 'a secret of the tests', ...given }
  const answer = await ask(options, scheme, { query: { nextauth: ['callback', 'email'], email: 'ada@example.com', token: 'sent' } })
  return {
    headers: answer.cookies,
    tokens: () => [...records.keys()],
    async visit() {
      const { body } = await ask(options, scheme, { cookies: cookiesOf(answer.cookies), query: { nextauth: ['session'] } })
      return Object.keys(body ?? {}).length > 0
    },
    async logout() {
      const csrf = await ask(options, scheme, { query: { nextauth: ['csrf'] } })
      const cookies = cookiesOf([...answer.cookies, ...csrf.cookies])
      const { csrfToken } = csrf.body as { csrfToken: string }
      return (await ask(options, scheme, { method: 'POST', cookies, body: { csrfToken }, query: { nextauth: ['signout'] } })).cookies
    },
  }
}

/** As Next reads them. */
function cookiesOf(headers: readonly string[]): Options {
  const pairs = cookieHeader(headers).split('; ')
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), decodeURIComponent(pair.slice(pair.indexOf('=') + 1))]))
}

beforeEach(() => {
  vi.stubEnv('AUTH_TRUST_HOST', 'true')
})

afterEach(() => {
  vi.unstubAllEnvs()
})

summarise('next-auth', 'cookies, sessions and logouts as the table says')

testAuthFacts({ folder: 'next-auth', table: nextAuth, login })

describe('beside the table', () => {
  it('the options may be given once, for all requests', async () => {
    const { adapter } = authAdapter()
    const handler = NextAuth({ adapter, providers: [EMAIL], secret: 'a secret of the tests' })
    const response = new FakeResponse()
    const query = { nextauth: ['callback', 'email'], email: 'ada@example.com', token: 'sent' }
    await handler({ method: 'GET', cookies: {}, headers: { host: 'example.com', 'x-forwarded-proto': 'http' }, query }, response)
    expect(response.cookies.join()).toContain('next-auth.session-token=')
  })

  it('useSecureCookies decides about Secure, whatever the request', async () => {
    const { headers } = await login({ useSecureCookies: false }, 'https')
    expect(headers.find((header) => header.startsWith('next-auth.session-token='))).not.toContain('Secure')
  })
})
