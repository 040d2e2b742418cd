import { eventsOf } from '../events-of.js'
import { formsOfDefault, formsOfNamed } from './import-forms.js'

const WRITTEN = 'browserCookieWritten universal-cookie proved `set` token session lifetime=none'
const CLEARED = 'cookieCleared universal-cookie proved `set` token session'

describe('a cookie', () => {
  const forms = [...formsOfDefault('universal-cookie'), ...formsOfNamed('react-cookie', 'Cookies')]
  it.each(forms.map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const constructor = name.includes('(') ? `(${name})` : name
    expect(eventsOf(`${head}; const jar = new ${constructor}(); jar.set('token', t)`)).toEqual([WRITTEN])
  })

  it.each([
    ['in place', `new Cookies().set('token', t)`, 'lifetime=none'],
    ['with attributes', `new Cookies().set('token', t, { path: '/', secure: true, sameSite: 'lax', maxAge: 60 })`, 'secure=true sameSite=lax path=/ lifetime=60s'],
    ['in a field', `class Client { jar = new Cookies(); keep(t) { this.jar.set('token', t) } }`, 'lifetime=none'],
  ])('%s', (_title, code, expected) => {
    expect(eventsOf(`import Cookies from 'universal-cookie'; ${code}`)).toEqual([WRITTEN.replace('lifetime=none', expected)])
  })
})

it.each([
  ['remove', `new Cookies().remove('token', { path: '/' })`, CLEARED.replace('set', 'remove')],
  ['an empty value', `new Cookies().set('token', '')`, CLEARED],
  ['an age of 0', `new Cookies().set('token', 'gone', { maxAge: 0 })`, CLEARED],
])('a deletion by %s', (_title, code, expected) => {
  expect(eventsOf(`import Cookies from 'universal-cookie'; ${code}`)).toEqual([expected])
})

it.each([
  ['a class of the file', `class Cookies { set(name, value) {} } new Cookies().set('token', t)`],
  ['what is read', `import Cookies from 'universal-cookie'; new Cookies().get('token')`],
])('%s is silent', (_title, code) => {
  expect(eventsOf(code)).toEqual([])
})
