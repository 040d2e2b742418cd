import type { FunctionNode, Node } from '../ast/nodes.js'
import type { SessionRegenerated, UserLoggedIn } from './events.js'
import type { SessionFile } from './file.js'
import { namesRenewal } from './names.js'

/** Whether a login has a new session ID: not for sure where it ignores that the renewal has failed, or does not wait for it. */
export type LoginRenewal =
  | { readonly state: 'missing' | 'renewed' }
  | { readonly state: 'unawaited'; readonly renewal: SessionRegenerated }
  | { readonly state: 'unchecked'; readonly renewal: SessionRegenerated | undefined }

/** Judges the logins of a file by the renewals before them. */
export function createLoginRenewals(file: SessionFile): (login: UserLoggedIn) => LoginRenewal {
  const renewals = file.of('sessionRegenerated')
  const checked = completionsOf(renewals.filter(({ isErrorHandled }) => isErrorHandled))
  const all = completionsOf(renewals)
  const nodes = new Set(renewals.filter(({ isMiddleware }) => !isMiddleware).map(({ node }) => node))
  const writes = new Set(file.of('userLoggedIn').map(({ write }) => write))

  return (login) => {
    const { session, write } = login
    const { renew } = session.facts
    if (session.kind !== 'server' || !renew || file.alwaysBefore(write, checked)) return { state: 'renewed' }
    // What keeps the data may come after the login as well.
    if (renew.keepsData && [...checked].some((node) => file.isFollowedBy(write, node))) return { state: 'renewed' }
    // Of several writes in a row, the first is the login; none comes before itself.
    if (file.alwaysBefore(write, writes)) return { state: 'renewed' }
    if (file.alwaysBefore(write, all)) {
      const ignored = renewals.filter(({ isErrorHandled }) => !isErrorHandled)
      return { state: 'unchecked', renewal: ignored.find(({ completions }) => file.alwaysBefore(write, new Set(completions))) }
    }
    if (isBehindRenewal(file, session.handler)) return { state: 'renewed' }
    const renewal = file.alwaysBefore(write, nodes) ? renewals.find(({ node }) => file.alwaysBefore(write, new Set([node]))) : undefined
    return renewal ? { state: 'unawaited', renewal } : { state: 'missing' }
  }
}

/** Whether a middleware that stands before a handler says in its name that it renews the session. */
function isBehindRenewal({ context, purposes }: SessionFile, handler: FunctionNode | undefined): boolean {
  const { middlewares } = handler ? purposes.registeredWith(handler) : { middlewares: [] }
  return middlewares.some((name) => namesRenewal(name) || context.settings.functions.regenerate.includes(name))
}

/** What shows that the new ID is there. */
function completionsOf(renewals: readonly SessionRegenerated[]): ReadonlySet<Node> {
  return new Set(renewals.flatMap(({ completions }) => [...completions]))
}
