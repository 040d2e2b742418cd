import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const SERVER = '@tanstack/react-start/server'
const HEAD = `import { deleteCookie, getCookie, getRequestHeader, setCookie } from '${SERVER}';`
const COOKIE = 'cookieWritten @tanstack/react-start proved `setCookie` sid session path=/* lifetime=none'
const CLEARED = 'cookieCleared @tanstack/react-start proved `setCookie` sid session'

describe('setCookie', () => {
  it.each(formsOfNamed(SERVER, 'setCookie').map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const events = eventsOf(`${head}; export const send = () => { ${name}('sid', id) }`)
    expect(events.map((event) => event.replace(/`.*`/, '`setCookie`'))).toEqual([COOKIE])
  })

  it.each(['@tanstack/react-start/server', '@tanstack/solid-start/server', '@tanstack/vue-start/server', '@tanstack/start-server-core'])('of %s', (module) => {
    expect(eventsOf(`import { setCookie } from '${module}'; setCookie('sid', id)`)).toEqual([COOKIE])
  })

  it.each([
    ['without options', `setCookie('sid', id)`, COOKIE],
    ['with options', `setCookie('sid', id, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 60 })`, COOKIE.replace('path=/* lifetime=none', 'httpOnly=true secure=true sameSite=lax path=/* lifetime=60s')],
    ['with a path', `setCookie('sid', id, { path: '/app' })`, COOKIE.replace('path=/*', 'path=/app')],
    ['with options that nobody can see', `setCookie('sid', id, options)`, COOKIE.replace('path=/* lifetime=none', 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?')],
    ['with a name in a constant', `const SESSION_COOKIE = 'app_session'; setCookie(SESSION_COOKIE, id)`, COOKIE.replace('sid', 'app_session')],
    ['of a preference', `setCookie('theme', 'dark')`, COOKIE.replace('sid session', 'theme other')],
    ['with an empty value', `setCookie('sid', '', { maxAge: 0 })`, CLEARED],
    ['with an age of 0', `setCookie('sid', id, { maxAge: 0 })`, CLEARED],
    ['by deleteCookie', `deleteCookie('sid')`, CLEARED.replace('setCookie', 'deleteCookie')],
    ['by deleteCookie with a path', `deleteCookie('sid', { path: '/' })`, CLEARED.replace('setCookie', 'deleteCookie')],
  ])('%s', (_title, statement, expected) => {
    expect(eventsOf(`import { createServerFn } from '@tanstack/react-start'; ${HEAD} export const send = createServerFn().handler(async () => { ${statement} })`)).toEqual([expected])
  })

  it.each([
    ['of another module', `import { setCookie } from './cookies'; setCookie('sid', id)`],
    ['of the part for pages', `import { setCookie } from '@tanstack/react-start'; setCookie('sid', id)`],
    ['of the file', `import '${SERVER}'; function setCookie() {} setCookie('sid', id)`],
    ['without an import', `import '${SERVER}'; setCookie('sid', id)`],
  ])('is none %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})

describe('a header', () => {
  it.each([
    ['setResponseHeader', `('Set-Cookie', 'sid=' + id + '; Path=/')`],
    ['appendResponseHeader', `('set-cookie', 'sid=' + id + '; Path=/')`],
    ['setResponseHeaders', `({ 'Set-Cookie': 'sid=' + id + '; Path=/' })`],
  ])('by %s', (name, call) => {
    expect(eventsOf(`import { ${name} } from '${SERVER}'; ${name}${call}`)).toEqual([expect.stringMatching(/^cookieWritten @tanstack\/react-start proved .* sid session path=\/ lifetime=none$/)])
  })
})

it.each([
  ['a cookie', `getCookie('sid')`, `cookieRead @tanstack/react-start proved name='sid'`],
  ['a header', `getRequestHeader('authorization')`, `headerRead @tanstack/react-start proved name='authorization'`],
])('%s is read', (_title, code, expected) => {
  expect(matchesOf(`${HEAD} ${code}`)).toEqual([expected])
})
