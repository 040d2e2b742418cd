import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName } from '../ast/bindings.js'
import { callsNamed } from '../ast/calls-named.js'
import { nodesOf } from '../ast/nodes-of.js'
import { decoratorsOf, isFunction, unwrap, type FunctionNode, type Node } from '../ast/nodes.js'
import { textAt } from '../ast/text-at.js'
import type { Framework } from '../frameworks/framework.js'
import type { FileContext } from './file-context.js'
import { readFileRoutes } from './file-routes.js'
import type { Handlers } from './handlers.js'
import type { Purposes } from './purposes.js'
import { serverNamed } from './servers.js'

/** A kind of request that a function of the file answers. */
export interface Route {
  /** In lower case: `post`; `all` for every method. */
  readonly method: string
  /** What to underline. */
  readonly node: Node
  /** Where the method is written. */
  readonly written: Node
  readonly handler: FunctionNode
  /** What runs before it, as far as it is written beside it, or around it. */
  readonly before: readonly Node[]
  /** What it is called: by its path, its own name, and its file, where it is found by that. */
  readonly names: readonly string[]
  readonly server: Framework | undefined
  /** Whether the application is made in this file, so that nothing was registered on it before in another one. */
  readonly isMadeHere: boolean
}

/** A route before its handler is asked for its names. */
type Registered = Omit<Route, 'names'>

const METHODS = new Set(['get', 'head', 'post', 'put', 'patch', 'delete', 'del', 'all'])

/** How many functions may be wrapped around a handler. */
const DEEPEST = 8

/** Reads the routes of a file whose handlers are in it too, in the order of the source. */
export function readRoutes(context: FileContext, handlers: Handlers, purposes: Purposes): readonly Route[] {
  const { bindings, sourceCode } = context
  const registered = [...callsNamed(sourceCode, (name) => METHODS.has(name) || name === 'route').flatMap(registeredBy), ...nodesOf(sourceCode, 'MethodDefinition').flatMap(decorated)]
  const named = registered.map((route) => ({ ...route, names: purposes.namesOf(route.handler) }))
  const handled = new Set(registered.map(({ handler }) => handler))
  const found = readFileRoutes(context, handlers, purposes).filter(({ handler }) => !handled.has(handler))
  return [...named, ...found].toSorted((one, other) => one.node.range[0] - other.node.range[0])

  /** `app.post('/transfer', guard, (req, res) => …)`, `fastify.route({ method: 'POST', url: '/transfer', handler })` */
  function registeredBy(call: TSESTree.CallExpression): Registered[] {
    const callee = unwrap(call.callee)
    const name = callee.type === 'MemberExpression' ? memberName(callee) : undefined
    if (callee.type !== 'MemberExpression' || name === undefined || !(METHODS.has(name) || name === 'route')) return []
    const path = bindings.resolve(callee)
    const server = path && handlers.routerOf(path)?.server.framework
    if (!server) return []
    const base = { node: callee.property, server, isMadeHere: path.root.kind === 'module' }
    if (name === 'route') return inRoutes(call.arguments[0], base)
    const place = call.arguments.at(-1)
    const handler = place && handlerIn(place)
    return place && handler ? [{ ...base, written: callee.property, method: name, handler, before: call.arguments.slice(0, -1) }] : []
  }

  /** `server.route([{ method: 'POST', … }, …])` */
  function inRoutes(routes: Node | undefined, base: Pick<Route, 'isMadeHere' | 'node' | 'server'>): Registered[] {
    const list = routes && held(routes)
    if (list?.type !== 'ArrayExpression') return inOptions(list, base)
    return list.elements.flatMap((element) => inOptions(element ?? undefined, base))
  }

  function inOptions(given: Node | undefined, base: Pick<Route, 'isMadeHere' | 'node' | 'server'>): Registered[] {
    const options = given && held(given)
    if (options?.type !== 'ObjectExpression') return []
    const valueOf = (name: string) => options.properties.flatMap((property) => (property.type === 'Property' && propertyName(property) === name ? [property.value] : []))[0]
    const [method, place] = [valueOf('method'), valueOf('handler')]
    const handler = place && handlerIn(place)
    const list = method && unwrap(method)
    const methods = list?.type === 'ArrayExpression' ? list.elements : [method]
    if (!handler) return []
    const before = options.properties.flatMap((property) => (property.type === 'SpreadElement' ? [property.argument] : property.value === place ? [] : [property.value]))
    return methods.flatMap((written) => {
      const name = textAt(written)?.toLowerCase()
      return written && name !== undefined ? [{ ...base, written, method: name.replace('*', 'all'), handler, before }] : []
    })
  }

  function held(node: Node): Node {
    const expression = unwrap(node)
    const variable = expression.type === 'Identifier' ? bindings.variable(expression) : undefined
    const value = variable && bindings.value(variable)
    return value ? unwrap(value) : expression
  }

  /** `@Post('transfer')` on a method of a controller. */
  function decorated(method: TSESTree.MethodDefinition): Registered[] {
    const { value } = method
    if (!isFunction(value)) return []
    const decorators = [...decoratorsOf(method), ...decoratorsOf(method.parent.parent)]
    return decoratorsOf(method).flatMap(({ expression }): Registered[] => {
      const callee = expression.type === 'CallExpression' ? expression.callee : expression
      const path = bindings.resolve(callee)
      const name = path?.steps[0]?.toLowerCase()
      const server = path?.root.kind === 'module' ? serverNamed(path.root.name)?.framework : undefined
      if (!server || name === undefined || !METHODS.has(name)) return []
      const before = decorators.flatMap(({ expression: other }) => (other === expression ? [] : [other]))
      return [{ method: name, node: callee, written: callee, handler: value, before, server, isMadeHere: true }]
    })
  }

  /** The function itself, by its name, or inside what is wrapped around it, here or in a constant: `asyncHandler(async (req, res) => …)`. */
  function handlerIn(place: Node, depth = DEEPEST): FunctionNode | undefined {
    const callable = bindings.function(place)
    if (callable || depth === 0) return callable
    const wrapper = held(place)
    const last = wrapper.type === 'CallExpression' ? wrapper.arguments.at(-1) : undefined
    return last && handlerIn(last, depth - 1)
  }
}
