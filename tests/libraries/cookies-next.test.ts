import type { Signature } from '../../lib/frameworks/framework.js'
import { cookiesNext } from '../../lib/frameworks/cookies-next.js'
import { cookieFacts, testCookieFacts } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import { testPageFacts } from './page.js'
import type { Owner } from './run-code.js'
import { serve } from './server.js'

type Setter = (name: string, value: string, options: object) => Promise<void>

const either = load('cookies-next') as Owner & { readonly setCookie: Setter }
const server = load('cookies-next/server') as Owner
const client = load('cookies-next/client') as Owner

/** The table with the signatures of one side. */
function tableOf(isMeant: (signature: Signature) => boolean): typeof cookiesNext {
  return { ...cookiesNext, signatures: cookiesNext.signatures.filter(isMeant) }
}

summarise('cookies-next', 'cookies of a server and of a page as the table says')

describe('with an answer', () => {
  testCookieFacts({
    table: tableOf(({ root, roles }) => (root === 'either' || root === 'server') && roles.given !== 'options.cookies'),
    make: (root, { request, response }) => withAnswer(root === 'either' ? either : server, { req: request, res: response }),
    serve: (handler) =>
      serve((request, response) => {
        handler({ request, response })
        // It writes after a promise or two.
        setImmediate(() => response.end())
      }),
  })
})

describe('in a page', () => {
  testPageFacts({
    table: tableOf(({ root, roles }) => root === 'client' || (root === 'either' && (roles.emits === 'browserCookieWritten' || roles.emits === 'cookieCleared'))),
    make: (root) => (root === 'client' ? client : either),
  })
})

it("hands a cookie to Next's own cookies, which have the same defaults", async () => {
  const { ResponseCookies } = load('next/dist/compiled/@edge-runtime/cookies') as { readonly ResponseCookies: new (headers: Headers) => object }
  const headers = new Headers()
  await either.setCookie('flavour', 'plain', { cookies: () => Promise.resolve(new ResponseCookies(headers)) })
  expect(headers.getSetCookie()).toEqual([`flavour=plain; Path=${cookieFacts(cookiesNext).defaults.path ?? ''}`])
})

it('has the hooks of the table', () => {
  for (const name of ['useSetCookie', 'useReactiveSetCookie', 'useCookiesNext', 'useReactiveCookiesNext']) {
    expect([name, typeof either[name], typeof client[name]]).toEqual([name, 'function', 'function'])
  }
})

/** Functions that are given the answer as programs give it, in the options. */
function withAnswer(functions: Owner, answer: object): Owner {
  const bind = (name: string) => (...given: readonly unknown[]) => {
    const options = name === 'setCookie' ? 2 : 1
    const call = functions[name] as (...given: readonly unknown[]) => unknown
    return call(...given.slice(0, options), { ...(given[options] as object | undefined), ...answer })
  }
  return { setCookie: bind('setCookie'), deleteCookie: bind('deleteCookie') }
}
