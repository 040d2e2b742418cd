import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName, type Bindings, type Path } from '../ast/bindings.js'
import { unwrap, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { onDemand } from '../ast/on-demand.js'
import type { Framework, Meaning, Taker } from '../frameworks/framework.js'
import { decide } from './evidence.js'
import { exportedNames } from './exported-names.js'
import type { FileContext } from './file-context.js'
import { nameOf, type HandlerTypes } from './handler-types.js'
import { stepsBehindExport } from './library-exports.js'
import { serverNamed, SERVERS, type Server } from './servers.js'

/** Where a file hands its functions to servers. */
export interface Registrations {
  /** The call that registers a function as a handler, if it stands in one. */
  registrationOf(place: Node): TSESTree.CallExpression | undefined
  /** The server that a function is handed to. */
  serverOf(callable: FunctionNode): Registered | undefined
  /**
   * The method that a function answers for a server, in lower case, or `all`: by the name of its export, by what it is
   * given to, or by its file; undefined where nothing of that tells it.
   */
  methodOf(callable: FunctionNode, server: Framework): string | undefined
  /** The application or router from which a path starts, by its server and the steps behind it. */
  routerOf(path: Path): Router | undefined
  /** Where a function stands or is named, also when a wrapper is held: `const login = wrap(async (req, res) => …)`. */
  placesOf(callable: FunctionNode): readonly Node[]
  /** The calls that a handler is given to before its server gets what they make of it, innermost first: `withAuth(async (request) => …)`, not `defineEventHandler(…)`. */
  wrappersOf(callable: FunctionNode): readonly TSESTree.CallExpression[]
  /** The calls of a function in this file. */
  callsOf(callable: FunctionNode): readonly TSESTree.CallExpression[]
}

/** A function that a server calls: registered with it, given to one of its functions, or exported for it. */
export interface Registered {
  readonly server: Server
  /** What registers it: `post`, or `route` and `handler`. */
  readonly names: readonly string[]
  /** What it is called with, where that is not what the server's others are. */
  readonly parameters?: Taker['parameters']
  /** The method that it answers, in lower case, where what takes it says so. */
  readonly method?: string
}

interface Router {
  readonly server: Server
  readonly steps: readonly string[]
}

const REGISTERING: ReadonlySet<string | undefined> = new Set([
  'get', 'post', 'put', 'patch', 'delete', 'del', 'head', 'options', 'all', 'use', 'route', 'param',
  'addHook', 'setErrorHandler', 'setNotFoundHandler', 'createServer', 'createSecureServer', 'on',
  ...SERVERS.flatMap(({ facts }) => facts.registering ?? []),
])

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])

const PLUGGING = new Set(['register', ...SERVERS.flatMap(({ facts }) => facts.plugging ?? [])])

/** `serve({ routes: { '/login': { POST: handler } } })` is seven steps from the call. */
const DEEPEST_REGISTRATION = 8

