import { authCore } from '../../lib/frameworks/auth-core.js'
import { authAdapter, EMAIL } from './auth-adapter.js'
import { cookieHeader, testAuthFacts, type Login } from './auth-facts.js'
import type { Options } from './cookie-facts.js'
import { loadModule, summarise } from './installed.js'
import type { Scheme } from './server.js'

interface Core {
  readonly Auth: (request: Request, options: Options) => Promise<Response>
  readonly skipCSRFCheck: symbol
}

async function login(given: Options, scheme: Scheme): Promise<Login> {
  const { Auth, skipCSRFCheck } = (await loadModule('@auth/core')) as Core
  const { adapter, records } = authAdapter()
  const options = { adapter, providers: [EMAIL], secret: 'a secret of the tests', basePath: '/auth', trustHost: true, skipCSRFCheck, ...given }
  const site = `${scheme}://example.com/auth`
  const answer = await Auth(new Request(`${site}/callback/email?email=ada@example.com&token=sent`), options)
  const headers = answer.headers.getSetCookie()
  return {
    headers,
    tokens: () => [...records.keys()],
    async visit() {
      return (await (await Auth(new Request(`${site}/session`, { headers: { cookie: cookieHeader(headers) } }), options)).json()) !== null
    },
    async logout() {
      const request = new Request(`${site}/signout`, { method: 'POST', headers: { cookie: cookieHeader(headers) } })
      return (await Auth(request, options)).headers.getSetCookie()
    },
  }
}

summarise('@auth/core', 'cookies, sessions and logouts as the table says')

testAuthFacts({ folder: '@auth/core', table: authCore, login })

describe('beside the table', () => {
  it('attributes that are undefined leave the defaults as they are', async () => {
    const { headers } = await login({ cookies: { sessionToken: { options: { httpOnly: undefined } } } }, 'https')
    expect(headers.find((header) => header.startsWith('__Secure-authjs.session-token='))).toContain('HttpOnly')
  })

  it('useSecureCookies decides about Secure, whatever the request', async () => {
    const { headers } = await login({ useSecureCookies: false }, 'https')
    expect(headers.find((header) => header.startsWith('authjs.session-token='))).not.toContain('Secure')
  })
})
