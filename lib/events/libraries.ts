import { codeText } from '../ast/code-text.js'
import { onceForEach } from '../ast/once-for-each.js'
import { plainText } from '../ast/plain-text.js'
import type { Framework, SessionFacts } from '../frameworks/framework.js'
import { frameworks } from '../frameworks/index.js'
import type { Certainty } from './events.js'
import { decide, type Evidence } from './evidence.js'
import type { FileContext } from './file-context.js'
import { carrierOf } from './session-places.js'

/** Which libraries are behind the words that several of them share, such as `req.session`. */
export interface Libraries {
  /** How sure it is that a library is meant where its words are used; undefined where another one may be. */
  certaintyOf(framework: Framework): Certainty | undefined
  /** The library that keeps the sessions under one of a server's objects, if the file or the project tells it. */
  ofSessions(server: string): Evidence | undefined
}

export function createLibraries(context: FileContext): Libraries {
  const known = new Map<Framework, Certainty | undefined>()
  const onServers = new Map<string, Evidence | undefined>()

  return { certaintyOf, ofSessions }

  function certaintyOf(framework: Framework): Certainty | undefined {
    if (!known.has(framework)) known.set(framework, weigh(framework))
    return known.get(framework)
  }

  function ofSessions(server: string): Evidence | undefined {
    if (!onServers.has(server)) onServers.set(server, findOnServer(server))
    return onServers.get(server)
  }

  function findOnServer(server: string): Evidence | undefined {
    for (const framework of frameworks) {
      const { session } = framework
      if (!session || carrierOf(session)?.servers.includes(server) !== true) continue
      const certainty = certaintyOf(framework)
      if (certainty) return { framework, certainty }
    }
    return undefined
  }

  function weigh(framework: Framework): Certainty | undefined {
    const { session } = framework
    // Nothing else gives the server's objects these methods: how sure the server is decides.
    if (!session) return 'proved'
    const rivals = rivalsOf(session)
    const decided = decide(context, rivals)
    if (decided) return decided.framework === framework ? decided.certainty : undefined
    if (rivals.some((rival) => decide(context, [rival]))) return undefined
    const [likely, another] = rivals.filter((rival) => isTold(rival))
    return likely === framework && !another ? 'likely' : undefined
  }

  /** Whether the file calls a method that, of all libraries that use the same place, only this one has. */
  function isTold({ session }: Framework): boolean {
    const { sourceCode } = context
    if (!session?.telling?.some((method) => codeText(sourceCode).includes(method))) return false
    const places = session.places.map((place) => place.replace(/[.()]/g, '\\$&'))
    const call = new RegExp(`\\b(?:${places.join('|')})\\.(?:${session.telling.join('|')})\\(`)
    return call.test(codeText(sourceCode)) || call.test(plainText(sourceCode.ast, sourceCode))
  }
}

/** The libraries whose sessions hang in the same place as those of another one, with that one. */
const rivalsOf = onceForEach((session: SessionFacts) => frameworks.filter((other) => other.session && isSamePlace(other.session, session)))

/** Whether the sessions of two libraries hang in the same place on the same object. */
function isSamePlace(a: SessionFacts, b: SessionFacts): boolean {
  const [carrier, other] = [carrierOf(a), carrierOf(b)]
  if (!carrier || !other || carrier.object !== other.object) return false
  return carrier.servers.some((server) => other.servers.includes(server)) && a.places.some((place) => b.places.includes(place))
}
