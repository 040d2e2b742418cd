import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName, type Bindings } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { functionAround, isInside, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import type { Path } from '../ast/paths.js'
import { plainText } from '../ast/plain-text.js'
import { usesOf } from '../ast/variables.js'
import { walk } from '../ast/walk.js'
import type { JwtDecoded } from './events.js'
import type { SessionFile } from './file.js'
import { isGuard, namesAuthentication, registeredBefore } from './guards.js'
import { isOnlyLogged } from './logged-values.js'
import { wordsOf } from './names.js'
import { createRequestInput } from './request-input.js'

/** Whether what a decoded token says is trusted, although nothing in sight has verified it. */
export function isTrusted({ read, token }: JwtDecoded, file: SessionFile): boolean {
  const { context, handlers, purposes } = file
  const { bindings, options, sourceCode } = context
  const verifications = file.of('jwtVerified').filter(({ isForLater }) => !isForLater)
  const way = token ? createRequestInput(context, handlers).wayOf(token) : []
  if (!way || !saysWhoItIs(read, bindings, isBesideToken)) return false
  const scopes = [read, ...way].map(scopeOf)
  return !scopes.some((scope) => isVerifiedIn(scope) || isGuarded(scope)) && !mayBeVerifiedElsewhere(scopes[0])

  /** The handler around a node, or the function that does the work at once: callbacks run in it. */
  function scopeOf(node: Node): FunctionNode | undefined {
    let at = functionAround(node)
    while (at && !handlers.isHandler(at) && wrapped(at).parent?.type === 'CallExpression' && functionAround(at)) at = functionAround(at)
    return at
  }

  /** Whether the same token is verified as well, before or after: the key may be found by what it says. */
  function isVerifiedIn(scope: FunctionNode | undefined): boolean {
    const within = scope ?? sourceCode.ast
    if (verifications.some(({ node, tokens }) => isInside(node, within) && (tokens?.some(isSameToken) ?? true))) return true
    let found = false
    walk(within, sourceCode.visitorKeys, (node) => {
      found ||= node.type === 'CallExpression' && VERIFYING.test(wordsOf(lastName(node.callee) ?? '')) && node.arguments.some(isToken)
      return !found
    })
    return found
  }

  /** A token, or an object with it: `verifyIdToken({ idToken: token })`. */
  function isToken(argument: Node): boolean {
    if (isSameToken(argument) || isRequest(argument)) return true
    const given = options.read(argument)
    return given.names.seen.some((name) => given.expressions(name)?.some(isSameToken) === true)
  }

  function isSameToken(other: Node): boolean {
    if (!token) return true
    const [one, two] = [bindings.resolve(token), bindings.resolve(other)]
    return one && two ? isSamePath(one, two) : plainText(token, sourceCode) === plainText(other, sourceCode)
  }

  /** `refresh:${claims.sub}:${token}`: what nobody finds but with the whole token. */
  function isBesideToken(claim: Node): boolean {
    const { parent } = wrapped(claim)
    return token !== undefined && parent?.type === 'TemplateLiteral' && parent.expressions.some(isSameToken)
  }

  function isRequest(argument: Node): boolean {
    const path = bindings.resolve(argument)
    const handed = path && handlers.objectOf(path)
    return handed?.steps.length === 0 && (handed.object === 'request' || handed.object === 'context')
  }

  /** Whether something runs before a handler that may have verified the token. */
  function isGuarded(scope: FunctionNode | undefined): boolean {
    return scope !== undefined && purposes.registeredWith(scope).middlewares.some(namesAuthentication)
  }

  /** `router.use(authenticate)`; and where the file verifies tokens, a handler that is registered elsewhere may be behind that. */
  function mayBeVerifiedElsewhere(scope: FunctionNode | undefined): boolean {
    const places = scope ? handlers.placesOf(scope) : []
    if (!places.some((place) => handlers.registrationOf(place)) && verifications.length > 0) return true
    return registeredBefore(scope, context, handlers, purposes).some((argument) => isGuard(argument) || verifies(argument))
  }

  /** `app.use(expressjwt(options))`, and a middleware that is written there. */
  function verifies(argument: Node): boolean {
    return verifications.some(({ node }) => isInside(node, argument))
  }
}

/** Whether the function around a verification looks by itself at when the token ends, or verifies it in another way as well. */
export function looksAtEnd(node: Node, file: SessionFile): boolean {
  const { sourceCode } = file.context
  const scope = functionAround(node)
  if (!scope) return false
  if (file.of('jwtVerified').some((other) => other.node !== node && !other.ignoringExpiry && isInside(other.node, scope))) return true
  let found = false
  walk(scope, sourceCode.visitorKeys, (at) => {
    // What the verification is given may be called so as well: `exp: false`.
    if (at.type === 'CallExpression' && isInside(node, at.callee)) return false
    const name = at.type === 'MemberExpression' ? memberName(at) : at.type === 'Property' ? propertyName(at) : undefined
    found ||= name === 'exp'
    return !found
  })
  return found
}

/** Whether anything is read from a token but when it ends, who has made it and which key it names, and what a test leaves out. */
function saysWhoItIs(read: Node, bindings: Bindings, isLeftOut: (claim: Node) => boolean): boolean {
  return pathsRead(read).some((path) => !path.some((name) => FORMAL.has(name)))

  /** The members that are read of a value, as far as it goes; an empty path where it goes somewhere as a whole. */
  function pathsRead(value: Node): readonly (readonly string[])[] {
    const at = wrapped(value)
    const { parent } = at
    switch (parent?.type) {
      case 'AwaitExpression':
        return pathsRead(parent)
      case 'LogicalExpression':
        return isTested(parent) ? [] : pathsRead(parent)
      case 'MemberExpression':
        return parent.object === at ? pathsBehind(memberName(parent) ?? '', parent) : [[]]
      case 'VariableDeclarator':
        return parent.id.type === 'Identifier' ? pathsOfName(parent.id) : pathsIn(parent.id, pathsOfPart)
      case 'AssignmentExpression':
        return parent.left.type === 'Identifier' && parent.right === at ? pathsOfName(parent.left) : [[]]
      case 'ExpressionStatement':
        return []
      default:
        return isTested(at) || isOnlyLogged(at) ? [] : [[]]
    }
  }

  function pathsBehind(name: string, member: Node): readonly (readonly string[])[] {
    if (isLeftOutWithAll(member)) return []
    const further = pathsRead(member)
    return further.length > 0 ? further.map((path) => [name, ...path]) : [[name]]
  }

  /** Whether a value tells nobody who it is, whatever is read of it. */
  function isLeftOutWithAll(value: Node): boolean {
    const at = wrapped(value)
    const { parent } = at
    return isOnlyLogged(at) || isLeftOut(at) || (parent?.type === 'MemberExpression' && parent.object === at && isLeftOutWithAll(parent))
  }

  /** The same for what a pattern takes out of the token: where nothing more is read of it, it is read itself. */
  function pathsOfPart(name: TSESTree.Identifier): readonly (readonly string[])[] {
    const uses = usesOf(bindings.variable(name))
    const telling = uses.filter((use) => !isLeftOutWithAll(use))
    const further = telling.flatMap(pathsRead)
    return further.length === 0 && (uses.length === 0 || telling.length > 0) ? [[]] : further
  }

  function pathsOfName(name: TSESTree.Identifier): readonly (readonly string[])[] {
    return usesOf(bindings.variable(name)).flatMap(pathsRead)
  }
}

/** What says nothing about a user: claims that are there for the token's own sake, and how long a text is. */
const FORMAL = new Set(['header', 'exp', 'iat', 'nbf', 'jti', 'iss', 'aud', 'azp', 'kid', 'alg', 'typ', 'cnf', 'length'])

/** The members that a pattern takes, with those that are read of what it takes. */
function pathsIn(pattern: Node, pathsOfPart: (name: TSESTree.Identifier) => readonly (readonly string[])[]): readonly (readonly string[])[] {
  if (pattern.type === 'AssignmentPattern') return pathsIn(pattern.left, pathsOfPart)
  if (pattern.type === 'Identifier') return pathsOfPart(pattern)
  if (pattern.type !== 'ObjectPattern') return [[]]
  return pattern.properties.flatMap((property) =>
    property.type === 'Property' ? pathsIn(property.value, pathsOfPart).map((path) => [propertyName(property) ?? '', ...path]) : [[]],
  )
}

/** `if (!decoded)`, `decoded === null`: only whether there is one. */
function isTested(value: Node): boolean {
  const { parent } = wrapped(value)
  switch (parent?.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test === value
    case 'UnaryExpression':
      return parent.operator === '!' || parent.operator === 'typeof'
    case 'BinaryExpression':
      return [parent.left, parent.right].some((side) => side.type === 'Literal' || (side.type === 'Identifier' && side.name === 'undefined'))
    case 'LogicalExpression':
      return isTested(parent)
    default:
      return false
  }
}

function isSamePath(one: Path, two: Path): boolean {
  const [a, b] = [one.root, two.root]
  if (a.kind !== b.kind || one.steps.join('.') !== two.steps.join('.')) return false
  if (a.kind === 'parameter' && b.kind === 'parameter') return a.function === b.function && a.index === b.index
  if (a.kind === 'variable' && b.kind === 'variable') return a.variable === b.variable
  return a.kind === 'this' || ('name' in a && 'name' in b && a.name === b.name)
}

const VERIFYING = /\b(?:verify|verifies|verified|verification|validate|validates|authenticate|introspect|check|assert|is valid|get signing key|is revoked)\b/

