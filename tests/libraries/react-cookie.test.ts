import { reactCookie } from '../../lib/frameworks/react-cookie.js'
import { load, summarise } from './installed.js'
import { testPageFacts } from './page.js'

interface React {
  createElement(type: unknown, properties?: object | null, ...children: readonly unknown[]): unknown
}

const { createElement } = load('react') as React
const { renderToString } = load('react-dom/server') as { renderToString(element: unknown): string }
const { Cookies, CookiesProvider, useCookies } = load('react-cookie') as {
  readonly Cookies: new () => unknown
  readonly CookiesProvider: unknown
  readonly useCookies: (names: readonly string[]) => readonly unknown[]
}

summarise('react-cookie', 'cookies of a page as the table says')

testPageFacts({ table: reactCookie, make: (root) => ({ [root]: hook()[root === 'setCookie' ? 1 : 2] })[root] })

/** What the hook gives to a component. */
function hook(): readonly unknown[] {
  let given: readonly unknown[] = []
  const Component = (): null => {
    given = useCookies([])
    return null
  }
  renderToString(createElement(CookiesProvider, { cookies: new Cookies() }, createElement(Component)))
  return given
}
