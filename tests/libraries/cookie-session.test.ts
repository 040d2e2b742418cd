import { cookieSession } from '../../lib/frameworks/cookie-session.js'
import { answerWithExpress, expressApplication, type Handlers } from './applications.js'
import type { Options } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import { runCode } from './run-code.js'
import { serve, type Site } from './server.js'
import { loginAndVisit, seen, testSessionFacts, USER } from './session-facts.js'

const session = load('cookie-session') as (options: Options) => unknown

function serveSessions(options: Options, handlers: Handlers): Promise<Site> {
  const app = expressApplication()
  app.use(session({ keys: ['a key of the tests'], ...options }))
  return serve(answerWithExpress(app, handlers))
}

summarise('cookie-session', 'sessions as the table says')

testSessionFacts({ folder: 'cookie-session', table: cookieSession, serve: serveSessions })

describe('beside the table', () => {
  it.each(['delete session', 'session = value'])('%s on the request does not log out', async (code) => {
    const site = await serveSessions(
      {},
      {
        ...loginAndVisit(cookieSession),
        '/logout': ({ request }) => {
          runCode(code, request, { value: {} })
        },
      },
    )
    const visitor = site.visitor()
    await visitor.get('/login')
    await visitor.get('/logout')
    expect(await seen(visitor)).toBe(USER)
  })
})
