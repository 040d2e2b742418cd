import type { Node } from '../ast/nodes.js'
import type { Path } from '../ast/paths.js'
import type { FileContext } from './file-context.js'
import type { Handlers } from './handlers.js'
import { isGivenSession, isSessionPlace } from './session-places.js'
import { throughFunctions } from './through-functions.js'

/** Whether paths lead to sessions: a parameter that is used a thousand times has one path. */
const known = new WeakMap<Path, boolean>()

/** Whether an expression is the session of a handler, and nothing inside it. */
export function isWholeSession(node: Node | undefined, context: FileContext, handlers: Handlers): boolean {
  const path = node && context.bindings.resolve(node)
  if (!path) return false
  const isSession = known.get(path) ?? leadsToSession(path, context, handlers)
  known.set(path, isSession)
  return isSession
}

function leadsToSession(path: Path, context: FileContext, handlers: Handlers): boolean {
  if (isGivenSession(context, throughFunctions(context, path))) return true
  const handed = handlers.objectOf(path)
  return handed !== undefined && isSessionPlace(handed.steps)
}
