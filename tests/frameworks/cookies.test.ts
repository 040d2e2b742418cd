import { eventsOf, fileOf } from '../events-of.js'
import { formsOfDefault } from './import-forms.js'

const COOKIE = 'cookieWritten cookies proved `set` sid session httpOnly=true* secure=tls* path=/* lifetime=none'
const CLEARED = 'cookieCleared cookies proved `set` sid session'

it.each(formsOfDefault('cookies').map(({ head, name, title }) => [title, head, name]))('a jar by %s', (_title, head, name) => {
  const constructor = name.includes('(') ? `(${name})` : name
  expect(eventsOf(`${head}; const jar = new ${constructor}(req, res, { keys }); jar.set('sid', id)`)).toEqual([COOKIE])
  expect(eventsOf(`${head}; const jar = ${name}(req, res); jar.set('sid', id)`)).toEqual([COOKIE])
})

it.each([
  ['with options', `jar.set('sid', id, { httpOnly: false, maxAge: 60_000 })`, COOKIE.replace('httpOnly=true*', 'httpOnly=false').replace('none', '60s')],
  ['with options that nobody can see', `jar.set('sid', id, options)`, 'cookieWritten cookies proved `set` sid session httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
  ['with an age of 0, which ends with the browser', `jar.set('sid', id, { maxAge: 0 })`, COOKIE.replace('none', 'endless')],
  ['in place', `new Cookies(req, res).set('sid', id)`, COOKIE],
  ['in a field', `class A { constructor(req, res) { this.jar = new Cookies(req, res) } login() { this.jar.set('sid', id) } }`, COOKIE],
  ['without a value', `jar.set('sid')`, CLEARED],
  ['with null', `jar.set('sid', null)`, CLEARED],
  ['with a negative age', `jar.set('sid', id, { maxAge: -1 })`, CLEARED],
])('a cookie %s', (_title, statement, expected) => {
  expect(eventsOf(`import Cookies from 'cookies'; const jar = new Cookies(req, res); ${statement}`)).toEqual([expected])
})

it.each([
  ['a jar of another package', `import Cookies from 'cookie-jar-of-mine'; Cookies.set('sid', id)`],
  ['a class of the file', `class Cookies {} const jar = new Cookies(); jar.set('sid', id)`],
  ['a map', `import Cookies from 'cookies'; const jar = new Map(); jar.set('sid', id)`],
  ['what is read', `import Cookies from 'cookies'; new Cookies(req, res).get('sid')`],
])('%s is silent', (_title, code) => {
  expect(eventsOf(code)).toEqual([])
})

it.each([
  ['a jar', `new Cookies(req, res, { keys: ['a', old] })`],
  ['a jar without new', `Cookies(req, res, { keys: ['a', old] })`],
  ['a middleware', `Cookies.express(['a', old])`],
  ['a ring of keys', `new Cookies(req, res, { keys: new Keygrip(['a', old]) })`],
])('the keys of %s are secrets', (_title, code) => {
  expect(fileOf(`import Cookies from 'cookies'; ${code}`)?.of('secretWritten').map(({ written }) => written.text)).toEqual(['a'])
})
