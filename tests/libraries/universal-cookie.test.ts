import { universalCookie } from '../../lib/frameworks/universal-cookie.js'
import { load, summarise } from './installed.js'
import { testPageFacts } from './page.js'

type Class = new () => unknown

summarise('universal-cookie', 'cookies of a page as the table says')

describe.each(['universal-cookie', 'react-cookie'])('the class of %s', (folder) => {
  const exports = load(folder) as { readonly Cookies?: Class; readonly default?: Class } & Class
  const Cookies = exports.Cookies ?? exports.default ?? exports

  testPageFacts({ table: universalCookie, make: () => new Cookies() })
})
