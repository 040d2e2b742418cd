import { nookies } from '../../lib/frameworks/nookies.js'
import { answerWithNode } from './applications.js'
import { testCookieFacts } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import { testPageFacts } from './page.js'
import { serve } from './server.js'

const library = load('nookies') as { readonly default: object }
/** The default export has the short names. */
const all = { ...library.default, ...library }

summarise('nookies', 'cookies of a server and of a page as the table says')

describe('with an answer', () => {
  testCookieFacts({
    table: nookies,
    make: () => all,
    places: ({ request, response }) => ({ context: { req: request, res: response } }),
    serve: (handler) => serve(answerWithNode({ '/': handler })),
  })
})

describe.each([null, undefined, {}])('with %j', (context) => {
  testPageFacts({ table: nookies, make: () => all, places: { context } })
})
