import rule from '../../lib/rules/no-client-side-session-cookie.js'
import { fileIn, ruleTester, type InvalidCase } from '../rule-tester.js'

const LOGIN = `const { accessToken } = await api.post('/login', form)\n`

/** As it stands on many pages about cookies. */
const HELPER = `function setCookie(cname, cvalue, exdays) {
  const d = new Date()
  d.setTime(d.getTime() + exdays * 24 * 60 * 60 * 1000)
  let expires = 'expires=' + d.toUTCString()
  document.cookie = cname + '=' + cvalue + ';' + expires + ';path=/'
}`

/** A program that writes one session cookie, told by `place`. */
function reported(name: string, code: string, place: { line: number; column?: number; endColumn?: number }, filename?: string): InvalidCase {
  return { name, code, output: null, errors: [{ messageId: 'script', ...place }], ...(filename !== undefined && { filename }) }
}

ruleTester.run(rule.name, rule, {
  valid: [
    {
      name: 'cookies that are no sessions',
      code: `import Cookies from 'js-cookie'
document.cookie = \`theme=\${theme}; path=/\`
document.cookie = 'csrf_token=' + token
Cookies.set('locale', 'en')
cookieStore.set('consent', 'all')`,
    },
    {
      name: 'a name and a value that tell nothing',
      code: `import Cookies from 'js-cookie'
document.cookie = \`\${name}=\${value}; path=/\`
document.cookie = text
Cookies.set(name, value)`,
    },
    {
      name: 'a helper that is given other cookies, or deletes them',
      code: `${HELPER}
setCookie('theme', theme, 30)
setCookie('csrf_token', token, 1)
setCookie(name, value, 7)
setCookie('token', '', 7)
setCookie('token', token, -1)
setCookie('sid', null)
setCookie('sid', 'deleted')
setCookie(...given)`,
    },
    {
      name: 'deletions in every way',
      code: `import Cookies from 'js-cookie'
document.cookie = 'sid=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT'
document.cookie = 'token=; Max-Age=0'
document.cookie = \`token=; path=/; expires=\${new Date(0).toUTCString()}\`
Cookies.remove('token')
Cookies.set('token', '', { expires: -1 })
cookieStore.delete('sid')
cookieStore.set({ name: 'sid', value: '', expires: 0 })`,
    },
    {
      name: 'deletions by the libraries for pages',
      code: `import Cookies from 'universal-cookie'
import { useCookies } from 'react-cookie'
import { destroyCookie, setCookie as write } from 'nookies'
import { deleteCookie } from 'cookies-next/client'
new Cookies().remove('token')
export function useLogout() {
  const [, setCookie, removeCookie] = useCookies(['token'])
  return () => {
    removeCookie('token', { path: '/' })
    setCookie('token', '', { maxAge: 0 })
    destroyCookie(null, 'token')
    write(null, 'token', '', { maxAge: -1 })
    deleteCookie('token')
  }
}`,
    },
    {
      name: 'reading',
      code: `import Cookies from 'js-cookie'
const token = Cookies.get('token') ?? document.cookie.split('; ').find((text) => text.startsWith('token='))
const all = await cookieStore.getAll()`,
    },
    {
      name: 'a cookie that the settings call readable',
      code: `document.cookie = \`auth_token=\${token}; path=/\``,
      settings: { 'session-security': { cookies: { readable: ['^auth_token$'] } } },
    },
    {
      name: 'a cookie that the settings call another one',
      code: `import Cookies from 'js-cookie'
Cookies.set('ui_token', value)`,
      settings: { 'session-security': { cookies: { other: ['^ui_'] } } },
    },
    {
      name: 'cookies that a server writes',
      code: `import express from 'express'
import { serialize } from 'cookie'
express().post('/login', (req, res) => {
  res.cookie('sid', id, { httpOnly: true })
  res.append('Set-Cookie', serialize('token', token, { httpOnly: true }))
  res.end()
})`,
    },
    {
      name: 'libraries for both sides, on the server',
      code: `import { setCookie } from 'cookies-next'
import { setCookie as write } from 'nookies'
import { cookies } from 'next/headers'
export async function logIn() {
  await setCookie('sid', id, { cookies, httpOnly: true })
}
export default function handler(req, res) {
  setCookie('sid', id, { req, res, httpOnly: true })
  write({ res }, 'sid', id, { httpOnly: true })
  res.end()
}`,
    },
    {
      name: 'libraries for both sides, where nobody can say which',
      code: `import { setCookie } from 'cookies-next'
import nookies from 'nookies'
App.getInitialProps = async ({ ctx }) => {
  nookies.set(ctx, 'token', token)
}
export function keep(options) {
  setCookie('token', token, options)
}`,
    },
    {
      name: 'things that only look like it',
      code: `import { Cookies } from './cookies'
jar.cookie = 'sid=1'
page.document.cookies = 'sid=1'
Cookies.set('sid', id)
const document = { cookie: '' }
document.cookie = 'sid=1'
store.set('token', token)`,
    },
    {
      name: 'a ref that is only read, and one that is emptied',
      code: `const token = useCookie('token')
console.log(token.value)
token.value = null`,
      filename: fileIn('fixtures/nuxt/composables/auth.js'),
    },
  ],
  invalid: [
    reported('a cookie that a helper writes', `${HELPER}\nasync function logIn(credentials) {\n  const { token } = await api.post('/login', credentials)\n  setCookie('auth_token', token, 7)\n}`, { line: 9, column: 3, endColumn: 12 }),
    ...[
      ['with what it writes in a template', 'const setCookie = (name, value, days) => { document.cookie = `${name}=${encodeURIComponent(value)}; max-age=${days * 86400}; path=/` }'],
      ['with a value that may be missing', "function setCookie(name, value, days) { var expires = ''; if (days) { expires = '; expires=' + later(days) }; document.cookie = name + '=' + (value || '') + expires + '; path=/' }"],
      ['with nothing but name and value', "function setCookie(name, value) { document.cookie = name + '=' + value }"],
      ['with a default', "function setCookie(name, value, days = 7) { document.cookie = name + '=' + escape(value) + '; max-age=' + days }"],
    ].flatMap(([name = '', helper = '']) => [
      reported(`a cookie by its name, from a helper ${name}`, `${helper}\nsetCookie('sessionid', answer.id, 7)`, { line: 2 }),
      reported(`a cookie by its value, from a helper ${name}`, `${helper}\nsetCookie(KEY, data.accessToken)`, { line: 2 }),
    ]),
    reported('a cookie that a helper in an object writes', "const cookies = { set(name, value) { document.cookie = name + '=' + value + '; path=/' } }\ncookies.set('token', token)", { line: 2 }),
    reported('a text of the page', `${LOGIN}document.cookie = \`sid=\${id}; path=/; secure; samesite=lax\``, { line: 2, column: 19, endColumn: 60 }),
    reported('a text that is put together', `document.cookie = 'auth_token=' + token + '; path=/'`, { line: 1 }),
    reported('a text in a window', `window.document.cookie = \`session_id=\${id}\``, { line: 1 }),
    reported('a value that is a token, whatever its name', `${LOGIN}document.cookie = \`keep=\${accessToken}; max-age=3600\``, { line: 2 }),
    reported('a text by a library', `import { serialize } from 'cookie'\ndocument.cookie = serialize('sid', id, { path: '/' })`, { line: 2 }),
    reported('js-cookie', `import Cookies from 'js-cookie'\n${LOGIN}Cookies.set('token', accessToken, { expires: 7, secure: true })`, { line: 3, column: 9, endColumn: 12 }),
    reported('js-cookie with attributes for all', `import Cookies from 'js-cookie'\nconst api = Cookies.withAttributes({ path: '/' })\napi.set('jwt', jwt)`, { line: 3 }),
    reported('the store of the page', `await cookieStore.set('sid', id)`, { line: 1, column: 19, endColumn: 22 }),
    reported('the store of the page, with an object', `await cookieStore.set({ name: 'access_token', value: token, sameSite: 'strict' })`, { line: 1 }),
    reported('universal-cookie', `import Cookies from 'universal-cookie'\nconst cookies = new Cookies(null, { path: '/' })\ncookies.set('token', accessToken)`, { line: 3 }),
    reported('react-cookie', `import { useCookies } from 'react-cookie'\nexport function useLogin() {\n  const [, setCookie] = useCookies(['token'])\n  return (token) => setCookie('token', token, { path: '/' })\n}`, { line: 4 }),
    reported('nookies in a page', `import { setCookie } from 'nookies'\nsetCookie(null, 'token', accessToken, { path: '/' })`, { line: 2, column: 1, endColumn: 10 }),
    reported('cookies-next in a page', `'use client'\nimport { setCookie } from 'cookies-next'\nexport const keep = () => setCookie('access_token', accessToken)`, { line: 3 }),
    reported('cookies-next for the page', `import { setCookie } from 'cookies-next/client'\nexport const keep = () => setCookie('access_token', accessToken)`, { line: 2 }),
    reported(
      'a ref of Nuxt, which is a page as well as its server',
      `const token = useCookie('auth_token', { maxAge: 3600 })\ntoken.value = accessToken`,
      { line: 2 },
      fileIn('fixtures/nuxt/composables/auth.js'),
    ),
  ],
})
