import type { SessionInHandler } from '../events/events.js'
import type { Operation } from '../frameworks/framework.js'

/** An operation on the session of a handler, as the handler would write it; nothing where there is none. */
export function operationText(session: SessionInHandler, operation: Operation | undefined): string {
  return operation ? asCall(operationCode(session, operation) ?? operation.code) : ''
}

/** The code of an operation with what it stands on in the handler; undefined where nothing there leads to it. */
export function operationCode({ carrier, facts, holder }: SessionInHandler, { code, keepsObject }: Operation): string | undefined {
  if (carrier !== undefined) return `${carrier}.${code}`
  const [place = ''] = facts.places
  const isOnSession = code.startsWith(`${place}.`)
  // A session that is replaced, or assigned, must be reached through what carries it.
  return holder !== undefined && keepsObject === true && isOnSession ? `${holder}${code.slice(place.length)}` : undefined
}

/** The code of an operation, which is called unless it is a call or an assignment already. */
export function asCall(code: string): string {
  return code.endsWith(')') || code.includes(' = ') ? code : `${code}()`
}
