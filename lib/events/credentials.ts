import { unwrap, type Node } from '../ast/nodes.js'
import { isCallStep, type Path } from '../ast/paths.js'
import { lastName } from '../ast/last-name.js'
import type { Form } from '../frameworks/framework.js'
import { isTokenName } from './cookie-role.js'
import type { FileContext } from './file-context.js'
import type { Handlers } from './handlers.js'
import type { Matcher } from './match.js'
import { wordsOf } from './names.js'
import { isPlaceWithId, isSessionPlace, sessionGiven } from './session-places.js'

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

export function createCredentials(context: FileContext, handlers: Handlers, { sessionLibrary }: Matcher): Credentials {
  const { bindings } = context
  return { credentialOf, showsId }

  function credentialOf(node: Node): Credential | undefined {
    const expression = unwrap(node)
    if (!READABLE.has(expression.type)) return undefined
    const path = bindings.resolve(expression)
    return (path && credentialAt(path)) ?? (isNamedToken(expression) && !isClaim(expression, path) ? 'token' : undefined)
  }

  function showsId(session: Node, form: Form): boolean {
    const path = bindings.resolve(unwrap(session))
    const server = path && handlers.objectOf(path)?.server
    const library = server === undefined ? undefined : sessionLibrary(server)
    return library?.framework.session?.showsId?.includes(form) === true
  }

  function credentialAt(path: Path): Credential | undefined {
    const { root, steps } = path
    // Where the session is in the cookie itself, its ID opens nothing.
    if (steps.at(-1) === 'id' && sessionGiven(context, { root, steps: steps.slice(0, -1) })?.kind === 'server') return 'id'
    if (root.kind === 'global') return root.name === 'document' && steps.join('.') === 'cookie' ? 'cookies' : undefined
    // `socket.handshake.auth.token`
    if (steps.length === 3 && steps[0] === 'handshake' && steps[1] === 'auth' && isTokenName(steps[2] ?? '')) return 'token'
    const handed = stepsInRequest(path, handlers)
    return handed && credentialIn(handed)
  }
}

/** The members behind the request that a path leads to; of a socket it is the one that has opened it: `socket.handshake.headers`. */
export function stepsInRequest(path: Path, handlers: Handlers): readonly string[] | undefined {
  if (path.root.kind === 'parameter' && path.steps[0] === 'handshake') return path.steps.slice(1)
  const handed = handlers.objectOf(path)
  return handed?.object === 'request' || handed?.object === 'context' ? handed.steps : undefined
}

function credentialIn(steps: readonly string[]): Credential | undefined {
  if (isSessionPlace(steps)) return 'session'
  if (isPlaceWithId(steps.slice(0, -1)) && ['id', 'sessionId'].includes(steps.at(-1) ?? '')) return 'id'
  const text = steps.join('.')
  if (/^(?:request\.|req\.)?sessionID$/.test(text)) return 'id'
  if (/^(?:req(?:uest)?\.)?(?:cookies|signedCookies)$/.test(text)) return 'cookies'
  return CREDENTIAL_HEADER.test(text) ? 'header' : undefined
}

/** Headers that carry what logs their reader in, those that programs make up for tokens among them. */
const HEADERS = 'cookie|authorization|(?:x-)?(?:access|auth|session)-token|x-(?:auth|jwt|token)'

/** Whether a header is one of them. */
export function isCredentialHeader(name: string): boolean {
  return new RegExp(`^(?:${HEADERS})$`, 'i').test(name)
}

const CREDENTIAL_HEADER = new RegExp(
  String.raw`^(?:req(?:uest)?\.)?(?:headers?\.(?:${HEADERS}|token)|headers?\.(?:get\.)?\('(?:${HEADERS})'\)|(?:get|header)\.\('(?:${HEADERS})'\))$`,
  'i',
)

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

const QUALIFIED = /^(?:(?:access|refresh|auth|authorization|id|session|user|login|bearer|jwt) ?token|jwt|session id|sid)$/

/** What a signed token says of its session, `req.user.sid` and `payload.sid`, is the number of a record, and lets nobody in. */
function isClaim(expression: Node, path: Path | undefined): boolean {
  if (wordsOf(lastName(expression) ?? '') !== 'sid') return false
  const written = expression.type === 'MemberExpression' ? lastName(expression.object) : undefined
  return [written, path?.steps.filter((step) => !isCallStep(step)).at(-2)].some((owner) => CLAIMS.test(wordsOf(owner ?? '')))
}

/** Where the claims of a token are, by what holds them or gives them. */
const CLAIMS = /^(?:(?:jwt|token|auth|decoded|verified) )*(?:user|auth|payload|claims|decoded|principal|(?:jwt )?verify(?: async)?|decode)$/
