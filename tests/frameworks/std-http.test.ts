import { eventsOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const WRITTEN = 'cookieWritten @std/http proved `setCookie` sid session lifetime=none'

describe('a cookie', () => {
  const modules = [
    ...['jsr:@std/http/cookie', 'jsr:@std/http@1/cookie', 'jsr:/@std/http@^1.0.0/cookie', 'jsr:@std/http', '@std/http/cookie', '@std/http', '@jsr/std__http/cookie'],
    ...['https://deno.land/std@0.224.0/http/cookie.ts', 'https://deno.land/std/http/cookie.ts', 'https://deno.land/std@0.200.0/http/mod.ts'],
    ...['std/http/cookie.ts', '$std/http/cookie.ts'],
  ]
  it.each(modules)('of %s', (module) => {
    expect(eventsOf(`import { setCookie } from '${module}'; setCookie(headers, { name: 'sid', value: id })`)).toEqual([WRITTEN])
  })

  it.each(formsOfNamed('@std/http/cookie', 'setCookie').map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const events = eventsOf(`${head}; ${name}(headers, { name: 'sid', value: id })`)
    expect(events.map((event) => event.replace(/`[^`]*`/, '`setCookie`'))).toEqual([WRITTEN])
  })

  it.each([
    ['attributes', `setCookie(headers, { name: 'sid', value: id, httpOnly: true, secure: true, sameSite: 'Lax', path: '/', maxAge: 60 })`, 'httpOnly=true secure=true sameSite=Lax path=/ lifetime=60s'],
    ['attributes of a constant', `const cookie = { name: 'sid', value: id, httpOnly: true }; setCookie(headers, cookie)`, 'httpOnly=true lifetime=none'],
    ['attributes that are spread', `setCookie(headers, { ...more, name: 'sid', value: id })`, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
    ['a type', `const cookie: Cookie = { name: 'sid', value: id, httpOnly: false }; setCookie(headers, cookie)`, 'httpOnly=false lifetime=none'],
  ])('has %s', (_title, code, expected) => {
    expect(eventsOf(`import { setCookie, type Cookie } from '@std/http/cookie'; ${code}`)).toEqual([WRITTEN.replace('lifetime=none', expected)])
  })
})

it.each([
  ['deleteCookie', `deleteCookie(headers, 'sid')`],
  ['deleteCookie with attributes', `deleteCookie(headers, 'sid', { path: '/' })`],
  ['an empty value', `setCookie(headers, { name: 'sid', value: '' })`],
  ['an age of 0', `setCookie(headers, { name: 'sid', value: 'gone', maxAge: 0 })`],
  ['a date that is over', `setCookie(headers, { name: 'sid', value: 'gone', expires: new Date(0) })`],
])('%s deletes a cookie', (_title, code) => {
  expect(eventsOf(`import { deleteCookie, setCookie } from '@std/http/cookie'; ${code}`)).toEqual([
    expect.stringMatching(/^cookieCleared @std\/http proved `(?:delete|set)Cookie` sid session$/),
  ])
})

it.each([
  ['a function of the file', `function setCookie(headers, cookie) { return cookie } setCookie(headers, { name: 'sid', value: id })`],
  ['a module of somebody else', `import { setCookie } from 'https://deno.land/x/other/cookie.ts'; setCookie(headers, { name: 'sid', value: id })`],
  ['what is read', `import { getCookies } from '@std/http/cookie'; getCookies(headers).sid`],
])('%s is silent', (_title, code) => {
  expect(eventsOf(code)).toEqual([])
})

it('a cookie that nobody can see is not deleted', () => {
  expect(eventsOf(`import { setCookie } from '@std/http/cookie'; setCookie(headers, cookie)`)).toEqual([
    'cookieWritten @std/http proved `setCookie` ? unknown httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?',
  ])
})
