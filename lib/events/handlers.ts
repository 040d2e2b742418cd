import type { TSESTree } from '@typescript-eslint/utils'
import type { Path } from '../ast/bindings.js'
import { decoratorsOf, unwrap, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { frameworks } from '../frameworks/index.js'
import type { Framework, HandlerObject, Meaning, ServerFacts } from '../frameworks/framework.js'
import { decide } from './evidence.js'
import type { Certainty } from './events.js'
import type { FileContext } from './file-context.js'

/** A path seen from the object that a server handed to a handler. */
export interface Handed {
  readonly object: HandlerObject
  /** The server; undefined when the file and the project leave more than one. */
  readonly server: string | undefined
  readonly certainty: Certainty
  /** The members behind the object. */
  readonly steps: readonly string[]
  /** The function that the object was handed to, if it came as a parameter. */
  readonly handler: FunctionNode | undefined
}

export interface Handlers {
  /** The object of a handler that a path starts from, if it starts from one. */
  objectOf(path: Path): Handed | undefined
  /** Whether a function answers requests: by registration, by its type, by decorators, or by its parameters' names. */
  isHandler(callable: FunctionNode): boolean
  /** The server whose objects a function is handed. */
  serverOf(callable: FunctionNode): Framework | undefined
  /** What calls the function and takes what it returns: the server, or a framework on top of it. */
  callerOf(callable: FunctionNode): Framework | undefined
  /** The name of the parameter that is one of the server's objects. */
  parameterName(callable: FunctionNode, object: HandlerObject): string | undefined
  /** The call that registers a function as a handler, if it stands in one. */
  registrationOf(callable: Node): TSESTree.CallExpression | undefined
}

interface Server {
  readonly framework: Framework
  readonly facts: ServerFacts
}

interface HandlerFacts {
  readonly server: Framework | undefined
  /** The framework on top of the server that calls the function, if there is one. */
  readonly caller?: Framework | undefined
  readonly certainty: Certainty
  readonly objects: readonly (HandlerObject | undefined)[]
  /** Further members that a decorator stands for: `session` for `@Session()`. */
  readonly members: readonly (string | undefined)[]
  readonly isHandler: boolean
}

const SERVERS: readonly Server[] = frameworks.flatMap((framework) =>
  framework.server ? [{ framework, facts: framework.server }] : [],
)

const HANDLER_OBJECTS: readonly HandlerObject[] = ['context', 'next', 'request', 'response']

const OBJECTS_BY_NAME = new Map<string, HandlerObject>(
  SERVERS.flatMap(({ facts }) =>
    HANDLER_OBJECTS.flatMap((object) =>
      (facts.parameterNames[object] ?? []).filter((name) => name !== '_').map((name) => [name, object] as const),
    ),
  ),
)

/** Servers that work under another one, the most usual first. */
const PLATFORMS = new Set(SERVERS.flatMap(({ facts }) => facts.platforms ?? []))

const REGISTERING = new Set([
  'get', 'post', 'put', 'patch', 'delete', 'del', 'head', 'options', 'all', 'use', 'route', 'param',
  'addHook', 'setErrorHandler', 'setNotFoundHandler', 'createServer', 'on',
])

/** What a decorator says about a parameter: `@Session()` is `request.session`. */
interface Decorated {
  readonly caller: Framework
  readonly place: string
}

export function createHandlers(context: FileContext): Handlers {
  const { bindings } = context
  const known = new Map<FunctionNode, HandlerFacts>()

  return {
    objectOf,
    isHandler: (callable) => factsOf(callable).isHandler,
    serverOf: (callable) => factsOf(callable).server,
    callerOf: (callable) => factsOf(callable).caller ?? factsOf(callable).server,
    parameterName,
    registrationOf,
  }

  function parameterName(callable: FunctionNode, object: HandlerObject): string | undefined {
    const { members, objects } = factsOf(callable)
    const index = objects.findIndex((found, at) => found === object && members[at] === undefined)
    const parameter = callable.params[index]
    return parameter && nameOf(parameter)
  }

  function objectOf(path: Path): Handed | undefined {
    const { root, steps } = path
    if (root.kind === 'module') return undefined
    if (root.kind === 'parameter') {
      const facts = factsOf(root.function)
      const object = facts.objects[root.index]
      const member = facts.members[root.index]
      if (object) {
        const start = { object, server: facts.server?.name, certainty: facts.certainty, handler: root.function }
        return follow({ ...start, steps: member === undefined ? steps : [member, ...steps] })
      }
    }
    return objectByMember(path)
  }

  /** `context.req.session`, `({ req }) => req.session`: the name of a member is all there is to go by. */
  function objectByMember({ steps }: Path): Handed | undefined {
    const index = steps.findIndex((step, at) => objectNamed(step) !== undefined && steps[at + 1] !== '()')
    const object = objectNamed(steps[index] ?? '')
    if (!object) return undefined
    const server = serverByName([steps[index] ?? ''], [object])
    return follow({ object, server: server?.framework.name, certainty: server?.certainty ?? 'likely', steps: steps.slice(index + 1), handler: undefined })
  }

  /** Goes on from one object to another: `req.res.cookie` is the response's `cookie`. */
  function follow(handed: Handed): Handed {
    const [first] = handed.steps
    const server = SERVERS.find(({ framework }) => framework.name === handed.server)
    const next = server?.facts.members?.[`${handed.object}.${first ?? ''}`]
    if (!next) return handed
    return follow({ ...handed, object: next.object, server: next.server ?? handed.server, steps: handed.steps.slice(1) })
  }

  function factsOf(callable: FunctionNode): HandlerFacts {
    const found = known.get(callable) ?? readFacts(callable)
    known.set(callable, found)
    return found
  }

  function readFacts(callable: FunctionNode): HandlerFacts {
    const decorated = callable.params.map((parameter) => decoratedAs(parameter))
    if (decorated.some((found) => found !== undefined)) return factsByDecorators(callable, decorated)
    const typed = callable.params.map((parameter) => typedAs(parameter))
    const [first] = typed.filter((found) => found !== undefined)
    if (first) return factsByTypes(callable, typed, first.server)
    const server = serverByHolder(callable) ?? serverByRegistration(callable)
    if (server) return factsByPosition(callable, server, 'proved')
    return factsByNames(callable)
  }

  function factsByDecorators(callable: FunctionNode, decorated: readonly (Decorated | undefined)[]): HandlerFacts {
    const platforms = SERVERS.filter(({ framework }) => PLATFORMS.has(framework.name))
    const typed = callable.params.map((parameter) => typedAs(parameter)).find((found) => found !== undefined)
    const decided = typed?.server.framework ?? decide(context, platforms.map(({ framework }) => framework))?.framework
    const [standard] = platforms
    return {
      server: decided ?? standard?.framework,
      caller: decorated.find((found) => found !== undefined)?.caller,
      certainty: 'proved',
      objects: decorated.map((found) => asObject(found?.place.split('.')[0])),
      members: decorated.map((found) => found?.place.split('.')[1]),
      isHandler: true,
    }
  }

  function factsByTypes(
    callable: FunctionNode,
    typed: readonly ({ readonly server: Server; readonly object: HandlerObject } | undefined)[],
    server: Server,
  ): HandlerFacts {
    const positions = positionsIn(callable, server)
    const objects = callable.params.map((parameter, index) => typed[index]?.object ?? (isNamedAs(parameter, positions[index], server) ? positions[index] : undefined))
    const isHandler = objects.includes('response') || objects.includes('context') || registrationOf(callable) !== undefined
    return { server: server.framework, certainty: 'proved', objects, members: [], isHandler }
  }

  function factsByPosition(callable: FunctionNode, server: Server, certainty: Certainty): HandlerFacts {
    return { server: server.framework, certainty, objects: positionsIn(callable, server), members: [], isHandler: true }
  }

  function factsByNames(callable: FunctionNode): HandlerFacts {
    const names = callable.params.map(nameOf)
    const objects = names.map((name) => (name === undefined ? undefined : objectNamed(name)))
    const main = objects.filter((object) => object !== undefined && object !== 'next')
    if (main.length === 0) return { server: undefined, certainty: 'likely', objects: [], members: [], isHandler: false }
    const found = serverByName(names, objects)
    const registration = registrationOf(callable)
    // `(_, res) => …`, `({ body }, res) => …`: what stands before the response is the request.
    const server = SERVERS.find(({ framework }) => framework === found?.framework)
    const completed = server && main.includes('response') ? completePositions(callable, objects, server) : objects
    const answers = completed.includes('request') && completed.includes('response')
    const isHandler = answers || completed.includes('context') || registration !== undefined
    return { server: found?.framework, certainty: found?.certainty ?? 'likely', objects: completed, members: [], isHandler }
  }

  /** Which server's handler has parameters of these names: by evidence, else by the names alone. */
  function serverByName(
    names: readonly (string | undefined)[],
    objects: readonly (HandlerObject | undefined)[],
  ): { framework: Framework; certainty: Certainty } | undefined {
    const candidates = SERVERS.filter(({ facts }) =>
      objects.every((object, index) => object === undefined || facts.parameterNames[object]?.includes(names[index] ?? '') === true),
    ).map(({ framework }) => framework)
    // Node's own request and response are underneath every server: they are meant when no other is.
    const decided = decide(context, candidates.filter(({ name }) => name !== 'node:http')) ?? decide(context, candidates)
    if (decided) return decided
    const telling = candidates.filter(({ server }) => objects.some((object, index) => object !== undefined && server?.tellingNames?.includes(names[index] ?? '') === true))
    const [likely] = telling
    return likely && telling.length === 1 && !hasOtherServer(candidates) ? { framework: likely, certainty: 'likely' } : undefined
  }

  /** Whether evidence speaks for two of the candidates at once, so that a guess would be one too many. */
  function hasOtherServer(candidates: readonly Framework[]): boolean {
    return candidates.filter((candidate) => decide(context, [candidate])).length > 1
  }

  function decoratedAs(parameter: TSESTree.Parameter): Decorated | undefined {
    for (const decorator of decoratorsOf(parameter)) {
      const expression = decorator.expression.type === 'CallExpression' ? decorator.expression.callee : decorator.expression
      const path = bindings.resolve(expression)
      if (path?.root.kind !== 'module') continue
      const { name } = path.root
      const server = SERVERS.find(({ framework }) => framework.name === name)
      const place = server?.facts.decorators?.[path.steps[0] ?? '']
      if (server && place !== undefined) return { caller: server.framework, place }
    }
    return undefined
  }

  function typedAs(parameter: TSESTree.Parameter): { server: Server; object: HandlerObject } | undefined {
    const annotation = annotationOf(parameter)
    const found = annotation && typeNamed(annotation, 4)
    return found && found.object !== 'handler' ? { server: found.server, object: found.object } : undefined
  }

  /** The object or handler that a type names, also through `extends`, `&` and an alias in the file. */
  function typeNamed(type: Node, depth: number): { server: Server; object: HandlerObject | 'handler' } | undefined {
    if (depth === 0) return undefined
    if (type.type === 'TSIntersectionType' || type.type === 'TSUnionType') {
      return type.types.map((part) => typeNamed(part, depth - 1)).find((found) => found !== undefined)
    }
    if (type.type === 'TSInterfaceHeritage') return typeNamed(type.expression, depth - 1)
    const path = bindings.resolveType(type)
    if (!path) return undefined
    const { root } = path
    if (root.kind === 'module') {
      const server = SERVERS.find(({ framework, facts }) => framework.name === root.name || facts.companions?.includes(root.name) === true)
      const object = server?.facts.types[path.steps.at(-1) ?? '']
      return server && object ? { server, object } : undefined
    }
    if (root.kind !== 'variable') return undefined
    const declaration = root.variable.defs[0]?.node
    if (declaration?.type === 'TSTypeAliasDeclaration') return typeNamed(declaration.typeAnnotation, depth - 1)
    if (declaration?.type !== 'TSInterfaceDeclaration') return undefined
    return declaration.extends.map((part) => typeNamed(part, depth - 1)).find((found) => found !== undefined)
  }

  /** `const login: RequestHandler = (req, res) => …` */
  function serverByHolder(callable: FunctionNode): Server | undefined {
    const outer = callable.parent
    if (outer.type === 'TSSatisfiesExpression' || outer.type === 'TSAsExpression') return serverOfType(outer.typeAnnotation)
    if (outer.type === 'VariableDeclarator' && outer.id.typeAnnotation) return serverOfType(outer.id.typeAnnotation.typeAnnotation)
    if (outer.type === 'PropertyDefinition' && outer.typeAnnotation) return serverOfType(outer.typeAnnotation.typeAnnotation)
    return undefined
  }

  function serverOfType(type: Node): Server | undefined {
    const found = typeNamed(type, 4)
    return found?.object === 'handler' ? found.server : undefined
  }

  function serverByRegistration(callable: FunctionNode): Server | undefined {
    const places = [callable, ...(bindings.entries(callable) ?? [])]
    return places.map((place) => serverOfRegistration(registrationOf(place))).find((found) => found !== undefined)
  }

  function serverOfRegistration(call: TSESTree.CallExpression | undefined): Server | undefined {
    const path = call && bindings.resolve(call.callee)
    if (!path) return undefined
    const found = SERVERS.find(({ facts }) => facts.routers.some((router) => startsWith(path, router)))
    if (found) return found
    const { root } = path
    if (root.kind !== 'parameter' || path.steps.length === 0) return undefined
    return serverOfRouterParameter(root.function, root.index)
  }

  /** `export default async function routes(fastify: FastifyInstance)`, `module.exports = (app: Application) => …` */
  function serverOfRouterParameter(callable: FunctionNode, index: number): Server | undefined {
    const parameter = callable.params[index]
    if (!parameter) return undefined
    const annotation = annotationOf(parameter)
    const path = annotation && bindings.resolveType(annotation)
    const root = path?.root
    return SERVERS.find(({ framework, facts }) => {
      if (root?.kind === 'module') return root.name === framework.name && facts.routerTypes?.includes(path?.steps.at(-1) ?? '') === true
      return facts.routerNames?.includes(nameOf(parameter) ?? '') === true
    })
  }

  function registrationOf(place: Node): TSESTree.CallExpression | undefined {
    let at = wrapped(place)
    for (let depth = 0; depth < 6 && at.parent; depth++) {
      const { parent }: Node = at
      if (parent.type === 'CallExpression' && parent.callee !== at) {
        if (isRegistration(parent)) return parent
      } else if (parent.type !== 'ArrayExpression' && parent.type !== 'Property' && parent.type !== 'ObjectExpression') {
        return undefined
      }
      at = wrapped(parent)
    }
    return undefined
  }
}

/** `app.post('/login', …)`, `router.use(…)`, `http.createServer(…)`: a call of a method that takes handlers. */
function isRegistration(call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee)
  if (callee.type === 'Identifier') return callee.name === 'createServer'
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && REGISTERING.has(callee.property.name)
}

