import type { TSESTree } from '@typescript-eslint/utils'
import type { Bindings } from '../ast/bindings.js'
import { returnedBy } from '../ast/flow.js'
import { lastName } from '../ast/last-name.js'
import { unwrap, type Node } from '../ast/nodes.js'
import { plainText } from '../ast/plain-text.js'
import { isSessionIdName } from './cookie-role.js'
import type { FileContext } from './file-context.js'
import { wordsOf } from './names.js'
import type { JwtEvent } from './read-jwts.js'

/** Words by which the code that makes a token gives it an end. */
const EXPIRY = /\b(?:expiresIn|\w*exp|expires|expiresAt|setExpirationTime|maxAge|ttl)\b/

/** Code that makes the value in sight: what it doesn't say about an end isn't said elsewhere. */
const MADE_HERE = /random|uuid|nanoid|uid\(|\bsign(?:Async|Sync)?\(/i

const DEEPEST = 4

/**
 * Tells whether the value of a cookie may end by itself, as a JWT with `exp` does. Where the value comes from is
 * followed through constants and functions of the file; of a token that a library signs here its end is known, and
 * one from elsewhere may expire.
 */
export function createTokenExpiry({ bindings, sourceCode }: FileContext, jwts: readonly JwtEvent[]): (value: Node | undefined) => boolean {
  const lifetimes = new Map(jwts.flatMap((event) => (event.type === 'jwtSigned' ? event.made.map((made) => [made, event.lifetime] as const) : [])))
  return (value) => value !== undefined && readExpiry(value, DEEPEST)

  function readExpiry(value: Node, depth: number): boolean {
    const expression = unwrap(value)
    if (depth === 0) return false
    switch (expression.type) {
      case 'AwaitExpression':
        return readExpiry(expression.argument, depth)
      case 'Identifier': {
        const held = heldBy(expression, bindings)
        if (!held) return isToken(expression)
        return readExpiry(held, depth - 1) || (isToken(expression) && !MADE_HERE.test(plainText(held, sourceCode)))
      }
      case 'CallExpression':
        return readExpiryOfCall(expression, depth)
      default:
        return isToken(expression)
    }
  }

  function readExpiryOfCall(call: TSESTree.CallExpression, depth: number): boolean {
    const lifetime = lifetimes.get(call)
    if (lifetime && lifetime.state !== 'endless') return true
    const held = call.arguments.map((argument) => heldBy(argument, bindings))
    if ([call, ...held].some((part) => part && EXPIRY.test(plainText(part, sourceCode)))) return true
    const callable = bindings.function(call.callee)
    if (!callable) return isToken(call)
    return returnedBy(callable, sourceCode.visitorKeys).some((returned) => returned && readExpiry(returned, depth - 1))
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
  return /\bjwt\b/.test(words) || (/\b(?:tokens?|access|refresh|bearer|auth)\b/.test(words) && !isSessionIdName(name))
}
