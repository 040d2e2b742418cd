import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cookieStore } from '../../lib/frameworks/cookie-store.js'

/** No page is at hand: the types say what it takes; they are made from the standard. */
const FILE = 'typescript/lib/lib.dom.d.ts'
const types = readFileSync(createRequire(import.meta.url).resolve(FILE), 'utf8')

afterAll(() => {
  console.log(`cookieStore: read, not run (${FILE}; the defaults are those of https://cookiestore.spec.whatwg.org/)`)
})

it('takes and deletes cookies as the table says', () => {
  const store = bodyOf('CookieStore')
  expect(store).toContain('set(name: string, value: string): Promise<void>;')
  expect(store).toContain('set(options: CookieInit): Promise<void>;')
  expect(store).toContain('delete(name: string): Promise<void>;')
  expect(store).toContain('delete(options: CookieStoreDeleteOptions): Promise<void>;')
})

it('a cookie has the attributes of the table, and none that hides it from scripts', () => {
  const cookie = bodyOf('CookieInit')
  const names = [...cookie.matchAll(/^\s+(\w+)\??:/gm)].map(([, name]) => name)
  expect(names).toEqual(['domain', 'expires', 'name', 'partitioned', 'path', 'sameSite', 'value'])
  expect(cookieStore.cookie?.forced).toEqual(['secure'])
})

function bodyOf(name: string): string {
  return new RegExp(`interface ${name} (?:extends \\w+ )?\\{([^]*?)\\n\\}`).exec(types)?.[1] ?? ''
}
