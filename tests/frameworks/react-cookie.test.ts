import { eventsOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const WRITTEN = 'browserCookieWritten react-cookie proved `setCookie` token session lifetime=none'

describe('a cookie', () => {
  it.each(formsOfNamed('react-cookie', 'useCookies').map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    expect(eventsOf(`${head}; export function Login() { const [cookies, setCookie] = ${name}(['token']); setCookie('token', t) }`)).toEqual([WRITTEN])
  })

  it.each([
    ['in a callback', `const [, setCookie] = useCookies(['token']); const keep = (t) => { setCookie('token', t, { maxAge: 60, path: '/' }) }`, 'path=/ lifetime=60s'],
    ['under another name', `const [jar, keep, drop] = useCookies(); keep('token', t)`, 'lifetime=none'],
    ['of a tuple', `const tuple = useCookies(); const keep = tuple[1]; keep('token', t)`, 'lifetime=none'],
  ])('%s', (_title, code, expected) => {
    const [event = '', ...others] = eventsOf(`import { useCookies } from 'react-cookie'; export function Login({ t }) { ${code} }`)
    expect([event.replace('`keep`', '`setCookie`'), ...others]).toEqual([WRITTEN.replace('lifetime=none', expected)])
  })
})

it('is deleted by the third', () => {
  const code = `import { useCookies } from 'react-cookie'; export function Login() { const [, , removeCookie] = useCookies(['token']); removeCookie('token', { path: '/' }) }`
  expect(eventsOf(code)).toEqual(['cookieCleared react-cookie proved `removeCookie` token session'])
})

it.each([
  ['a hook of the file', `function useCookies() { return [{}, () => {}] } export function Login() { const [, setCookie] = useCookies(); setCookie('token', t) }`],
  ['a hook of VueUse', `import { useCookies } from '@vueuse/integrations/useCookies'; const [, setCookie] = useCookies(); setCookie('token', t)`],
  ['what is read', `import { useCookies } from 'react-cookie'; export function Login() { const [cookies] = useCookies(['token']); return cookies.token }`],
])('%s is silent', (_title, code) => {
  expect(eventsOf(code)).toEqual([])
})
