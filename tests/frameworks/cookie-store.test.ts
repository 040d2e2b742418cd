import { eventsOf } from '../events-of.js'

const WRITTEN = 'browserCookieWritten cookieStore proved `set` token session secure=true* sameSite=strict* path=/* lifetime=none'
const CLEARED = 'cookieCleared cookieStore proved `set` token session'

it.each([
  ['a name and a value', `cookieStore.set('token', t)`, WRITTEN],
  ['an awaited call', `await cookieStore.set('token', t)`, WRITTEN],
  ['the window', `window.cookieStore.set('token', t)`, WRITTEN],
  ['a worker', `self.cookieStore.set('token', t)`, WRITTEN],
  ['a constant', `const store = window.cookieStore; store.set('token', t)`, WRITTEN],
  ['one object', `cookieStore.set({ name: 'token', value: t, sameSite: 'lax', path: '/app' })`, WRITTEN.replace('sameSite=strict* path=/*', 'sameSite=lax path=/app')],
  ['an end', `cookieStore.set({ name: 'token', value: t, expires: Date.now() + 60_000 })`, WRITTEN.replace('none', '60s')],
])('a cookie by %s', (_title, code, expected) => {
  expect(eventsOf(code)).toEqual([expected])
})

it.each([
  ['delete', `cookieStore.delete('token')`, CLEARED.replace('set', 'delete')],
  ['delete with an object', `cookieStore.delete({ name: 'token', path: '/' })`, CLEARED.replace('set', 'delete')],
  ['an empty value', `cookieStore.set('token', '')`, CLEARED],
  ['an end that is over', `cookieStore.set({ name: 'token', value: 'gone', expires: 0 })`, CLEARED],
])('a deletion by %s', (_title, code, expected) => {
  expect(eventsOf(code)).toEqual([expected])
})

it.each([
  ['a variable of the file', `const cookieStore = new Map(); cookieStore.set('token', t)`],
  ['a parameter', `export const f = (cookieStore) => cookieStore.set('token', t)`],
  ['an import', `import { cookieStore } from './cookies'; cookieStore.set('token', t)`],
  ['what is read', `cookieStore.get('token')`],
])('%s is silent', (_title, code) => {
  expect(eventsOf(code)).toEqual([])
})

it("Next's cookies are sent by the server, whatever they are called", () => {
  const code = `import { cookies } from 'next/headers'; const cookieStore = await cookies(); cookieStore.set('token', t)`
  expect(eventsOf(code)).toEqual(['cookieWritten next proved `set` token session path=/* lifetime=none'])
})
