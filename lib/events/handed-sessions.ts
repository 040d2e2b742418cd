import { lastName } from '../ast/last-name.js'
import { unwrap, wrapped, type Node } from '../ast/nodes.js'
import { onDemand } from '../ast/on-demand.js'
import { createCookieReads } from './cookie-reads.js'
import type { Credentials } from './credentials.js'
import type { CookieCleared, IdentityUnset, SessionAbandoned, SessionEvent } from './events.js'
import type { FileContext } from './file-context.js'
import type { Handlers } from './handlers.js'
import { createLogoutDoubts } from './logout-doubts.js'
import { createLogoutReach } from './logout-reach.js'
import type { Match } from './match.js'
import { wordsOf } from './names.js'
import type { Purposes } from './purposes.js'

/** Which sessions of libraries a logout hands to somebody else. */
export interface HandedSessions {
  /**
   * Whether a logout gives the request, the session or its ID to code that nobody sees here, and that doesn't say it
   * does something else with them: it may well end the session.
   */
  isHandedOn(logout: CookieCleared | IdentityUnset | SessionAbandoned): boolean
}

export function createHandedSessions(
  context: FileContext,
  handlers: Handlers,
  purposes: Purposes,
  credentials: Credentials,
  matches: readonly Match[],
  events: readonly SessionEvent[],
): HandedSessions {
  const reaches = createLogoutReach(context, handlers, purposes)
  const doubts = createLogoutDoubts(context, handlers)
  const cookies = onDemand(() => createCookieReads(context, events))
  // What a table describes is what it is.
  const described = onDemand(() => new Set(matches.map(({ node }) => node)))

  return { isHandedOn }

  function isHandedOn(logout: CookieCleared | IdentityUnset | SessionAbandoned): boolean {
    const handler = logout.session?.handler
    if (!handler) return false
    const isTold = (node: Node) => isCredential(node) || (logout.type === 'cookieCleared' && cookies().isRead(node, logout))
    return doubts.handsOn({ reach: reaches.functionsFrom(handler), isKnown: (call) => described().has(call) || isWitness(call.callee), isTold })
  }

  /** `req.sessionID`, and `req.session` as a whole where somebody gets it. */
  function isCredential(node: Node): boolean {
    const credential = credentials.credentialOf(node)
    return credential === 'id' || (credential === 'session' && isArgument(node))
  }
}

/** `audit`, `activityLog.create`, `analytics.track`: what writes down that something has happened. */
function isWitness(wrappedCallee: Node): boolean {
  const callee = unwrap(wrappedCallee)
  const owner = callee.type === 'MemberExpression' ? lastName(callee.object) : undefined
  return WITNESSES.test(wordsOf(`${owner ?? ''} ${lastName(callee) ?? ''}`))
}

const WITNESSES = /\b(?:log(?! (?:out|off|in)\b)|logger|logging|debug|audit|track|tracker|analytics|metrics?|telemetry)\b/

function isArgument(node: Node): boolean {
  const use = wrapped(node)
  const { parent } = use
  switch (parent?.type) {
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== use
    case 'Property':
      return parent.value === use && parent.parent.type === 'ObjectExpression'
    default:
      return parent?.type === 'ArrayExpression'
  }
}
