import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { functionsAround, unwrap, unwrapAwait, type Node } from '../ast/nodes.js'
import { patternAround } from '../ast/patterns.js'
import { writesOf } from '../ast/variables.js'
import { isSessionIdName, isTokenName } from './cookie-role.js'
import { isCredentialHeader, stepsInRequest } from './credentials.js'
import type { SessionEvent } from './events.js'
import type { FileContext } from './file-context.js'
import type { Handlers } from './handlers.js'
import { idNameOf, isOtherKind } from './id-names.js'
import type { Match } from './match.js'
import { wordsOf } from './names.js'
import type { Purposes } from './purposes.js'
import type { CookieRead } from './request-cookies.js'
import { tokensOfCallback } from './token-purposes.js'

/** What is written to a variable in this many places or more, nobody looks at. */
const MOST_WRITES = 8

const DEEPEST = 3

/** Tells a token by where it comes from, whatever it is called. */
export interface TokenOrigins {
  /** Whether a handler has signed it, or the request has brought it. */
  isToken(node: Node): boolean
  /** Whether it is a session ID that the request has brought in a cookie. */
  isSessionId(node: Node): boolean
  /** Whether the file reads any session ID from a cookie by a call. */
  readonly readsSessionIds: boolean
}

export function createTokenOrigins(
  { bindings }: FileContext,
  handlers: Handlers,
  purposes: Purposes,
  matches: readonly Match[],
  reads: readonly CookieRead[],
  jwts: readonly SessionEvent[],
): TokenOrigins {
  const made = jwts.flatMap((event) => (event.type === 'jwtSigned' ? event.made : []))
  const signed = new Set(made)
  const handed = new Set(made.flatMap(tokensOfCallback).map((token) => bindings.variable(token)))
  const credentials = reads.filter(({ name }) => namesCredential(name))
  const read = new Set([...credentials, ...matches.filter(isHeaderRead)].map(({ node }) => node))
  const ids = new Set(credentials.filter(({ name }) => isSessionIdName(name)).map(({ node }) => node))
  return {
    isToken: (node) => valuesOf(node, DEEPEST).some((value) => isSigned(value, node) || isBrought(value) || isRead(value, read)),
    readsSessionIds: ids.size > 0,
    isSessionId: (node) => valuesOf(node, DEEPEST).some((value) => isInCookie(stepsTo(value) ?? [], isSessionIdName) || isRead(value, ids)),
  }

  /** What an expression may be: itself, what is written to its variable, and each branch of a choice. */
  function valuesOf(node: Node, depth: number): readonly Node[] {
    const expression = unwrap(node)
    if (depth === 0) return [expression]
    switch (expression.type) {
      case 'Identifier':
        return [expression, ...writtenTo(expression).flatMap((value) => valuesOf(value, depth - 1))]
      case 'LogicalExpression':
        return [expression.left, expression.right].flatMap((part) => valuesOf(part, depth - 1))
      case 'ConditionalExpression':
        return [expression.consequent, expression.alternate].flatMap((part) => valuesOf(part, depth - 1))
      default:
        return [expression]
    }
  }

  function writtenTo(name: TSESTree.Identifier): readonly Node[] {
    const variable = bindings.variable(name)
    const writes = variable ? writesOf(variable) : []
    if (writes.length > MOST_WRITES) return []
    return writes.flatMap(({ identifier, writeExpr }) => (writeExpr && patternAround(identifier) === identifier ? [writeExpr] : []))
  }

  function isSigned(given: Node, shown: Node): boolean {
    const value = unwrap(given)
    const call = unwrapAwait(value)
    const isToken = signed.has(call) || (value.type === 'Identifier' && handed.has(bindings.variable(value)))
    // A command may be there to print one.
    return isToken && functionsAround(shown).some(handlers.isHandler) && !isOtherKind([lastName(unwrap(shown)) ?? '', ...purposes.namesAround(shown)], 'token')
  }

  /** `getCookie(c, 'token')`, `(await cookies()).get('token')?.value` */
  function isRead(node: Node, read: ReadonlySet<Node>): boolean {
    const value = unwrap(node)
    const cookie = value.type === 'MemberExpression' && memberName(value) === 'value' ? unwrap(bindings.held(value.object)) : value
    return read.has(cookie)
  }

  function isBrought(node: Node): boolean {
    const steps = stepsTo(node)
    return steps !== undefined && (isInCookie(steps) || (IN_HEADER.test(steps.join('.')) && !isPiece(unwrap(bindings.held(node)))))
  }

  function stepsTo(node: Node): readonly string[] | undefined {
    const path = bindings.resolve(unwrap(node))
    const steps = path && stepsInRequest(path, handlers)
    return /^req(?:uest)?$/.test(steps?.[0] ?? '') ? steps?.slice(1) : steps
  }
}

/** What is taken out of the header, which is the token but for the first word: `req.headers.authorization.split(' ')[1]`. */
const IN_HEADER =
  /^(?:(?:headers?\.(?:get\.)?|get\.|header\.)(?:authorization|\('authorization'\))|authorizationToken)\.(?:split\.\([^)]*\)\.[1-9]|(?:replace|slice|substring|substr)\.\([^)]*\))(?:\.trim\.\(\))?$/i

/** `header.slice(0, 12)` */
function isPiece(node: Node): boolean {
  return node.type === 'CallExpression' && /^(?:slice|substring|substr)$/.test(lastName(node.callee) ?? '') && node.arguments.length > 1
}

/** `getHeader(event, 'authorization')` */
function isHeaderRead({ pattern, text }: Match): boolean {
  const name = pattern.emits === 'headerRead' ? text(pattern.roles.name) : undefined
  return name?.state === 'known' && isCredentialHeader(name.value)
}

/** `req.cookies.token` */
function isInCookie([jar = '', name, ...further]: readonly string[], isName = namesCredential): boolean {
  return /^(?:cookies|signedCookies)$/.test(jar) && name !== undefined && further.length === 0 && namesCredential(name) && isName(name)
}

/** Whether a cookie is that of a token, or of a session. */
function namesCredential(name: string): boolean {
  return isTokenName(name) || idNameOf(name) === 'id' || /^(?:sess|session)$/.test(wordsOf(name))
}
