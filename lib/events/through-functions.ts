import { returnedBy } from '../ast/flow.js'
import { isCallStep, type Path } from '../ast/paths.js'
import type { FileContext } from './file-context.js'

const known = new WeakMap<Path, Path>()

/** The path of what a function of this file returns: `await sessionOf(request)` may be `storage.getSession(header)`. */
export function throughFunctions(context: FileContext, path: Path): Path {
  if (path.root.kind !== 'variable') return path
  const found = known.get(path) ?? follow(context, path)
  known.set(path, found)
  return found
}

function follow({ bindings, sourceCode }: FileContext, path: Path): Path {
  const [call, ...steps] = path.steps
  const [definition] = path.root.kind === 'variable' && isCallStep(call) ? path.root.variable.defs : []
  const callable = definition && bindings.function(definition.name)
  const [value, another] = callable ? returnedBy(callable, sourceCode.visitorKeys) : []
  const returned = value && !another ? bindings.resolve(value) : undefined
  // What it is handed belongs to another function.
  return returned?.root.kind === 'module' ? { root: returned.root, steps: [...returned.steps, ...steps] } : path
}
