import type { Node } from '../ast/nodes.js'
import type { Path } from '../ast/paths.js'
import type { Variable } from '../ast/variables.js'
import type { FileContext } from './file-context.js'
import type { Handlers } from './handlers.js'
import { isGivenSession, isSessionPlace } from './session-places.js'
import { throughFunctions } from './through-functions.js'

/** Whether paths lead to sessions: a parameter that is used a thousand times has one path. */
const known = new WeakMap<Path, boolean>()

/** Whether an expression is the session of a handler, and nothing inside it. */
export function isWholeSession(node: Node | undefined, context: FileContext, handlers: Handlers): boolean {
  const path = node && context.bindings.resolve(node)
  return path !== undefined && isPathOfSession(path, context, handlers)
}

/** Whether what a variable holds is the session of a handler. */
export function holdsSession(variable: Variable, context: FileContext, handlers: Handlers): boolean {
  return isPathOfSession(context.bindings.resolveVariable(variable), context, handlers)
}

function isPathOfSession(path: Path, context: FileContext, handlers: Handlers): boolean {
  const isSession = known.get(path) ?? leadsToSession(path, context, handlers)
  known.set(path, isSession)
  return isSession
}

function leadsToSession(path: Path, context: FileContext, handlers: Handlers): boolean {
  if (isGivenSession(context, throughFunctions(context, path))) return true
  const handed = handlers.objectOf(path)
  return handed !== undefined && isSessionPlace(handed.steps)
}
