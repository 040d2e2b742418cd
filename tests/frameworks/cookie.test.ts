import { eventsOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const WRITTEN = 'cookieWritten cookie proved `serialize` sid session lifetime=none'
const WHOLE = WRITTEN.replace('serialize', 'stringifySetCookie')

describe('a cookie', () => {
  const forms = ['serialize', 'stringifySetCookie'].flatMap((name) => formsOfNamed('cookie', name).map((form) => ({ ...form, called: name })))
  it.each(forms.map(({ called, head, name, title }) => [called, title, head, name]))('by %s through %s', (called, _title, head, name) => {
    const events = eventsOf(`${head}; header('Set-Cookie', ${name}('sid', id))`)
    expect(events.map((event) => event.replace(/`[^`]*`/, `\`${called}\``))).toEqual([WRITTEN.replace('serialize', called)])
  })

  it.each([
    ['nothing', `serialize('sid', id)`, 'lifetime=none'],
    ['empty options', `serialize('sid', id, {})`, 'lifetime=none'],
    ['options', `serialize('sid', id, { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 60 })`, 'httpOnly=true secure=true sameSite=lax path=/ lifetime=60s'],
    ['a constant', `const o = { httpOnly: false }; serialize('sid', id, o)`, 'httpOnly=false lifetime=none'],
    ['a spread of a constant', `const base = { httpOnly: true }; serialize('sid', id, { ...base, maxAge: 600 })`, 'httpOnly=true lifetime=600s'],
    ['options that nobody can see', `serialize('sid', id, options)`, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
    ['a date', `serialize('sid', id, { expires: new Date(Date.now() + 60_000) })`, 'lifetime=60s'],
  ])('has %s', (_title, code, expected) => {
    expect(eventsOf(`import { serialize } from 'cookie'; ${code}`)).toEqual([WRITTEN.replace('lifetime=none', expected)])
  })

  it.each([
    ['as one object', `stringifySetCookie({ name: 'sid', value: id, httpOnly: true, maxAge: 60 })`, 'httpOnly=true lifetime=60s'],
    ['as one object with an encoding', `stringifySetCookie({ name: 'sid', value: id }, { encode })`, 'lifetime=none'],
    ['as a constant', `const c = { name: 'sid', value: id, httpOnly: true }; stringifySetCookie(c)`, 'httpOnly=true lifetime=none'],
    ['in parts', `stringifySetCookie('sid', id, { httpOnly: true })`, 'httpOnly=true lifetime=none'],
  ])('is written %s', (_title, code, expected) => {
    expect(eventsOf(`import { stringifySetCookie } from 'cookie'; ${code}`)).toEqual([WHOLE.replace('lifetime=none', expected)])
  })

  it('is read once where the text goes into a header', () => {
    const code = `
      import http from 'node:http'
      import * as cookie from 'cookie'
      http.createServer((req, res) => {
        res.setHeader('Set-Cookie', cookie.serialize('sid', id))
        res.setHeader('Set-Cookie', [cookie.serialize('token', id)])
        const headers = new Headers()
        headers.append('Set-Cookie', cookie.serialize('auth', id))
        new Response('', { headers: { 'Set-Cookie': cookie.serialize('jwt', id) } })
        return { statusCode: 200, headers: { 'Set-Cookie': cookie.serialize('session', id) } }
      })`
    expect(eventsOf(code)).toEqual(['sid', 'token', 'auth', 'jwt', 'session'].map((name) => WRITTEN.replace('sid', name)))
  })
})

it.each([
  ['an empty value', `serialize('sid', '')`],
  ['an age of 0', `serialize('sid', 'gone', { maxAge: 0 })`],
  ['a negative age', `serialize('sid', 'gone', { maxAge: -1, httpOnly: true })`],
  ['a date that is over', `serialize('sid', '', { expires: new Date(0) })`],
])('%s deletes a cookie', (_title, code) => {
  expect(eventsOf(`import { serialize } from 'cookie'; ${code}`)).toEqual(['cookieCleared cookie proved `serialize` sid session'])
})

it('what a page writes is no cookie of the server', () => {
  const expected = ['browserCookieWritten cookie proved `serialize` token session path=/ lifetime=none']
  expect(eventsOf(`import { serialize } from 'cookie'; document.cookie = serialize('token', t, { path: '/' })`)).toEqual(expected)
  expect(eventsOf(`import { serialize } from 'cookie'; document.cookie = \`\${serialize('token', t, { path: '/' })}; priority=high\``)).toEqual(expected)
  expect(eventsOf(`import * as cookie from 'cookie'; const text = cookie.serialize('token', t, { path: '/' }); document.cookie = text`)).toEqual(expected)
})

it.each([
  ['a function of the file', `function serialize(name, value) { return name } serialize('sid', id)`],
  ['a function of another package', `import { serialize } from 'node:v8'; serialize('sid', id)`],
  ['what is read', `import { parse } from 'cookie'; parse(header).sid`],
  ['a header of a request', `import { serialize } from 'cookie'; fetch(url, { headers: { Cookie: serialize('sid', id) } })`],
  ['a header of a request in parts', `import { serialize } from 'cookie'; fetch(url, { headers: { cookie: [serialize('sid', id), serialize('token', t)].join('; ') } })`],
  ['a header of a request in a constant', `import { serialize } from 'cookie'; const cookie = serialize('sid', id); fetch(url, { headers: { cookie } })`],
  ['a header that is set on a request', `import { serialize } from 'cookie'; request.set('Cookie', [serialize('sid', id)])`],
  ['a header that is written on a request', `import { serialize } from 'cookie'; req.headers.cookie = serialize('sid', id)`],
  ['what a client sends', `import { stringifyCookie } from 'cookie'; stringifyCookie({ sid: id })`],
])('%s is silent', (_title, code) => {
  expect(eventsOf(code)).toEqual([])
})

it('one cookie that nobody can see has no name, and is not deleted', () => {
  expect(eventsOf(`import { stringifySetCookie } from 'cookie'; stringifySetCookie({ name, ...rest })`)).toEqual([
    'cookieWritten cookie proved `stringifySetCookie` ? unknown httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?',
  ])
})
