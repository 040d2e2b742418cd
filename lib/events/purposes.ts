import type { TSESTree } from '@typescript-eslint/utils'
import { propertyName } from '../ast/bindings.js'
import { decoratorsOf, functionsAround, isBefore, isInside, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { lastName } from '../ast/last-name.js'
import { onceForEach } from '../ast/once-for-each.js'
import { textAt } from '../ast/text-at.js'
import type { Handlers } from './handlers.js'

/** Where a function is registered: under which routes, and behind what. */
interface Registration {
  readonly paths: readonly string[]
  /** The names of what runs before it. */
  readonly middlewares: readonly string[]
  /** The same as it is written: names, functions, and calls that make middlewares. */
  readonly before: readonly Node[]
}

/** What the functions around a node are called, by their own names and by where they are registered. */
export interface Purposes {
  /** Names of the functions around a node, of routes and middlewares they are registered with, innermost first. */
  namesAround(node: Node): readonly string[]
  /** Whether one of these names passes a test. */
  hasNameAround(node: Node, test: (name: string) => boolean): boolean
  /** The same for one function. */
  namesOf(callable: FunctionNode): readonly string[]
  /** The names in the registration of a handler alone: routes, and the middlewares before it. */
  registeredWith(callable: FunctionNode): Registration
}

export function createPurposes(handlers: Handlers): Purposes {
  // Each reader asks about the functions around what it finds.
  const registeredWith = onceForEach(readRegistration)
  const namesOf = onceForEach((callable: FunctionNode): readonly string[] => [...ownNames(callable), ...registeredWith(callable).paths])
  const answersTo = onceForEach<(name: string) => boolean, Map<FunctionNode, boolean>>(() => new Map())
  return { namesAround: (node) => functionsAround(node).flatMap((callable) => namesOf(callable)), hasNameAround, namesOf, registeredWith }

  /** Of functions inside each other each is asked about once. */
  function hasNameAround(node: Node, test: (name: string) => boolean): boolean {
    const answers = answersTo(test)
    const asked: FunctionNode[] = []
    let answer = false
    for (const callable of functionsAround(node)) {
      const known = answers.get(callable)
      if (known === undefined) asked.push(callable)
      answer = known ?? namesOf(callable).some(test)
      if (answer || known !== undefined) break
    }
    for (const callable of asked) answers.set(callable, answer)
    return answer
  }

  function readRegistration(callable: FunctionNode): Registration {
    const places = handlers.placesOf(callable)
    const calls = places.flatMap((place) => {
      const call = handlers.registrationOf(place)
      return call ? [{ call, place }] : []
    })
    const before = calls.flatMap(({ call, place }) => call.arguments.flatMap((argument) => middlewaresBefore(place, argument)))
    return {
      paths: [...new Set([...calls.flatMap(({ call }) => pathsIn(call)), ...places.flatMap(pathsAround), ...decoratorPaths(callable)])],
      middlewares: [...before.flatMap((middleware) => lastName(middleware) ?? []), ...decoratorNames(callable)],
      before,
    }
  }
}

function ownNames(callable: FunctionNode): string[] {
  const { parent } = wrapped(callable)
  // `export const logout = asyncHandler(async (req, res) => …)`
  const holder = parent?.type === 'CallExpression' ? wrapped(parent).parent : parent
  return [callable.id?.name, nameIn(holder), nameIn(holderOfAction(holder))].filter((name) => name !== undefined)
}

/** What holds the call that a handler is a part of: `logout: defineAction({ handler: async (input, context) => … })`. */
function holderOfAction(holder: Node | undefined): Node | undefined {
  const call = holder?.type === 'Property' && propertyName(holder) === 'handler' ? wrapped(holder.parent).parent : undefined
  return call?.type === 'CallExpression' ? wrapped(call).parent : undefined
}

/** The name that a value gets from what holds it. */
function nameIn(holder: Node | undefined): string | undefined {
  switch (holder?.type) {
    case 'VariableDeclarator':
      return lastName(holder.id)
    case 'AssignmentExpression':
      return lastName(holder.left)
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return propertyName(holder)
    default:
      return undefined
  }
}

/** The routes of a registration: strings in its arguments, in `url:` and `path:`, and in `router.route('/x')`. */
function pathsIn(call: Node): string[] {
  if (call.type !== 'CallExpression') return []
  const own = call.arguments.flatMap((argument) => {
    const text = textAt(argument)
    if (text !== undefined) return [text]
    if (argument.type === 'TemplateLiteral') return argument.quasis.map((quasi) => quasi.value.raw)
    if (argument.type === 'ArrayExpression') {
      return argument.elements.flatMap((element) => textAt(element) ?? [])
    }
    return argument.type === 'ObjectExpression' ? pathsOf(argument) : []
  })
  const chained = call.callee.type === 'MemberExpression' ? pathsIn(call.callee.object) : []
  return [...own, ...chained]
}

/** `{ method: 'POST', path: '/logout', handler }`: the route that a function is a part of, wherever that object stands. */
function pathsAround(place: Node): string[] {
  const { parent } = wrapped(place)
  if (parent?.type !== 'Property' || parent.value !== wrapped(place) || parent.parent.type !== 'ObjectExpression') return []
  return [...pathsOf(parent.parent), ...pathsAround(parent.parent)]
}

function pathsOf(route: TSESTree.ObjectExpression): string[] {
  return route.properties.flatMap((property) => {
    if (property.type !== 'Property' || !['url', 'path'].includes(propertyName(property) ?? '')) return []
    return textAt(property.value) ?? []
  })
}

/** What runs before a handler: arguments that stand before it, and the hooks of the route that it is a part of. */
function middlewaresBefore(place: Node, argument: Node): Node[] {
  if (argument.type === 'ObjectExpression') {
    return argument.properties.flatMap((property) =>
      property.type === 'Property' && HOOKS.has(propertyName(property) ?? '') && !isInside(place, property) ? listedIn(property.value) : [],
    )
  }
  return isBefore(argument, place) ? listedIn(argument) : []
}

/** Options of a route with what runs before its handler. */
export const HOOKS: ReadonlySet<string> = new Set(['onRequest', 'preParsing', 'preValidation', 'preHandler'])

function listedIn(argument: Node): Node[] {
  return argument.type === 'ArrayExpression' ? argument.elements.flatMap((element) => (element ? listedIn(element) : [])) : [argument]
}

/** `@Post('logout')` on a method, `@Controller('session')` on its class. */
function decoratorPaths(callable: FunctionNode): string[] {
  return decoratorsAround(callable).flatMap((decorator) =>
    decorator.expression.type === 'CallExpression' ? pathsIn(decorator.expression) : [],
  )
}

/** `@UseGuards(AuthGuard)`: the decorator's name with those of its arguments. */
function decoratorNames(callable: FunctionNode): string[] {
  return decoratorsAround(callable).flatMap(({ expression }) => {
    if (expression.type !== 'CallExpression') return [lastName(expression) ?? '']
    const name = lastName(expression.callee) ?? ''
    return name === 'UseGuards' ? expression.arguments.map((argument) => `require ${lastName(argument) ?? ''}`) : [name]
  })
}

function decoratorsAround(callable: FunctionNode): readonly TSESTree.Decorator[] {
  const { parent } = callable
  return parent.type === 'MethodDefinition' ? [...decoratorsOf(parent), ...decoratorsOf(parent.parent.parent)] : []
}
