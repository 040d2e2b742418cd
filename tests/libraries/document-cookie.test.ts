import { CookieJar } from 'tough-cookie'

/** No page is at hand; what follows the same standard (RFC 6265, section 5.3) is. */
const PAGE = 'http://localhost/'

afterAll(() => {
  console.log('document.cookie: read, not run in a browser (RFC 6265; a jar that keeps to it was run)')
})

function jarOf(text: string, isScript: boolean): CookieJar {
  const jar = new CookieJar(undefined, { rejectPublicSuffixes: false })
  jar.setCookieSync(text, PAGE, { http: !isScript, ignoreError: true })
  return jar
}

it('a script writes a cookie as a header states it', () => {
  const [cookie] = jarOf('token=abc; path=/cellar; max-age=60; samesite=lax', true).getCookiesSync(`${PAGE}cellar`, { http: false })
  expect(cookie).toMatchObject({ key: 'token', value: 'abc', path: '/cellar', maxAge: 60, sameSite: 'lax', httpOnly: false })
})

it('a script can not write a cookie that is HttpOnly', () => {
  const text = 'token=abc; HttpOnly'
  expect(jarOf(text, true).getCookiesSync(PAGE)).toEqual([])
  expect(jarOf(text, false).getCookiesSync(PAGE)).toHaveLength(1)
})
