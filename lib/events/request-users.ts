import { memberName, propertyName } from '../ast/bindings.js'
import { byPlace } from '../ast/by-place.js'
import { callsNamed } from '../ast/calls-named.js'
import { nodesOf } from '../ast/nodes-of.js'
import { functionsAround, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { onDemand } from '../ast/on-demand.js'
import { onceForEach, onceForName } from '../ast/once-for-each.js'
import type { FileContext } from './file-context.js'
import { isGuard, namesAuthentication, registeredBefore } from './guards.js'
import type { Handlers } from './handlers.js'
import { isIdentity, namesGuard, wordsOf } from './names.js'
import type { Purposes } from './purposes.js'
import { isSessionPlace } from './session-places.js'

/** Tells what handlers know of the users whose requests they answer. */
export interface RequestUsers {
  /** Whether the handler around a place decides who the user is: it writes `req.user`, or the session of the request. */
  areDecidedAt(node: Node): boolean
  /** Whether the user is known there by other means: the handler reads `req.user`, or a guard runs before it. */
  areKnownAt(node: Node): boolean
}

export function createRequestUsers(context: FileContext, handlers: Handlers, purposes: Purposes): RequestUsers {
  const { bindings, sourceCode } = context
  const writes = onDemand(() => byPlace<Node>(nodesOf(sourceCode, 'AssignmentExpression').filter(({ left }) => isUserOrSession(left)), (node) => node))
  const reads = onDemand(() => byPlace<Node>(readCandidates().filter(isUser), (node) => node))
  const isGuarded = onceForEach((handler: FunctionNode) => {
    const { middlewares } = purposes.registeredWith(handler)
    return middlewares.some(namesGuarding) || registeredBefore(handler, context, handlers, purposes).some(isGuard)
  })

  return {
    areDecidedAt(node) {
      const handler = handlerAround(node)
      return handler !== undefined && writes()(handler).length > 0
    },
    areKnownAt(node) {
      const handler = handlerAround(node)
      return handler !== undefined && (reads()(handler).length > 0 || isGuarded(handler))
    },
  }

  /** The handler around a place; else the whole of the function that it is in. */
  function handlerAround(node: Node): FunctionNode | undefined {
    const around = functionsAround(node)
    return around.find(handlers.isHandler) ?? around.at(-1)
  }

  /** `req.user`, `const { user } = req`, `({ user }) => …`, `c.get('user')` */
  function readCandidates(): readonly Node[] {
    const isNamed = onceForName(namesUser)
    return [
      ...nodesOf(sourceCode, 'MemberExpression').filter((node) => isNamed(memberName(node) ?? '') && !isWritten(node)),
      ...nodesOf(sourceCode, 'Property').flatMap((property) => (property.parent.type === 'ObjectPattern' && isNamed(propertyName(property) ?? '') ? [property.value] : [])),
      ...callsNamed(sourceCode, (name) => name === 'get'),
    ]
  }

  function isUser(node: Node): boolean {
    const steps = stepsBehind(node)
    return steps !== undefined && !INPUT.has(steps[0] ?? '') && steps.some(namesUser)
  }

  function isUserOrSession(target: Node): boolean {
    const steps = target.type === 'MemberExpression' ? stepsBehind(target) : undefined
    if (!steps) return false
    const last = steps.at(-1) ?? ''
    return isSessionPlace(steps) || steps.join('.') === 'sessionID' || (!INPUT.has(steps[0] ?? '') && namesUser(last))
  }

  /** The members behind the objects of a handler. */
  function stepsBehind(node: Node): readonly string[] | undefined {
    const path = bindings.resolve(node)
    const handed = path && handlers.objectOf(path)
    if (!handed) return undefined
    return /^req(?:uest)?$/.test(handed.steps[0] ?? '') ? handed.steps.slice(1) : handed.steps
  }
}

/** What whoever sends the request says about himself. */
const INPUT: ReadonlySet<string> = new Set([
  'body', 'payload', 'json', 'formData', 'parseBody', 'query', 'queries', 'querystring', 'url', 'nextUrl', 'params', 'param', 'headers', 'header', 'cookies', 'signedCookies',
])

function namesUser(name: string): boolean {
  return isIdentity(name) || name === 'auth'
}

function isWritten(node: Node): boolean {
  const { parent } = wrapped(node)
  return parent?.type === 'AssignmentExpression' && parent.left === wrapped(node)
}

function namesGuarding(name: string): boolean {
  return namesGuard(name) || namesAuthentication(name) || /\bapi ?key\b/.test(wordsOf(name))
}
