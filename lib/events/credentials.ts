import { unwrap, type Node } from '../ast/nodes.js'
import type { Path } from '../ast/paths.js'
import { lastName } from '../ast/last-name.js'
import type { Form } from '../frameworks/framework.js'
import { isTokenName } from './cookie-role.js'
import type { FileContext } from './file-context.js'
import type { Handlers } from './handlers.js'
import type { Matcher } from './match.js'
import { wordsOf } from './names.js'
import { isSessionPlace } from './session-places.js'

/** What stands for a user who is logged in: whoever has it, is that user. */
export type Credential =
  /** The ID of the session: `req.sessionID`, `req.session.id`. */
  | 'id'
  /** The session as a whole, with its ID and all that is in it. */
  | 'session'
  /** All cookies of the request or the page. */
  | 'cookies'
  /** The header that carries the cookies or the token. */
  | 'header'
  /** A token, as its name says. */
  | 'token'

export interface Credentials {
  /** What credential an expression is; undefined where it is none, or nobody can say. */
  credentialOf(node: Node): Credential | undefined
  /** Whether a whole session shows its ID where it is written down in this form. */
  showsId(session: Node, form: Form): boolean
}

export function createCredentials({ bindings }: FileContext, handlers: Handlers, { sessionLibrary }: Matcher): Credentials {
  return { credentialOf, showsId }

  function credentialOf(node: Node): Credential | undefined {
    const expression = unwrap(node)
    if (!READABLE.has(expression.type)) return undefined
    const path = bindings.resolve(expression)
    return (path && credentialAt(path)) ?? (isNamedToken(expression) ? 'token' : undefined)
  }

  function showsId(session: Node, form: Form): boolean {
    const path = bindings.resolve(unwrap(session))
    const server = path && handlers.objectOf(path)?.server
    const library = server === undefined ? undefined : sessionLibrary(server)
    return library?.framework.session?.showsId?.includes(form) === true
  }

  function credentialAt(path: Path): Credential | undefined {
    const { root, steps } = path
    if (root.kind === 'global') return root.name === 'document' && steps.join('.') === 'cookie' ? 'cookies' : undefined
    const handed = handlers.objectOf(path)
    if (handed?.object !== 'request' && handed?.object !== 'context') return undefined
    return credentialIn(handed.steps)
  }
}

function credentialIn(steps: readonly string[]): Credential | undefined {
  if (isSessionPlace(steps)) return 'session'
  if (isSessionPlace(steps.slice(0, -1)) && ['id', 'sessionId'].includes(steps.at(-1) ?? '')) return 'id'
  const text = steps.join('.')
  if (/^(?:request\.|req\.)?sessionID$/.test(text)) return 'id'
  if (/^(?:req(?:uest)?\.)?(?:cookies|signedCookies)$/.test(text)) return 'cookies'
  return CREDENTIAL_HEADER.test(text) ? 'header' : undefined
}

const CREDENTIAL_HEADER = /^(?:req(?:uest)?\.)?(?:headers?\.(?:cookie|authorization)|headers?\.(?:get\.)?\('(?:cookie|authorization)'\)|(?:get|header)\.\('(?:cookie|authorization)'\))$/i

const READABLE = new Set(['CallExpression', 'ChainExpression', 'Identifier', 'MemberExpression'])

/**
 * A name that says whose token it is: `accessToken`, `user.jwt`. A bare `token` may be one of a parser's, and what a
 * function gives is not what it was given: `hash(accessToken)`.
 */
function isNamedToken(expression: Node): boolean {
  if (expression.type === 'CallExpression') return false
  const name = lastName(expression)
  return name !== undefined && wordsOf(name) !== 'token' && /^[a-z]/.test(name) && isTokenName(name) && QUALIFIED.test(wordsOf(name))
}

const QUALIFIED = /^(?:(?:access|refresh|auth|id|session|user|login|bearer|jwt) ?token|jwt|session id|sid)$/
