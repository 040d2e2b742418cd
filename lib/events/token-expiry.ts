import type { TSESTree } from '@typescript-eslint/utils'
import type { Bindings } from '../ast/bindings.js'
import { returnedBy } from '../ast/flow.js'
import { lastName } from '../ast/last-name.js'
import { unwrap, type Node } from '../ast/nodes.js'
import { plainText } from '../ast/plain-text.js'
import { isSessionIdName } from './cookie-role.js'
import { spelledBy } from './cookie-values.js'
import type { FileContext } from './file-context.js'
import { wordsOf } from './names.js'
import type { JwtEvent } from './read-jwts.js'
import { pieceOfToken } from './token-pieces.js'

/** Words by which the code that makes a token gives it an end. */
const EXPIRY = /\b(?:expiresIn|\w*exp|expires|expiresAt|setExpirationTime|maxAge|ttl)\b/

/** What none of these words is without. */
const BAIT = /exp|maxAge|ttl/i

/** Code that makes the value in sight: what it doesn't say about an end isn't said elsewhere. */
const MADE_HERE = /random|uuid|nanoid|uid\(|\bsign(?:Async|Sync)?\(/i

const DEEPEST = 8

/**
 * Tells whether the value of a cookie may end by itself, as a JWT with `exp` does. Where the value comes from is
 * followed through constants and functions of the file; of a token that a library signs here its end is known, and
 * one from elsewhere may expire. A value with such a token in it counts as one.
 */
export function createTokenExpiry({ bindings, sourceCode }: FileContext, jwts: readonly JwtEvent[]): (value: Node | undefined) => boolean {
  const lifetimes = new Map(jwts.flatMap((event) => (event.type === 'jwtSigned' ? event.made.map((made) => [made, event.lifetime] as const) : [])))
  /** What has been looked at for the value at hand, which may hold the same thing in many places. */
  const seen = new Set<Node>()
  return (value) => {
    seen.clear()
    return value !== undefined && readExpiry(value, DEEPEST)
  }

  function readExpiry(value: Node, depth: number): boolean {
    const expression = unwrap(value)
    if (depth === 0 || seen.has(expression)) return false
    seen.add(expression)
    switch (expression.type) {
      case 'AwaitExpression':
        return readExpiry(expression.argument, depth)
      case 'Identifier': {
        const held = heldBy(expression, bindings)
        if (!held) return isToken(expression) || mayPieceExpire(expression, depth)
        return readExpiry(held, depth - 1) || (isToken(expression) && !MADE_HERE.test(plainText(held, sourceCode)))
      }
      case 'CallExpression':
        return readExpiryOfCall(expression, depth)
      case 'MemberExpression':
        return isToken(expression) || mayPieceExpire(expression, depth)
      default:
        return partsOf(expression).some((part) => readExpiry(part, depth - 1))
    }
  }

  /** `signature` in `const [, , signature] = token.split('.')` */
  function mayPieceExpire(expression: Node, depth: number): boolean {
    const piece = pieceOfToken(expression, { bindings, sourceCode })
    return piece !== undefined && readExpiry(piece.token, depth - 1)
  }

  function namesExpiry(part: Node): boolean {
    return BAIT.test(sourceCode.getText(part)) && EXPIRY.test(plainText(part, sourceCode))
  }

  function readExpiryOfCall(call: TSESTree.CallExpression, depth: number): boolean {
    const lifetime = lifetimes.get(call)
    if (lifetime && lifetime.state !== 'endless') return true
    const held = call.arguments.map((argument) => heldBy(argument, bindings))
    if ([call, ...held].some((part) => part && namesExpiry(part))) return true
    const inside = spelledBy(call)
    if (inside) return readExpiry(inside, depth - 1)
    const callable = bindings.function(call.callee)
    if (!callable) return isToken(call)
    return returnedBy(callable, sourceCode.visitorKeys).some((returned) => returned && readExpiry(returned, depth - 1))
  }
}

/** What a value is put together from, or is one of: `Bearer ${token}`, `{ token, csrf }`. */
function partsOf(expression: Node): readonly Node[] {
  switch (expression.type) {
    case 'TemplateLiteral':
      return expression.expressions
    case 'BinaryExpression':
    case 'LogicalExpression':
      return [expression.left, expression.right]
    case 'ConditionalExpression':
      return [expression.consequent, expression.alternate]
    case 'ObjectExpression':
      return expression.properties.flatMap((property) => (property.type === 'Property' ? [property.value] : []))
    default:
      return []
  }
}

function heldBy(node: Node, bindings: Bindings): Node | undefined {
  const identifier = unwrap(node)
  const variable = identifier.type === 'Identifier' ? bindings.variable(identifier) : undefined
  return variable && bindings.value(variable)
}

/** A token, by its name, that is no session ID: nobody can say here what is in it. */
function isToken(expression: Node): boolean {
  const name = lastName(expression)
  if (name === undefined) return false
  const words = wordsOf(name)
  if (/\b[cx]srf\b/.test(words)) return false
  return /\bjwt\b/.test(words) || (/\b(?:tokens?|access|refresh|bearer|auth)\b/.test(words) && !isSessionIdName(name))
}
