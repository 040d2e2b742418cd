import type { SessionRegenerated, UserLoggedIn } from './events.js'
import type { SessionFile } from './file.js'

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
  const logins = file.of('userLoggedIn')

  return (login) => {
    const { session, write } = login
    const { renew } = session.facts
    if (session.kind !== 'server' || !renew || file.alwaysBefore(write, checked)) return { state: 'renewed' }
    // What keeps the data may come after the login as well.
    if (renew.keepsData && checked.some((node) => file.isFollowedBy(write, node))) return { state: 'renewed' }
    // Of several writes in a row, the first is the login.
    if (file.alwaysBefore(write, logins.filter((other) => other !== login).map((other) => other.write))) return { state: 'renewed' }
    if (file.alwaysBefore(write, all)) {
      const ignored = renewals.filter(({ isErrorHandled }) => !isErrorHandled)
      return { state: 'unchecked', renewal: ignored.find(({ completions }) => file.alwaysBefore(write, completions)) }
    }
    const renewal = renewals.find(({ node }) => file.alwaysBefore(write, [node]))
    return renewal ? { state: 'unawaited', renewal } : { state: 'missing' }
  }
}

/** What shows that the new ID is there. */
function completionsOf(renewals: readonly SessionRegenerated[]) {
  return renewals.flatMap(({ completions }) => [...completions])
}