export function createRegistrations(context: FileContext, types: HandlerTypes): Registrations {
  const { bindings } = context
  // By how much deeper it may go: functions that call each other lead to the same parameters again and again.
  const serversOfParameters = Array.from({ length: DEEPEST_REGISTRATION + 1 }, () => new Map<Node, Server | undefined>())
  // What servers call by its export, where a file has the name for it: `pages/api/login.ts`.
  const filename = context.filename.replaceAll('\\', '/')
  const exportsHere = onDemand(() =>
    SERVERS.flatMap((server) => (server.facts.exports ?? []).flatMap((entry) => (entry.files.test(filename) ? [{ ...entry, server }] : []))),
  )
  return {
    registrationOf: (place) => registrationAt(place)?.call,
    serverOf: (callable) => serverByRegistration(callable) ?? serverByTaker(callable) ?? serverByExport(callable),
    methodOf: (callable, server) => methodByExport(callable, server) ?? methodByTaker(callable, server) ?? methodByFile(server),
    routerOf: (path) => routerOf(path, DEEPEST_REGISTRATION),
    placesOf,
    wrappersOf,
    callsOf,
  }

  function serverByRegistration(callable: FunctionNode): Registered | undefined {
    for (const place of placesOf(callable)) {
      const registration = registrationAt(place)
      const path = registration && bindings.resolve(registration.call.callee)
      const server = path && routerOf(path, DEEPEST_REGISTRATION)?.server
      if (server) return { server, names: registration.names }
    }
    return undefined
  }

  /** `defineEventHandler(async (event) => …)`, `defineAction({ handler: … })` */
  function serverByTaker(callable: FunctionNode): Registered | undefined {
    for (const place of placesOf(callable)) {
      for (const { call, names } of outwards(place)) {
        const taken = takerOf(bindings.resolve(call.callee))
        if (taken) return { ...taken, names }
      }
    }
    return undefined
  }

  function wrappersOf(callable: FunctionNode): readonly TSESTree.CallExpression[] {
    const calls = placesOf(callable).flatMap((place) => outwards(place).map(({ call }) => call))
    return [...new Set(calls)].filter((call) => takerOf(bindings.resolve(call.callee)) === undefined)
  }

  function takerOf(path: Path | undefined): Omit<Registered, 'names'> | undefined {
    if (path?.root.kind !== 'module' && path?.root.kind !== 'global') return undefined
    for (const server of SERVERS) {
      const taker = server.facts.takers?.find(({ is }) => stepsBehindExport(context, server.framework, path, is)?.length === 0)
      if (taker) return { server, parameters: taker.parameters, method: taker.method }
    }
    return undefined
  }

  /** `export async function POST(request) {…}` in a file where a server looks for it. */
  function serverByExport(callable: FunctionNode): Registered | undefined {
    if (exportsHere().length === 0) return undefined
    const names = exportedNames(callable, bindings)
    const candidates = exportsHere().filter(({ names: wanted }) => names.some((name) => wanted.some((one) => isExportNamed(name, one))))
    const decided = decide(context, [...new Set(candidates.map(({ server }) => server.framework))])
    const found = candidates.find(({ server }) => server.framework === decided?.framework)
    return found && { server: found.server, names, parameters: found.parameters }
  }

  function methodByExport(callable: FunctionNode, server: Framework): string | undefined {
    const entries = exportsHere().filter((entry) => entry.server.framework === server)
    const names = entries.length > 0 ? exportedNames(callable, bindings) : []
    const [method] = entries.flatMap((entry) =>
      entry.names.filter((wanted) => names.some((name) => isExportNamed(name, wanted))).flatMap((wanted) => entry.methods?.[wanted] ?? (METHODS.has(wanted) ? wanted.toLowerCase() : [])),
    )
    return method
  }

  function methodByTaker(callable: FunctionNode, { server }: Framework): string | undefined {
    return server?.takers?.some(({ method }) => method !== undefined) === true ? serverByTaker(callable)?.method : undefined
  }

  /** `logout.get.ts` */
  function methodByFile({ server }: Framework): string | undefined {
    const { folders, named } = server?.methodFiles ?? {}
    return named?.exec(filename)?.[1] ?? (folders?.test(filename) === true ? 'all' : undefined)
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

  function routerOf(path: Path, depth: number): Router | undefined {
    const { root, steps } = path
    for (const server of root.kind === 'module' ? (SERVERS_OF_MODULES.get(root.name) ?? []) : root.kind === 'global' ? SERVERS : []) {
      const behind = stepsBehindAny(server, path, server.facts.routers)
      if (behind) return { server, steps: behind }
    }
    if (depth === 0 || root.kind !== 'parameter' || steps.length === 0) return undefined
    const server = serverOfRouterParameter(root.function, root.index, depth - 1)
    return server && { server, steps }
  }

  function stepsBehindAny({ framework }: Server, path: Path, meanings: readonly Meaning[]): readonly string[] | undefined {
    for (const meaning of meanings) {
      const steps = stepsBehindExport(context, framework, path, meaning)
      if (steps) return steps
    }
    return undefined
  }

  /** `export default async function routes(fastify: FastifyInstance)`, `function routes(app) {…} routes(express())` */
  function serverOfRouterParameter(callable: FunctionNode, index: number, depth: number): Server | undefined {
    const parameter = callable.params[index]
    const servers = serversOfParameters[depth]
    if (!parameter || !servers) return undefined
    if (!servers.has(parameter)) servers.set(parameter, findServerOfParameter(callable, index, parameter, depth))
    return servers.get(parameter)
  }

  function findServerOfParameter(callable: FunctionNode, index: number, parameter: TSESTree.Parameter, depth: number): Server | undefined {
    const typed = types.typeOf(parameter)
    if (typed) return typed.meaning === 'router' ? typed.server : undefined
    return (
      (types.isForeign(parameter) ? undefined : serverByRouterName(nameOf(parameter))) ??
      (index === 0 ? serverOfPlugin(callable, depth) : undefined) ??
      serverByCallers(callable, index, depth)
    )
  }

  /** `fastify` says it all; `app` and `server` do where the file or the project tells whose. */
  function serverByRouterName(name: string | undefined): Server | undefined {
    if (name === undefined) return undefined
    const candidates = SERVERS.filter(({ facts }) => facts.routerNames?.includes(name) === true)
    const own = candidates.find(({ framework }) => framework.name === name)
    return own ?? serverNamed(decide(context, candidates.map(({ framework }) => framework))?.framework.name)
  }

  /** The server that takes a function as a plugin: by its type, through a wrapper, or by `app.register(plugin)`. */
  function serverOfPlugin(callable: FunctionNode, depth: number): Server | undefined {
    const held = types.typeOfHolder(callable)
    if (held?.meaning === 'plugin') return held.server
    for (const place of placesOf(callable)) {
      const call = wrapped(place).parent
      const path = call?.type === 'CallExpression' && call.callee !== wrapped(place) ? bindings.resolve(call.callee) : undefined
      if (!path) continue
      const wrapping = SERVERS.find((server) => stepsBehindAny(server, path, server.facts.pluginWrappers ?? []))
      const found = wrapping ?? pluggedInto(path, depth)
      if (found) return found
    }
    return undefined
  }

  /** The server of a router whose method takes plugins: `app.register(plugin)`, `app.group('/api', plugin)`. */
  function pluggedInto(path: Path, depth: number): Server | undefined {
    const name = path.steps.at(-1) ?? ''
    const server = PLUGGING.has(name) ? routerOf(path, depth)?.server : undefined
    return server && (server.facts.plugging ?? ['register']).includes(name) ? server : undefined
  }

  function serverByCallers(callable: FunctionNode, index: number, depth: number): Server | undefined {
    for (const call of callsOf(callable)) {
      const argument = call.arguments[index]
      const path = argument && bindings.resolve(argument)
      const found = path && routerOf({ ...path, steps: [...path.steps, '()'] }, depth)
      if (found) return found.server
    }
    return undefined
  }

  function registrationAt(place: Node): Registration | undefined {
    for (const { call, names } of outwards(place)) {
      const name = registeringName(call, bindings)
      if (name !== undefined) return { call, names: [...names, name] }
    }
    return undefined
  }
}

/** Servers by the modules that their routers come from. */
const SERVERS_OF_MODULES = new Map<string, readonly Server[]>()
for (const server of SERVERS) {
  const modules = new Set(server.facts.routers.flatMap((router) => (router.kind === 'export' ? [router.module] : [])))
  for (const module of modules) SERVERS_OF_MODULES.set(module, [...(SERVERS_OF_MODULES.get(module) ?? []), server])
}

/** The calls around a place that are given it: itself, or in objects, lists and other calls. */
function outwards(place: Node): readonly Registration[] {
  const calls: Registration[] = []
  const names: string[] = []
  let at = wrapped(place)
  for (let depth = 0; depth < DEEPEST_REGISTRATION && at.parent; depth++) {
    const { parent }: Node = at
    if (parent.type === 'CallExpression' && parent.callee !== at) {
      calls.push({ call: parent, names: [...names] })
      at = wrapped(parent)
    } else if (parent.type === 'MemberExpression' && memberName(parent) === 'bind' && parent.parent.type === 'CallExpression') {
      // `app.post('/login', this.login.bind(this))`
      at = wrapped(parent.parent)
    } else if (parent.type === 'ArrayExpression' || parent.type === 'ObjectExpression' || parent.type === 'Property') {
      if (parent.type === 'Property') names.push(propertyName(parent) ?? '')
      at = wrapped(parent)
    } else break
  }
  return calls
}

/** Whether an export is one that a table names: `GET`, or `actions.login` for `actions.*`. */
function isExportNamed(name: string, wanted: string): boolean {
  return wanted.endsWith('.*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted
}

interface Registration {
  readonly call: TSESTree.CallExpression
  /** The properties between the call and the function, from the inside, and the method that registers: `handler`, `route`. */
  readonly names: readonly string[]
}

/** `app.post('/login', …)`, `router.use(…)`, `http.createServer(…)`: a call of a method that takes handlers. */
function registeringName(call: TSESTree.CallExpression, bindings: Bindings): string | undefined {
  const callee = unwrap(call.callee)
  const name = callee.type === 'MemberExpression' ? memberName(callee) : exportedName(bindings.resolve(callee))
  return REGISTERING.has(name) ? name : undefined
}

/** `createServer` of `const { createServer: start } = require('http')`. */
function exportedName(path: Path | undefined): string | undefined {
  return path?.root.kind === 'module' ? path.steps.at(-1) : undefined
}
