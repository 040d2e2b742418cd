import { describe, expect, it } from 'vitest'
import { eventsOf } from '../events-of.js'

const HELPER = 'const setCookie = (name, value, days) => { document.cookie = `${name}=${encodeURIComponent(value)}; max-age=${days * 86400}; path=/` };'

/** The names of the session cookies that a page writes. */
function cookiesIn(code: string): readonly string[] {
  return eventsOf(code).flatMap((event) => /^browserCookieWritten \S+ \S+ `[^`]*` (\S+) session/.exec(event)?.[1] ?? [])
}

describe('a helper writes a cookie', () => {
  it.each([
    ['of any name', `${HELPER} setCookie('sid', id, 7); setCookie('auth_token', t, 7); setCookie('theme', 'dark', 7)`, ['sid', 'auth_token']],
    ['for ever', `${HELPER} setCookie('sid', id)`, ['sid']],
    ['with a negative value', `${HELPER} setCookie('sid', -1, 7)`, ['sid']],
    ['with what is no number', `${HELPER} setCookie('sid', id, ''); setCookie('auth_token', t, null)`, ['sid', 'auth_token']],
    ['called as TypeScript likes it', `${HELPER} (setCookie as Write)('sid', id, 7)`, ['sid']],
  ])('%s', (_title, code, names) => {
    expect(cookiesIn(code)).toEqual(names)
  })
})

describe('nobody can tell that a helper writes one', () => {
  it.each([
    ['where it takes the cookie away', `${HELPER} setCookie('sid', id, -1); setCookie('sid', id, 0)`],
    ['where it is given no value', `${HELPER} setCookie('sid')`],
    ['where it is given what nobody can see', `${HELPER} setCookie('sid', ...rest); setCookie('sid', id, ...rest)`],
    ['where it is only handed on', `${HELPER} run(setCookie, 'sid', id)`],
    ['where the name is from elsewhere', `const write = (name) => (value) => { document.cookie = name + '=' + value }; write('sid')(id)`],
    ['where the name is a part of what it is given', `const write = (cookie, value) => { document.cookie = cookie.name + '=' + value }; write('sid', id)`],
  ])('%s', (_title, code) => {
    expect(cookiesIn(code)).toEqual([])
  })
})
