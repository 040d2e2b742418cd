import { eventsOf } from '../events-of.js'

function events(code: string): string[] {
  return eventsOf(code).map((event) => event.replace(/`.*`/s, '…'))
}

const WRITTEN = 'browserCookieWritten document.cookie proved … token session lifetime=none'

it.each([
  ['a template', 'document.cookie = `token=${t}`', 'lifetime=none'],
  ['a sum', `document.cookie = 'token=' + t`, 'lifetime=none'],
  ['a literal', `document.cookie = 'token=abc'`, 'lifetime=none'],
  ['a constant', 'const text = `token=${t}`; document.cookie = text', 'lifetime=none'],
  ['a constant name', 'const NAME = "token"; document.cookie = `${NAME}=${t}; path=/`', 'path=/ lifetime=none'],
  ['attributes', 'document.cookie = `token=${t}; path=/; secure; samesite=lax; max-age=60`', 'secure=true sameSite=lax path=/ lifetime=60s'],
  ['attributes in parts', `document.cookie = ['token=' + t, 'path=/', 'secure'].join('; ')`, 'secure=true path=/ lifetime=none'],
  ['a date', 'document.cookie = `token=${t}; expires=${date.toUTCString()}; path=/`', 'path=/ lifetime=?'],
  ['the window', 'window.document.cookie = `token=${t}`', 'lifetime=none'],
  ['the global object', 'globalThis.document.cookie = `token=${t}`', 'lifetime=none'],
  ['a type assertion', '(document as any).cookie = `token=${t}`', 'lifetime=none'],
  ['a bracket', "document['cookie'] = `token=${t}`", 'lifetime=none'],
])('a cookie by %s', (_title, code, expected) => {
  expect(events(code)).toEqual([WRITTEN.replace('lifetime=none', expected)])
})

it.each([
  ['an empty value', `document.cookie = 'token='`],
  ['a date that is over', `document.cookie = 'token=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/'`],
  ['an age of 0', `document.cookie = 'token=gone; max-age=0'`],
])('a deletion by %s', (_title, code) => {
  expect(events(code)).toEqual(['cookieCleared document.cookie proved … token session'])
})

it.each([
  ['another document', 'export const f = (document) => { document.cookie = `token=${t}` }'],
  ['another object', 'request.cookie = `token=${t}`'],
  ['another property', 'document.title = `token=${t}`'],
  ['a text that nobody can see', 'document.cookie = text'],
  ['a text that is no cookie', `document.cookie = 'token'`],
  ['what is read', 'const text = document.cookie'],
])('%s is silent', (_title, code) => {
  expect(events(code)).toEqual([])
})

it('a preference is no session', () => {
  expect(events('document.cookie = `theme=${theme}; path=/`')).toEqual(['browserCookieWritten document.cookie proved … theme other path=/ lifetime=none'])
})
