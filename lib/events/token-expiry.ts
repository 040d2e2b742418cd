import type { Bindings } from '../ast/bindings.js'
import { returnedBy } from '../ast/flow.js'
import { lastName } from '../ast/last-name.js'
import { unwrap, type Node } from '../ast/nodes.js'
import { isSessionIdName } from './cookie-role.js'
import type { FileContext } from './file-context.js'
import { wordsOf } from './names.js'

/** Words by which the code that makes a token gives it an end. */
const EXPIRY = /\b(?:expiresIn|\w*exp|expires|expiresAt|setExpirationTime|maxAge|ttl)\b/

/** Code that makes the value in sight: what it doesn't say about an end isn't said elsewhere. */
const MADE_HERE = /random|uuid|nanoid|uid\(|\bsign(?:Async|Sync)?\(/i

const DEEPEST = 4

/**
 * Whether the value of a cookie may end by itself, as a JWT with `exp` does. Where the value comes
 * from is followed through constants and functions of the file; a token from elsewhere may expire.
 */
export function mayExpire(value: Node | undefined, context: FileContext): boolean {
  return value !== undefined && readExpiry(value, context, DEEPEST)
}

function readExpiry(value: Node, context: FileContext, depth: number): boolean {
  const { bindings, sourceCode } = context
  const expression = unwrap(value)
  if (depth === 0) return false
  switch (expression.type) {
    case 'AwaitExpression':
      return readExpiry(expression.argument, context, depth)
    case 'Identifier': {
      const held = heldBy(expression, bindings)
      if (!held) return isToken(expression)
      return readExpiry(held, context, depth - 1) || (isToken(expression) && !MADE_HERE.test(sourceCode.getText(held)))
    }
    case 'CallExpression': {
      if ([expression, ...expression.arguments.map((argument) => heldBy(argument, bindings))].some((part) => part && EXPIRY.test(sourceCode.getText(part)))) return true
      const callable = bindings.function(expression.callee)
      if (!callable) return isToken(expression)
      return returnedBy(callable, sourceCode.visitorKeys).some((returned) => returned && readExpiry(returned, context, depth - 1))
    }
    default:
      return isToken(expression)
  }
}

function heldBy(identifier: Node, bindings: Bindings): Node | undefined {
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
