import type { TSESTree } from '@typescript-eslint/utils'
import { byPlace } from '../ast/by-place.js'
import { lastName } from '../ast/last-name.js'
import { nodesOf } from '../ast/nodes-of.js'
import { functionAround, functionsAround, isFunction, unwrap, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { onDemand } from '../ast/on-demand.js'
import { plainText } from '../ast/plain-text.js'
import { exportedNames } from './exported-names.js'
import type { FileContext } from './file-context.js'
import type { Handlers } from './handlers.js'
import { namesLogout } from './names.js'
import type { Purposes } from './purposes.js'

/** Which functions of a file run when users log out, and which can't. */
export interface LogoutReach {
  /** The function that logs out, with those that it calls, and those that call it if it is only a helper. */
  functionsFrom(logout: FunctionNode): readonly FunctionNode[]
  /** Whether code surely runs at another time: on another route, on a timer, for a record that is too old, at the start. */
  isElsewhere(node: Node, reach: readonly FunctionNode[]): boolean
}

/** What registers handlers that run before others. */
const MIDDLEWARES = new Set(['use', 'addHook', 'on', 'param', 'all', 'createServer', 'createSecureServer'])

const ITERATORS = new Set(['forEach', 'map', 'filter', 'some', 'every', 'find', 'reduce', 'flatMap'])

const TIMERS = new Set(['setInterval', 'setTimeout'])

/** Words by which a condition asks for the age of a record. */
const AGE = /expir|Date\.now\(|new Date|maxAge|\bttl\b|older|stale|created_?At|last_?(?:Seen|Access|Activity|Used)|timeout|idle/i

export function createLogoutReach(
  { bindings, sourceCode }: FileContext,
  handlers: Handlers,
  purposes: Purposes,
): LogoutReach {
  const known = new Map<FunctionNode, readonly FunctionNode[]>()
  const callsIn = onDemand(() => byPlace(nodesOf(sourceCode, 'CallExpression'), (call) => call))

  return { functionsFrom, isElsewhere }

  function functionsFrom(logout: FunctionNode): readonly FunctionNode[] {
    const found = new Set<FunctionNode>()
    const waiting = [logout, ...callersOf(logout, new Set())]
    for (let at = waiting.pop(); at; at = waiting.pop()) {
      if (found.has(at)) continue
      found.add(at)
      for (const called of calledIn(at)) waiting.push(called)
    }
    return [...found]
  }

  /** A helper that clears the cookie is a part of what its callers do. */
  function callersOf(callable: FunctionNode, seen: Set<FunctionNode>): FunctionNode[] {
    if (seen.has(callable) || handlers.isHandler(callable)) return []
    seen.add(callable)
    return (bindings.entries(callable) ?? []).flatMap((use) => {
      const caller = functionAround(use)
      return caller ? [caller, ...callersOf(caller, seen)] : []
    })
  }

  function calledIn(callable: FunctionNode): readonly FunctionNode[] {
    const called = known.get(callable) ?? callsIn()(callable).flatMap((call) => [call.callee, ...call.arguments].flatMap((node) => bindings.function(node) ?? []))
    known.set(callable, called)
    return called
  }

  function isElsewhere(node: Node, reach: readonly FunctionNode[], seen: readonly FunctionNode[] = []): boolean {
    if (isForOldRecords(node)) return true
    const callable = functionAround(node)
    if (!callable) return true
    if (reach.includes(callable) || seen.includes(callable)) return false
    const call = wrapped(callable).parent
    if (call?.type === 'CallExpression' && call.callee !== wrapped(callable)) {
      if (isNamed(call.callee, TIMERS)) return true
      if (isNamed(call.callee, ITERATORS)) return isElsewhere(call, reach, seen)
    }
    if (handlers.isHandler(callable)) return isOtherRoute(callable, reach)
    const entries = bindings.entries(callable)
    // What nobody calls and no other file gets never runs; who gets an object with a method, nobody sees.
    const isUnseen = !entries || (entries.length === 0 && callable.parent.type === 'MethodDefinition')
    if (isUnseen || exportedNames(callable, bindings).length > 0) return false
    return entries.every((entry) => isEnteredElsewhere(entry, reach, [...seen, callable]))
  }

  function isEnteredElsewhere(entry: Node, reach: readonly FunctionNode[], seen: readonly FunctionNode[]): boolean {
    const call = wrapped(entry).parent
    if (call?.type !== 'CallExpression') return false
    return call.callee === wrapped(entry) ? isElsewhere(call, reach, seen) : isNamed(call.callee, TIMERS)
  }

  /** Whether a handler answers other requests than the logout does, and not all of them before it. */
  function isOtherRoute(callable: FunctionNode, reach: readonly FunctionNode[]): boolean {
    if (functionsAround(callable).some((outer) => reach.includes(outer)) || purposes.hasNameAround(callable.body, namesLogout)) return false
    const own = registrationsOf(callable)
    const ofLogout = reach.flatMap(registrationsOf)
    return !own.some((call) => isNamed(call.callee, MIDDLEWARES) || ofLogout.includes(call))
  }

  function registrationsOf(callable: FunctionNode): TSESTree.CallExpression[] {
    return handlers.placesOf(callable).flatMap((place) => handlers.registrationOf(place) ?? [])
  }

  /** `if (session.expiresAt < Date.now()) sessions.delete(id)` */
  function isForOldRecords(node: Node): boolean {
    for (let at: Node = node; at.parent && !isFunction(at); at = at.parent) {
      const { parent }: Node = at
      if ((parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') && parent.test !== at && AGE.test(plainText(parent.test, sourceCode))) return true
      if (parent.type === 'LogicalExpression' && parent.right === at && AGE.test(plainText(parent.left, sourceCode))) return true
    }
    return false
  }
}

function isNamed(callee: Node, names: ReadonlySet<string>): boolean {
  const called = unwrap(callee)
  return called.type !== 'CallExpression' && names.has(lastName(called) ?? '')
}
