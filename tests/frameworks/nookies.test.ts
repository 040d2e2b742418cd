import { eventsOf } from '../events-of.js'
import { formsOfDefault, formsOfNamed } from './import-forms.js'

const SENT = 'cookieWritten nookies proved `setCookie` token session lifetime=none'
const IN_PAGE = SENT.replace('cookieWritten', 'browserCookieWritten')

it.each(formsOfNamed('nookies', 'setCookie').map(({ head, name, title }) => [title, head, name]))('setCookie by %s', (_title, head, name) => {
  const called = (call: string) => eventsOf(`${head}; ${name}(${call})`).map((event) => event.replace(/`[^`]*`/, '`setCookie`'))
  expect(called(`context, 'token', t`)).toEqual([SENT])
  expect(called(`null, 'token', t`)).toEqual([IN_PAGE])
})

it.each(formsOfDefault('nookies').map(({ head, name, title }) => [title, head, name]))('set by %s', (_title, head, name) => {
  expect(eventsOf(`${head}; ${name}.set(context, 'token', t)`)).toEqual([SENT.replace('setCookie', 'set')])
})

it.each([
  ['with an answer', `setCookie({ res }, 'token', t, { httpOnly: true, maxAge: 60, path: '/' })`, SENT.replace('lifetime=none', 'httpOnly=true path=/ lifetime=60s')],
  ['with a context of a page', `export const getServerSideProps = async (ctx) => { setCookie(ctx, 'token', t) }`, SENT],
  ['with options that nobody can see', `setCookie(ctx, 'token', t, options)`, SENT.replace('lifetime=none', 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?')],
  ['without a context', `setCookie(undefined, 'token', t)`, IN_PAGE],
  ['with an empty context', `setCookie({}, 'token', t, { maxAge: 60 })`, IN_PAGE.replace('none', '60s')],
])('a cookie %s', (_title, code, expected) => {
  expect(eventsOf(`import { setCookie } from 'nookies'; ${code}`)).toEqual([expected])
})

it.each([
  ['destroyCookie', `destroyCookie(ctx, 'token')`],
  ['destroyCookie in a page', `destroyCookie(null, 'token', { path: '/' })`],
  ['destroy', `nookies.destroy(ctx, 'token')`],
  ['an empty value', `setCookie(ctx, 'token', '')`],
  ['a negative age', `setCookie(null, 'token', 'gone', { maxAge: -1 })`],
])('a deletion by %s', (_title, code) => {
  expect(eventsOf(`import nookies, { destroyCookie, setCookie } from 'nookies'; ${code}`)).toEqual([
    expect.stringMatching(/^cookieCleared nookies proved `\w+` token session$/),
  ])
})

it.each([
  ['a function of the file', `function setCookie(ctx, name, value) {} setCookie(ctx, 'token', t)`],
  ['what runs on both sides', `import { setCookie } from 'nookies'; Page.getInitialProps = async (ctx) => { setCookie(ctx, 'token', t) }`],
  ['a method that runs on both sides', `import nookies from 'nookies'; class Page { static async getInitialProps(ctx) { nookies.set(ctx, 'token', t) } }`],
  ['what is read', `import { parseCookies } from 'nookies'; parseCookies(ctx).token`],
])('%s is silent', (_title, code) => {
  expect(eventsOf(code)).toEqual([])
})
