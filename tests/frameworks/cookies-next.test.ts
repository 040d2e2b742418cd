import { eventsOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const IN_PAGE = 'browserCookieWritten cookies-next proved `setCookie` token session path=/* lifetime=none'
const SENT = IN_PAGE.replace('browserCookieWritten', 'cookieWritten')

describe('a cookie', () => {
  it.each(formsOfNamed('cookies-next', 'setCookie').map(({ head, name, title }) => [title, head, name]))('of either side by %s', (_title, head, name) => {
    const called = (call: string) => eventsOf(`${head}; ${name}(${call})`).map((event) => event.replace(/`[^`]*`/, '`setCookie`'))
    expect(called(`'token', t`)).toEqual([IN_PAGE])
    expect(called(`'token', t, { req, res }`)).toEqual([SENT])
  })

  it.each(formsOfNamed('cookies-next/server', 'setCookie').map(({ head, name, title }) => [title, head, name]))('of a server by %s', (_title, head, name) => {
    expect(eventsOf(`${head}; ${name}('token', t, { cookies })`).map((event) => event.replace(/`[^`]*`/, '`setCookie`'))).toEqual([SENT])
  })

  it.each(formsOfNamed('cookies-next/client', 'setCookie').map(({ head, name, title }) => [title, head, name]))('of a page by %s', (_title, head, name) => {
    expect(eventsOf(`${head}; ${name}('token', t)`).map((event) => event.replace(/`[^`]*`/, '`setCookie`'))).toEqual([IN_PAGE])
  })

  it.each([
    ['on a server with an answer', `setCookie('token', t, { req, res, httpOnly: true, maxAge: 60 })`, SENT.replace('path=/* lifetime=none', 'httpOnly=true path=/* lifetime=60s')],
    ["on a server with Next's cookies", `setCookie('token', t, { cookies })`, SENT],
    ["on a server with Next's cookies that are there", `await setCookie('token', t, { cookies: () => jar })`, SENT],
    ['in a page with attributes', `setCookie('token', t, { maxAge: 60, secure: true })`, IN_PAGE.replace('path=/* lifetime=none', 'secure=true path=/* lifetime=60s')],
    ['by a hook', `const setCookie_ = useSetCookie(); setCookie_('token', t)`, IN_PAGE.replace('setCookie', 'setCookie_')],
    ['by a hook for everything', `const { setCookie: keep } = useCookiesNext(); keep('token', t)`, IN_PAGE.replace('setCookie', 'keep')],
  ])('%s', (_title, code, expected) => {
    expect(eventsOf(`import { setCookie, useCookiesNext, useSetCookie } from 'cookies-next'; ${code}`)).toEqual([expected])
  })

  it('with options that nobody can see is of neither side', () => {
    expect(eventsOf(`import { setCookie } from 'cookies-next'; setCookie('token', t, options)`)).toEqual([])
  })
})

it.each([
  ['deleteCookie', `deleteCookie('token')`],
  ['deleteCookie on a server', `deleteCookie('token', { req, res })`],
  ['an empty value', `setCookie('token', '', { req, res })`],
  ['a negative age', `setCookie('token', 'gone', { maxAge: -1 })`],
])('a deletion by %s', (_title, code) => {
  expect(eventsOf(`import { deleteCookie, setCookie } from 'cookies-next'; ${code}`)).toEqual([
    expect.stringMatching(/^cookieCleared cookies-next proved `(?:delete|set)Cookie` token session$/),
  ])
})

it.each([
  ['a function of the file', `function setCookie(name, value) {} setCookie('token', t, { res })`],
  ['what runs on both sides', `import { setCookie } from 'cookies-next'; Page.getInitialProps = async ({ req, res }) => { setCookie('token', t, { req, res }) }`],
  ['what is read', `import { getCookie } from 'cookies-next'; getCookie('token', { req, res })`],
])('%s is silent', (_title, code) => {
  expect(eventsOf(code)).toEqual([])
})
