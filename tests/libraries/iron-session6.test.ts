import { ironSessionOfRequests } from '../../lib/frameworks/iron-session-of-requests.js'
import type { Handlers } from './applications.js'
import type { Options } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import type { Owner } from './run-code.js'
import { serve, type Site } from './server.js'
import { testSessionFacts } from './session-facts.js'

type Handle = (request: { session: Session }, response: unknown) => Promise<void>

interface Session extends Owner {
  save(): Promise<void>
}

const FOLDER = 'iron-session6'
const REQUIRED = { cookieName: 'app_session', password: 'a password of the tests, long enough' }

/** A seal is good for a minute longer than it says, and the cookie for a minute less. */
const GRACE = 60

describe('iron-session/next', () => {
  const { withIronSessionApiRoute } = load(`${FOLDER}/next`) as { withIronSessionApiRoute: (handle: Handle, options: Options) => (...pair: unknown[]) => Promise<void> }

  /** A server that saves what a handler has written into the session. */
  function serveSessions(options: Options, handlers: Handlers): Promise<Site> {
    return serve((request, response) => {
      const route = withIronSessionApiRoute(async (asked) => {
        const before = JSON.stringify(asked.session)
        const value = await handlers[request.url ?? '']?.({ request: asked, response })
        const isWritten = JSON.stringify(asked.session) !== before && !response.hasHeader('set-cookie')
        if (isWritten) await asked.session.save()
        response.end(JSON.stringify(value ?? null))
      }, { ...REQUIRED, ...options })
      route(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
    })
  }

  summarise(FOLDER, 'sessions on the request, as the table says')

  testSessionFacts({ folder: FOLDER, table: ironSessionOfRequests, serve: serveSessions, sendsSecureByHttp: true, grace: GRACE, early: GRACE })
})