function positionsIn(callable: FunctionNode, { facts }: Server): readonly (HandlerObject | undefined)[] {
  const { errorParameters, parameters } = facts
  if (errorParameters?.length !== callable.params.length) return parameters
  return errorParameters.map((object) => (object === 'error' ? undefined : object))
}

function completePositions(
  callable: FunctionNode,
  objects: readonly (HandlerObject | undefined)[],
  server: Server,
): readonly (HandlerObject | undefined)[] {
  const positions = positionsIn(callable, server)
  if (!objects.every((object, index) => object === undefined || object === positions[index])) return objects
  return callable.params.map((parameter, index) => {
    const isUnnamed = nameOf(parameter) === undefined || isNamedAs(parameter, positions[index], server)
    return objects[index] ?? (isUnnamed ? positions[index] : undefined)
  })
}

function isNamedAs(parameter: TSESTree.Parameter, object: HandlerObject | undefined, { facts }: Server): boolean {
  return object !== undefined && facts.parameterNames[object]?.includes(nameOf(parameter) ?? '') === true
}

/** The object that people call by this name in any server. */
function objectNamed(name: string): HandlerObject | undefined {
  return OBJECTS_BY_NAME.get(name)
}

function asObject(name: string | undefined): HandlerObject | undefined {
  return HANDLER_OBJECTS.find((object) => object === name)
}

function nameOf(parameter: TSESTree.Parameter): string | undefined {
  if (parameter.type === 'Identifier') return parameter.name
  if (parameter.type === 'AssignmentPattern' && parameter.left.type === 'Identifier') return parameter.left.name
  return undefined
}

function annotationOf(parameter: TSESTree.Parameter): Node | undefined {
  if (parameter.type === 'TSParameterProperty') return annotationOf(parameter.parameter)
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter
  return target.typeAnnotation?.typeAnnotation
}

export function startsWith(path: Path, meaning: Meaning): boolean {
  if (meaning.kind !== 'export' || path.root.kind !== 'module' || path.root.name !== meaning.module) return false
  return meaning.steps.every((step, index) => path.steps[index] === step)
}
