import type { TSESTree } from '@typescript-eslint/utils'
import { propertyName } from '../ast/bindings.js'
import { callsNamed } from '../ast/calls-named.js'
import { lastName } from '../ast/last-name.js'
import { chainStart, functionAround, isBefore, isInside, unwrap, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { onceForEach } from '../ast/once-for-each.js'
import { textAt } from '../ast/text-at.js'
import type { FileContext } from './file-context.js'
import type { Handlers } from './handlers.js'
import { HOOKS } from './purposes.js'

/** What a file runs only when a middleware has gone on. */
export interface BehindMiddlewares {
  /** The places that hand a middleware to a server, of those where it is named: itself, or in a list that a constant holds. */
  usesAt(places: readonly Node[]): readonly Node[]
  /**
   * The functions that run only behind one use of a middleware, or the use itself where all that is registered further
   * down is behind it. A function of two routes counts where each of them has one of the middlewares.
   */
  placesBehind(use: Node, middlewares: readonly Node[]): readonly Node[]
}

/** Methods that register handlers for a path. */
const REGISTERING = new Set(['all', 'delete', 'get', 'patch', 'post', 'put', 'use'])

/** Paths that are those of all requests. */
const ALL_PATHS = new Set([undefined, '*', '/', '/*'])

export function createBehindMiddlewares({ bindings, sourceCode }: FileContext, handlers: Handlers): BehindMiddlewares {
  const behind = onceForEach(readBehind)

  return { usesAt: (places) => places.flatMap(usesOf), placesBehind }

  function usesOf(place: Node): readonly Node[] {
    const list = wrapped(place).parent
    const holder = list?.type === 'ArrayExpression' ? wrapped(list).parent : undefined
    const variable = holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? bindings.variable(holder.id) : undefined
    return [place, ...(variable?.references ?? []).filter((reference) => !reference.isWrite()).map(({ identifier }) => identifier)]
  }

  function placesBehind(use: Node, middlewares: readonly Node[]): readonly Node[] {
    const registration = handlers.registrationOf(use)
    if (!registration) return []
    if (isForAll(registration)) return [use]
    return behind(use).flatMap(functionsGiven).filter((callable) => isAlwaysBehind(callable, middlewares))
  }

  /** The functions that an argument brings along: `login`, `asyncHandler(login)`. */
  function functionsGiven(given: Node): readonly FunctionNode[] {
    const callable = bindings.function(given)
    if (callable) return [callable]
    const value = bindings.held(given)
    return value.type === 'CallExpression' ? value.arguments.flatMap(functionsGiven) : []
  }

  function isAlwaysBehind(callable: FunctionNode, middlewares: readonly Node[]): boolean {
    return handlers.placesOf(callable).every((place) => {
      return !handlers.registrationOf(place) || middlewares.some((use) => behind(use).some((given) => isInside(place, given)))
    })
  }

  function readBehind(use: Node): readonly Node[] {
    const registration = handlers.registrationOf(use)
    if (!registration) return []
    const own = registration.arguments.flatMap((argument) => {
      return partsOf(argument).filter((part) => isBefore(use, argument) || (isInside(use, argument) && !isInside(use, part) && isBefore(use, part)))
    })
    return [...own, ...furtherDown(registration).flatMap((other) => other.arguments.flatMap(partsOf))]
  }

  /** What an argument lists: `[validate, login]`, `...guards`, and the handler in the options of a route. */
  function partsOf(argument: Node): readonly Node[] {
    if (argument.type === 'SpreadElement') return partsOf(argument.argument)
    const value = bindings.held(argument)
    switch (value.type) {
      case 'ArrayExpression':
        return value.elements.flatMap((element) => (element ? partsOf(element) : []))
      case 'ObjectExpression':
        return value.properties.flatMap((property) => (property.type === 'Property' && !HOOKS.has(propertyName(property) ?? '') ? [property.value] : []))
      default:
        return [argument]
    }
  }

  /** `app.use('/login', renew)` is before `app.post('/login', login)`, and `all(renew)` before `post(login)` in `route('/login')`. */
  function furtherDown(registration: TSESTree.CallExpression): readonly TSESTree.CallExpression[] {
    const path = pathOf(registration)
    const name = lastName(registration.callee)
    const methods = name === 'use' || name === 'all' ? REGISTERING : new Set([name])
    if (path === undefined) return []
    return callsNamed(sourceCode, (other) => REGISTERING.has(other) && methods.has(other)).filter((other) => {
      const isLater = registration.range[1] <= other.callee.range[1] && functionAround(registration) === functionAround(other)
      const otherPath = isLater && isSameRouter(registration, other) ? pathOf(other) : undefined
      return otherPath === path || (name === 'use' && otherPath?.startsWith(`${path}/`) === true)
    })
  }

  function isSameRouter(one: Node, other: Node): boolean {
    const [first, second] = [chainStart(one), chainStart(other)]
    return first.type === 'Identifier' && second.type === 'Identifier' && bindings.variable(first) === bindings.variable(second)
  }
}

/** `app.use(middleware)`, `fastify.addHook('preHandler', middleware)` */
function isForAll(registration: TSESTree.CallExpression): boolean {
  const name = lastName(registration.callee)
  return name === 'addHook' || (name === 'use' && ALL_PATHS.has(pathOf(registration)))
}

/** The path of a registration, perhaps from the `route('/login')` before it. */
function pathOf({ arguments: given, callee }: TSESTree.CallExpression): string | undefined {
  const path = textAt(given[0])
  if (path !== undefined) return path
  for (let at = objectOf(callee); at.type === 'CallExpression'; at = objectOf(at.callee)) {
    if (lastName(at.callee) === 'route') return textAt(at.arguments[0])
  }
  return undefined
}

function objectOf(callee: Node): Node {
  const called = unwrap(callee)
  return called.type === 'MemberExpression' ? unwrap(called.object) : called
}
