import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName, type Bindings, type Path } from '../ast/bindings.js'
import { unwrap, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { nameOf, type HandlerTypes } from './handler-types.js'
import { SERVERS, startsWith, type Server } from './servers.js'

/** Where a file hands its functions to servers. */
export interface Registrations {
  /** The call that registers a function as a handler, if it stands in one. */
  registrationOf(place: Node): TSESTree.CallExpression | undefined
  /** The server that a function is registered with, and what registers it: `post`, or `route` and `handler`. */
  serverOf(callable: FunctionNode): { readonly server: Server; readonly names: readonly string[] } | undefined
  /** Where a function stands or is named, also when a wrapper is held: `const login = wrap(async (req, res) => …)`. */
  placesOf(callable: FunctionNode): readonly Node[]
  /** The calls of a function in this file. */
  callsOf(callable: FunctionNode): readonly TSESTree.CallExpression[]
}

const REGISTERING = new Set([
  'get', 'post', 'put', 'patch', 'delete', 'del', 'head', 'options', 'all', 'use', 'route', 'param',
  'addHook', 'setErrorHandler', 'setNotFoundHandler', 'createServer', 'createSecureServer', 'on',
])

const DEEPEST_REGISTRATION = 6

export function createRegistrations(bindings: Bindings, types: HandlerTypes): Registrations {
  return { registrationOf: (place) => registrationAt(place)?.call, serverOf, placesOf, callsOf }

  function serverOf(callable: FunctionNode): { server: Server; names: readonly string[] } | undefined {
    for (const place of placesOf(callable)) {
      const registration = registrationAt(place)
      const path = registration && bindings.resolve(registration.call.callee)
      const server = path && serverOfRouter(path, DEEPEST_REGISTRATION)
      if (server) return { server, names: registration.names }
    }
    return undefined
  }

  function placesOf(callable: FunctionNode): readonly Node[] {
    let holder: Node = wrapped(callable)
    while (holder.parent?.type === 'CallExpression' && holder.parent.callee !== holder) holder = wrapped(holder.parent)
    const id = holder.parent?.type === 'VariableDeclarator' ? holder.parent.id : undefined
    const references = id?.type === 'Identifier' && holder !== wrapped(callable) ? (bindings.variable(id)?.references ?? []) : []
    return [callable, ...(bindings.entries(callable) ?? []), ...references.map(({ identifier }) => identifier)]
  }

  function callsOf(callable: FunctionNode): readonly TSESTree.CallExpression[] {
    return (bindings.entries(callable) ?? []).flatMap((entry) => {
      const { parent } = wrapped(entry)
      return parent?.type === 'CallExpression' && parent.callee === wrapped(entry) ? [parent] : []
    })
  }

  /** The server of an application or router from which a path starts. */
  function serverOfRouter(path: Path, depth: number): Server | undefined {
    const found = SERVERS.find(({ facts }) => facts.routers.some((router) => startsWith(path, router)))
    if (found || depth === 0) return found
    const { root } = path
    return root.kind === 'parameter' && path.steps.length > 0 ? serverOfRouterParameter(root.function, root.index, depth - 1) : undefined
  }

  /** `export default async function routes(fastify: FastifyInstance)`, `function routes(app) {…} routes(express())` */
  function serverOfRouterParameter(callable: FunctionNode, index: number, depth: number): Server | undefined {
    const parameter = callable.params[index]
    if (!parameter) return undefined
    const typed = types.typeOf(parameter)
    if (typed) return typed.meaning === 'router' ? typed.server : undefined
    return (
      SERVERS.find(({ facts }) => facts.routerNames?.includes(nameOf(parameter) ?? '') === true) ??
      (index === 0 ? serverOfPlugin(callable, depth) : undefined) ??
      serverByCallers(callable, index, depth)
    )
  }

  /** The server that takes a function as a plugin: by its type, through a wrapper, or by `app.register(plugin)`. */
  function serverOfPlugin(callable: FunctionNode, depth: number): Server | undefined {
    const held = types.typeOfHolder(callable)
    if (held?.meaning === 'plugin') return held.server
    for (const place of placesOf(callable)) {
      const call = wrapped(place).parent
      const path = call?.type === 'CallExpression' && call.callee !== wrapped(place) ? bindings.resolve(call.callee) : undefined
      if (!path) continue
      const wrapping = SERVERS.find(({ facts }) => facts.pluginWrappers?.some((wrapper) => startsWith(path, wrapper)) === true)
      const registering = path.steps.at(-1) === 'register' ? serverOfRouter(path, depth) : undefined
      const found = wrapping ?? registering
      if (found) return found
    }
    return undefined
  }

  function serverByCallers(callable: FunctionNode, index: number, depth: number): Server | undefined {
    for (const call of callsOf(callable)) {
      const argument = call.arguments[index]
      const path = argument && bindings.resolve(argument)
      const found = path && serverOfRouter({ ...path, steps: [...path.steps, '()'] }, depth)
      if (found) return found
    }
    return undefined
  }

  function registrationAt(place: Node): Registration | undefined {
    const names: string[] = []
    let at = wrapped(place)
    for (let depth = 0; depth < DEEPEST_REGISTRATION && at.parent; depth++) {
      const { parent }: Node = at
      if (parent.type === 'CallExpression' && parent.callee !== at) {
        const name = registeringName(parent, bindings)
        if (name !== undefined) return { call: parent, names: [...names, name] }
        at = wrapped(parent)
      } else if (parent.type === 'MemberExpression' && memberName(parent) === 'bind' && parent.parent.type === 'CallExpression') {
        // `app.post('/login', this.login.bind(this))`
        at = wrapped(parent.parent)
      } else if (parent.type === 'ArrayExpression' || parent.type === 'ObjectExpression' || parent.type === 'Property') {
        if (parent.type === 'Property') names.push(propertyName(parent) ?? '')
        at = wrapped(parent)
      } else return undefined
    }
    return undefined
  }
}

interface Registration {
  readonly call: TSESTree.CallExpression
  /** The method that registers, and the properties between it and the function: `route`, `handler`. */
  readonly names: readonly string[]
}

/** `app.post('/login', …)`, `router.use(…)`, `http.createServer(…)`: a call of a method that takes handlers. */
function registeringName(call: TSESTree.CallExpression, bindings: Bindings): string | undefined {
  const callee = unwrap(call.callee)
  const name = callee.type === 'MemberExpression' ? memberName(callee) : exportedName(bindings.resolve(callee))
  return name !== undefined && REGISTERING.has(name) ? name : undefined
}

/** `createServer` of `const { createServer: start } = require('http')`. */
function exportedName(path: Path | undefined): string | undefined {
  return path?.root.kind === 'module' ? path.steps.at(-1) : undefined
}
