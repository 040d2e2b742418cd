import { eventsOf } from '../events-of.js'
import { formsOfDefault } from './import-forms.js'

const WRITTEN = 'browserCookieWritten js-cookie proved `set` token session path=/* lifetime=none'
const CLEARED = 'cookieCleared js-cookie proved `set` token session'

it.each(formsOfDefault('js-cookie').map(({ head, name, title }) => [title, head, name]))('a cookie by %s', (_title, head, name) => {
  expect(eventsOf(`${head}; ${name}.set('token', t)`)).toEqual([WRITTEN])
})

it.each([
  ['the script from a CDN', `Cookies.set('token', t)`, WRITTEN],
  ['the script in the window', `window.Cookies.set('token', t)`, WRITTEN],
  ['days', `import Cookies from 'js-cookie'; Cookies.set('token', t, { expires: 7 })`, WRITTEN.replace('none', '604800s')],
  ['a part of a day', `import Cookies from 'js-cookie'; Cookies.set('token', t, { expires: 1 / 48 })`, WRITTEN.replace('none', '1800s')],
  ['a date', `import Cookies from 'js-cookie'; Cookies.set('token', t, { expires: new Date(Date.now() + 60_000) })`, WRITTEN.replace('none', '60s')],
  ['attributes', `import Cookies from 'js-cookie'; Cookies.set('token', t, { secure: true, sameSite: 'strict', path: '/app' })`, WRITTEN.replace('path=/*', 'secure=true sameSite=strict path=/app')],
  ['attributes that nobody can see', `import Cookies from 'js-cookie'; Cookies.set('token', t, attributes)`, WRITTEN.replace('path=/*', 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=?').replace('none', '?')],
  ['attributes of its own', `import Cookies from 'js-cookie'; const api = Cookies.withAttributes({ secure: true, path: '/x' }); api.set('token', t)`, WRITTEN.replace('path=/*', 'secure=true path=/x')],
  ['a converter of its own', `import Cookies from 'js-cookie'; const api = Cookies.withConverter({ read }); api.set('token', t)`, WRITTEN],
])('a cookie with %s', (_title, code, expected) => {
  expect(eventsOf(code)).toEqual([expected])
})

it.each([
  ['remove', `Cookies.remove('token')`, CLEARED.replace('set', 'remove')],
  ['remove with attributes', `Cookies.remove('token', { path: '/' })`, CLEARED.replace('set', 'remove')],
  ['an empty value', `Cookies.set('token', '')`, CLEARED],
  ['a day that is over', `Cookies.set('token', t, { expires: -1 })`, CLEARED],
  ['no day', `Cookies.set('token', t, { expires: 0 })`, CLEARED],
  ['a date that is over', `Cookies.set('token', t, { expires: new Date(0) })`, CLEARED],
])('a deletion by %s', (_title, code, expected) => {
  expect(eventsOf(`import Cookies from 'js-cookie'; ${code}`)).toEqual([expected])
})

it.each([
  ['a class of the file', `class Cookies { static set(name, value) {} } Cookies.set('token', t)`],
  ['a parameter', `export const f = (Cookies) => Cookies.set('token', t)`],
  ['another module', `import Cookies from './cookies'; Cookies.set('token', t)`],
  ['what is read', `import Cookies from 'js-cookie'; Cookies.get('token')`],
  ['a map', `import Cookies from 'js-cookie'; const map = new Map(); map.set('token', t)`],
  ['a jar of a client', `import { Cookie, CookieJar } from 'tough-cookie'; const jar = new CookieJar(); jar.setCookie(new Cookie({ key: 'sid', value: id, httpOnly: false }), url); jar.setCookieSync('sid=1; Path=/', url)`],
])('%s is silent', (_title, code) => {
  expect(eventsOf(code)).toEqual([])
})
