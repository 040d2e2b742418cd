import { functionsAround, type FunctionNode, type Node } from '../ast/nodes.js'
import type { UserLoggedIn } from '../events/events.js'
import type { SessionFile } from '../events/file.js'
import { createLoginRenewals } from '../events/login-renewals.js'
import type { HandlerRow } from './inventory.js'
import { positionOf } from './observed-code.js'

type Row = Omit<HandlerRow, 'file'>

/** The functions of a file in which sessions begin, end or get a new ID, and what each of them does. */
export function observeHandlers(file: SessionFile): Row[] {
  const logins = grouped(file.of('userLoggedIn'), (login) => login.session.handler ?? handlerAround(login.node, file))
  const ends = [
    ...file.of('cookieCleared'),
    ...file.of('identityUnset'),
    ...file.of('sessionAbandoned'),
    ...file.of('sessionDestroyed'),
    ...file.of('sessionRegenerated'),
  ]
  const logouts = grouped(
    ends.filter(({ node }) => file.isLogout(node)),
    ({ node }) => handlerAround(node, file),
  )
  const told = new Set([...logins.keys(), ...logouts.keys()])
  const others = grouped([...file.of('sessionRegenerated'), ...file.of('sessionDestroyed')], ({ node }) =>
    handlerAround(node, file),
  )
  const judge = createLoginRenewals(file)

  return [
    ...[...logins].map(([handler, events]) => rowOf('login', handler, events[0], loginText(events, judge), file)),
    ...[...logouts].map(([handler, events]) => rowOf('logout', handler, events[0], logoutText(handler, events, file), file)),
    ...[...others]
      .filter(([handler]) => !told.has(handler))
      .map(([handler, events]) => rowOf('renewal or end', handler, events[0], actsIn(events), file)),
  ]
}

interface Happening {
  readonly node: Node
  readonly type: string
  readonly framework: { readonly name: string }
}

function grouped<T extends Happening>(
  events: readonly T[],
  handlerOf: (event: T) => FunctionNode | undefined,
): Map<FunctionNode | undefined, readonly [T, ...T[]]> {
  const groups = new Map<FunctionNode | undefined, readonly [T, ...T[]]>()
  for (const event of events) {
    const handler = handlerOf(event)
    const group = groups.get(handler)
    groups.set(handler, group ? [...group, event] : [event])
  }
  return groups
}

/** The function that answers the request; where none is known to, the outermost that has a name. */
function handlerAround(node: Node, file: SessionFile): FunctionNode | undefined {
  const around = functionsAround(node)
  return (
    around.findLast((callable) => file.handlers.isHandler(callable)) ??
    around.find((callable) => file.purposes.namesOf(callable).length > 0) ??
    around[0]
  )
}

function rowOf(kind: Row['kind'], handler: FunctionNode | undefined, first: Happening, does: string, file: SessionFile): Row {
  return {
    kind,
    ...positionOf(handler ?? first.node),
    endLine: (handler ?? first.node).loc.end.line,
    name: handler ? nameOf(handler, file) : '',
    library: first.framework.name,
    does,
    findings: [],
  }
}

/** `POST /login`, or what the function is called. */
function nameOf(handler: FunctionNode, file: SessionFile): string {
  const [route] = file.routesOf(handler)
  const [name = ''] = file.purposes
    .namesOf(handler)
    .filter((candidate) => candidate !== '')
    .toSorted((a, b) => Number(b.startsWith('/')) - Number(a.startsWith('/')))
  return route && name.startsWith('/') ? `${route.method.toUpperCase()} ${name}` : name
}

function loginText(logins: readonly UserLoggedIn[], judge: ReturnType<typeof createLoginRenewals>): string {
  const states = new Set(logins.map((login) => judge(login).state))
  if (states.has('missing')) return 'keeps the session ID from before'
  if (states.has('unawaited')) return 'does not wait for the new session ID'
  if (states.has('unchecked')) return 'goes on when there is no new session ID'
  if (logins.every(({ session }) => session.kind === 'client')) return 'there is no ID to renew: the session is in the cookie'
  if (logins.every(({ session }) => session.kind === 'unknown')) return 'where the session is kept is not decided in this file'
  return 'gets a new session ID'
}

function logoutText(handler: FunctionNode | undefined, events: readonly Happening[], file: SessionFile): string {
  // A helper that is named for it may end the session, or a caller in another file.
  const isOpen = handler !== undefined && !hasEnd(events) && file.endsSession(handler, handler)
  return [actsIn(events), ...(isOpen ? ['whether the session ends elsewhere is for a person to check'] : [])]
    .filter((act) => act !== '')
    .join(', ')
}

function hasEnd(events: readonly Happening[]): boolean {
  return events.some(({ type }) => type === 'sessionDestroyed' || type === 'sessionRegenerated')
}

function actsIn(events: readonly Happening[]): string {
  return [...new Set(events.flatMap(({ type }) => ACTS.get(type) ?? []))].join(', ')
}

const ACTS = new Map([
  ['sessionDestroyed', 'ends the session'],
  ['sessionRegenerated', 'renews the session ID'],
  ['cookieCleared', 'deletes the cookie'],
  ['identityUnset', 'forgets who the user is'],
  ['sessionAbandoned', 'puts the session aside'],
])
