import { lastName } from '../ast/last-name.js'
import { functionsAround, unwrap, type Node } from '../ast/nodes.js'
import { isTokenName } from './cookie-role.js'
import type { SessionEvent } from './events.js'
import type { FileContext } from './file-context.js'
import type { Handlers } from './handlers.js'
import { isOtherKind } from './id-names.js'
import { wordsOf } from './names.js'
import type { Purposes } from './purposes.js'

/** Tells a token by where it comes from, whatever it is called: a handler has signed it, or the request has brought it. */
export function createTokenOrigins({ bindings }: FileContext, handlers: Handlers, purposes: Purposes, jwts: readonly SessionEvent[]): (node: Node) => boolean {
  const signed = new Set(jwts.flatMap((event) => (event.type === 'jwtSigned' ? event.made : [])))
  return (node) => isSigned(node) || isBrought(node)

  function isSigned(node: Node): boolean {
    const value = unwrap(bindings.held(node))
    const call = value.type === 'AwaitExpression' ? unwrap(value.argument) : value
    // A command may be there to print one.
    return signed.has(call) && functionsAround(node).some(handlers.isHandler) && !isOtherKind([lastName(unwrap(node)) ?? '', ...purposes.namesAround(node)], 'token')
  }

  function isBrought(node: Node): boolean {
    const path = bindings.resolve(unwrap(node))
    const handed = path && handlers.objectOf(path)
    if (handed?.object !== 'request' && handed?.object !== 'context') return false
    const [first = ''] = handed.steps
    const steps = /^req(?:uest)?$/.test(first) ? handed.steps.slice(1) : handed.steps
    return isInCookie(steps) || (IN_HEADER.test(steps.join('.')) && !isPiece(unwrap(bindings.held(node))))
  }
}

/** What is taken out of the header, which is the token but for the first word: `req.headers.authorization.split(' ')[1]`. */
const IN_HEADER =
  /^(?:headers?\.(?:get\.)?|get\.|header\.)(?:authorization|\('authorization'\))\.(?:split\.\([^)]*\)\.[1-9]|(?:replace|slice|substring|substr)\.\([^)]*\))(?:\.trim\.\(\))?$/i

/** `header.slice(0, 12)` */
function isPiece(node: Node): boolean {
  return node.type === 'CallExpression' && /^(?:slice|substring|substr)$/.test(lastName(node.callee) ?? '') && node.arguments.length > 1
}

/** `req.cookies.token` */
function isInCookie([jar = '', name, ...further]: readonly string[]): boolean {
  if (!/^(?:cookies|signedCookies)$/.test(jar) || name === undefined || further.length > 0) return false
  return isTokenName(name) || /^(?:connect sid|sess|session|session token)$/.test(wordsOf(name))
}
