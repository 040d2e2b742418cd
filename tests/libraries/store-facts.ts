import type { Framework, Signature, StoreFacts } from '../../lib/frameworks/framework.js'
import { answerWithExpress, expressApplication } from './applications.js'
import { pass, stopClock } from './clock.js'
import type { Options } from './cookie-facts.js'
import { load } from './installed.js'
import { expressSession } from '../../lib/frameworks/express-session.js'
import { serve, type Site } from './server.js'
import { loginAndVisit, seen, USER } from './session-facts.js'

/** A store for express-session. */
export interface StoreLibrary {
  readonly table: Framework
  /** A new and empty store with these options, made as the signature says. */
  make(signature: Signature, options: Options): unknown
}

const HOUR = 60 * 60
const DECADE = 10 * 365 * 24 * HOUR
const PLAIN = loginAndVisit(expressSession)

/** Tests that compare how a store ends its records with its table. */
export function testStoreFacts(library: StoreLibrary): void {
  const { signatures, store } = library.table
  if (!store) throw new Error(`The table of ${library.table.name} says nothing about a store.`)

  describe.each(signatures)('$text', (signature) => {
    testRecords(store, (options) => serveWith(library.make(signature, options)))
  })
}

function testRecords({ default: byItself, endlessWith, options }: StoreFacts, start: (options: Options) => Promise<Site>): void {
  beforeEach(stopClock)

  /** Whom the server sees so many seconds after a login. */
  async function seenAfter(seconds: number, given: Options = {}): Promise<unknown> {
    const visitor = (await start(given)).visitor()
    await visitor.get('/login')
    expect(await seen(visitor)).toBe(USER)
    pass(seconds)
    return seen(visitor.copy())
  }

  it('with nothing said a record ends when the table says', async () => {
    expect(await seenAfter((byItself ?? DECADE) - 2)).toBe(USER)
    if (byItself !== undefined) expect(await seenAfter(byItself + 2)).toBe('nobody')
  })

  it.each(Object.entries(options))('%s ends it, in %s', async (option, unit) => {
    const given = { [option]: unit === 'seconds' ? 2 * HOUR : 2 * HOUR * 1000 }
    expect(await seenAfter(2 * HOUR - 2, given)).toBe(USER)
    expect(await seenAfter(2 * HOUR + 2, given)).toBe('nobody')
  })

  it('a visit moves the end', async () => {
    const visitor = (await start({})).visitor()
    await visitor.get('/login')
    for (let visit = 1; visit <= 3; visit++) {
      pass(((byItself ?? HOUR) * 2) / 3)
      expect(await seen(visitor)).toBe(USER)
    }
  })

  if (endlessWith) {
    const { option, value } = endlessWith

    it.each([{ [option]: value }, { [option]: value, ...Object.fromEntries(Object.keys(options).map((name) => [name, HOUR])) }])(
      'nothing ends it with %s',
      async (given) => {
        expect(await seenAfter(DECADE, given)).toBe(USER)
      },
    )
  }
}

function serveWith(store: unknown): Promise<Site> {
  const session = load('express-session') as (options: Options) => unknown
  const app = expressApplication()
  app.use(session({ secret: 'a secret of the tests', resave: false, saveUninitialized: false, store }))
  return serve(answerWithExpress(app, PLAIN))
}
