import { isCallStep, startsWithSteps, type Path } from '../ast/paths.js'
import { annotationOf } from '../ast/type-names.js'
import { nameOf } from './handler-types.js'
import type { Meaning } from '../frameworks/framework.js'
import type { Pattern } from './compile-signature.js'
import type { Certainty } from './events.js'
import { decide } from './evidence.js'
import type { FileContext } from './file-context.js'
import type { Handed, Handlers } from './handlers.js'
import type { Libraries } from './libraries.js'
import { stepsBehindExport } from './library-exports.js'

/** Where the use of a library starts in a path. */
export interface StartOfUse {
  readonly certainty: Certainty
  /** The object of a handler that it starts from, if it starts from one. */
  readonly handed: Handed | undefined
  /** The property that stands at the brackets of the signature. */
  readonly property: string | undefined
}

/** What the first word of a signature stands for, in a path. */
interface Found {
  readonly steps: readonly string[]
  readonly handed?: Handed
}

/** Tells whether a path is what a pattern says, from the first word to the last member. */
export function createStarts(
  context: FileContext,
  handlers: Handlers,
  libraries: Libraries,
): (pattern: Pattern, path: Path) => StartOfUse | undefined {
  return startOf

  function startOf(pattern: Pattern, path: Path): StartOfUse | undefined {
    for (const root of pattern.roots) {
      const found = find(root, path, pattern)
      if (!found || !areSteps(found.steps, pattern.members)) continue
      const certainty = certaintyOf(pattern, root, found.handed)
      return certainty && { certainty, handed: found.handed, property: found.steps[pattern.members.indexOf('*')] }
    }
    return undefined
  }

  function find(root: Meaning, path: Path, pattern: Pattern): Found | undefined {
    const { length } = pattern.members
    switch (root.kind) {
      case 'anything':
      case 'in use':
        return path.steps.length >= length ? { steps: path.steps.slice(path.steps.length - length) } : undefined
      case 'export':
      case 'global':
        return asFound(stepsBehindExport(context, pattern.framework, path, root) ?? stepsBehindTyped(path, root, pattern))
      case 'parameter':
        return asFound(stepsBehindParameter(path, root))
      case 'literal':
        return undefined
      case 'object':
        return root.object === 'router' ? findRouter(path, root.servers) : findHanded(root, path, length)
    }
  }

  /** `(headers: Headers) => …`, `(cookies: AstroCookies) => …`: what has the type of a class is as good as made from it. */
  function stepsBehindTyped({ root, steps }: Path, meaning: Meaning, { framework }: Pattern): readonly string[] | undefined {
    const annotation = root.kind === 'parameter' ? annotationOf(root.function.params[root.index]) : undefined
    const type = annotation && context.bindings.resolveType(annotation)
    return type && stepsBehindExport(context, framework, { root: type.root, steps: [...type.steps, 'new()', ...steps] }, meaning)
  }

  function findRouter(path: Path, servers: readonly string[]): Found | undefined {
    const router = handlers.routerOf(path)
    return router && servers.includes(router.server.framework.name) ? { steps: router.steps } : undefined
  }

  function findHanded({ object, servers }: Meaning & { kind: 'object' }, path: Path, length: number): Found | undefined {
    const handed = handlers.objectOf(path)
    if (handed?.object !== object || handed.server === undefined || !servers.includes(handed.server)) return undefined
    return { handed, steps: object === 'response' ? withoutChain(handed.steps, length) : handed.steps }
  }

  /** How sure it is that the use is this library's; undefined when another library may be meant. */
  function certaintyOf({ framework }: Pattern, root: Meaning, handed: Handed | undefined): Certainty | undefined {
    if (root.kind === 'in use') return decide(context, [framework]) && 'likely'
    if (root.kind === 'parameter') return 'likely'
    if (!handed) return 'proved'
    const library = libraries.certaintyOf(framework)
    if (!library) return undefined
    return library === 'proved' && handed.certainty === 'proved' ? 'proved' : 'likely'
  }
}

function asFound(steps: readonly string[] | undefined): Found | undefined {
  return steps && { steps }
}

/** `headers` in `(headers) => …`, and in `({ headers }) => …`. */
function stepsBehindParameter({ root, steps }: Path, { named }: Meaning & { kind: 'parameter' }): readonly string[] | undefined {
  if (root.kind !== 'parameter') return undefined
  const parameter = root.function.params[root.index]
  const name = nameOf(parameter)
  if (name !== undefined) return named.includes(name) && !annotationOf(parameter) ? steps : undefined
  return parameter?.type === 'ObjectPattern' && named.includes(steps[0] ?? '') ? steps.slice(1) : undefined
}

function areSteps(steps: readonly string[], members: readonly string[]): boolean {
  return steps.length === members.length && startsWithSteps(steps, members)
}

/** `res.status(401).cookie` without the calls of methods of the response on the way, which all return it. */
function withoutChain(steps: readonly string[], length: number): readonly string[] {
  const chain = steps.slice(0, Math.max(0, steps.length - length))
  const isChain = chain.length % 2 === 0 && chain.every((step, index) => isCallStep(step) === (index % 2 === 1))
  return isChain ? steps.slice(chain.length) : steps
}
