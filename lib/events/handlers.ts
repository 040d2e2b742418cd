import type { TSESTree } from '@typescript-eslint/utils'
import { propertyName } from '../ast/member-name.js'
import { isCallStep, startsWithSteps, type Path } from '../ast/paths.js'
import { functionAround, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { onceForEach } from '../ast/once-for-each.js'
import type { Framework, HandlerObject } from '../frameworks/framework.js'
import type { Certainty } from './events.js'
import { decide, type Evidence } from './evidence.js'
import type { FileContext } from './file-context.js'
import { createHandlerTypes, nameOf, type Decoration, type Typed } from './handler-types.js'
import { createRegistrations, type Registered, type Registrations } from './registrations.js'
import { isResolver } from './resolver-calls.js'
import { asObject, isNamedAs, objectMembersOf, objectNamed, PLATFORMS, serverNamed, SERVERS, type Server } from './servers.js'

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
  /** Whether a function answers requests: by registration, by its type, by decorators, by its parameters' names, or as a resolver. */
  isHandler(callable: FunctionNode): boolean
  /** The server whose objects a function is handed. */
  serverOf(callable: FunctionNode): Framework | undefined
  /** What calls the function and takes what it returns: the server, or a framework on top of it. */
  callerOf(callable: FunctionNode): Framework | undefined
  /** The method that a handler answers, in lower case, or `all`, where no registration says it but its place does. */
  methodOf(callable: FunctionNode): string | undefined
  /** The name of the parameter that is one of the server's objects. */
  parameterName(callable: FunctionNode, object: HandlerObject): string | undefined
  /** The name that the handler around a place, or one further out, has for one of the server's objects. */
  nameAround(node: Node, object: HandlerObject): string | undefined
  /** The name that the pattern of a parameter gives to a member of one of the server's objects. */
  memberName(callable: FunctionNode, object: HandlerObject, member: string): string | undefined
  /** The application or router from which a path starts. */
  readonly routerOf: Registrations['routerOf']
  /** The call that registers a function as a handler, if it stands in one. */
  registrationOf(callable: Node): TSESTree.CallExpression | undefined
  /** Where a function stands or is named, itself or what is wrapped around it. */
  placesOf(callable: FunctionNode): readonly Node[]
  /** The calls that a handler is given to before its server gets what they make of it: `withAuth(async (request) => …)`. */
  readonly wrappersOf: Registrations['wrappersOf']
}

type Objects = readonly (HandlerObject | undefined)[]

interface HandlerFacts {
  readonly server: Framework | undefined
  /** The framework on top of the server that calls the function, if there is one. */
  readonly caller?: Framework | undefined
  readonly certainty: Certainty
  readonly objects: Objects
  /** Further members that a parameter stands for: `session` for `@Session()`. */
  readonly members: readonly (readonly string[] | undefined)[]
  readonly isHandler: boolean
}

const NO_HANDLER: HandlerFacts = { server: undefined, certainty: 'likely', objects: [], members: [], isHandler: false }

/** What is handed on more often than this, nobody follows: the stack has an end. */
const MOST_CALLERS = 50

export function createHandlers(context: FileContext): Handlers {
  const { bindings } = context
  const types = createHandlerTypes(bindings)
  const registrations = createRegistrations(context, types)
  const known = new Map<FunctionNode, HandlerFacts>()
  const namesWithin = onceForEach<FunctionNode, Map<HandlerObject, string | undefined>>(() => new Map())
  let callers = 0

  return {
    // Every pattern that may start with the path asks the same.
    objectOf: onceForEach(objectOf),
    isHandler: (callable) => factsOf(callable).isHandler,
    serverOf: (callable) => factsOf(callable).server,
    callerOf: (callable) => factsOf(callable).caller ?? factsOf(callable).server,
    methodOf(callable) {
      const { isHandler, server } = factsOf(callable)
      return isHandler && server ? registrations.methodOf(callable, server) : undefined
    },
    parameterName,
    nameAround,
    memberName,
    routerOf: registrations.routerOf,
    registrationOf: registrations.registrationOf,
    placesOf: registrations.placesOf,
    wrappersOf: registrations.wrappersOf,
  }

  function parameterName(callable: FunctionNode, object: HandlerObject): string | undefined {
    const { members, objects } = factsOf(callable)
    const index = objects.findIndex((found, at) => found === object && members[at] === undefined)
    return nameOf(callable.params[index])
  }

  function nameAround(node: Node, object: HandlerObject): string | undefined {
    const callable = functionAround(node)
    if (!callable) return undefined
    const names = namesWithin(callable)
    if (!names.has(object)) names.set(object, parameterName(callable, object) ?? nameAround(callable, object))
    return names.get(object)
  }

  function memberName(callable: FunctionNode, object: HandlerObject, member: string): string | undefined {
    const parameter = callable.params[factsOf(callable).objects.indexOf(object)]
    const properties = parameter?.type === 'ObjectPattern' ? parameter.properties : []
    const [found] = properties.flatMap((property) => (property.type === 'Property' && propertyName(property) === member ? [property.value] : []))
    return found?.type === 'Identifier' ? found.name : undefined
  }

  function objectOf(path: Path): Handed | undefined {
    const { root, steps } = path
    if (root.kind !== 'parameter') return root.kind === 'this' ? objectByMember(path) : undefined
    const { certainty, members, objects, server } = factsOf(root.function)
    const object = objects[root.index]
    const start = object && { object, server: server?.name, certainty, handler: root.function, steps: [...(members[root.index] ?? []), ...steps] }
    // `context` may be anybody's: a resolver of GraphQL has the request in it.
    return start?.server === undefined ? (objectByMember(path) ?? start) : follow(start)
  }

  /** `context.req.session`, `({ req }) => req.session`: by the name of the member, where evidence decides whose it is. */
  function objectByMember({ steps }: Path): Handed | undefined {
    for (const [index, step] of steps.entries()) {
      const object = objectNamed(step)
      if (isCallStep(step) || isCallStep(steps[index + 1])) return undefined
      const evidence = object && serverByEvidence([step], [object])
      if (object && evidence) {
        return follow({ object, server: evidence.framework.name, certainty: 'likely', steps: steps.slice(index + 1), handler: undefined })
      }
    }
    return undefined
  }

  /** Goes on from one object to another: `req.res.cookie` is the response's `cookie`. */
  function follow(handed: Handed): Handed {
    const member = objectMembersOf(handed.server).find(({ object, steps }) => object === handed.object && startsWithSteps(handed.steps, steps))
    if (!member) return handed
    const { next, steps } = member
    return follow({ ...handed, object: next.object, server: next.server ?? handed.server, steps: handed.steps.slice(steps.length) })
  }

  function factsOf(callable: FunctionNode): HandlerFacts {
    const found = known.get(callable)
    if (found) return found
    // A function that calls itself is no evidence for what it is handed.
    known.set(callable, NO_HANDLER)
    const facts = readFacts(callable)
    known.set(callable, facts)
    return facts
  }

  function readFacts(callable: FunctionNode): HandlerFacts {
    const decorations = callable.params.map((parameter) => types.decorationOf(parameter))
    if (decorations.some((found) => found !== undefined)) return factsByDecorators(callable, decorations)
    const typed = callable.params.map((parameter) => types.typeOf(parameter))
    const first = typed.find((found) => asObject(found?.meaning) !== undefined)
    if (first) return factsByTypes(callable, typed, first.server)
    const held = types.typeOfHolder(callable)
    const isHandler = held?.meaning === 'handler' || held?.meaning === 'route'
    const registration = held && isHandler ? { server: held.server, names: [] } : registrations.serverOf(callable)
    if (registration) return factsByPosition(callable, registration)
    return factsByCallers(callable) ?? factsByNames(callable)
  }

  function factsByDecorators(callable: FunctionNode, decorations: readonly (Decoration | undefined)[]): HandlerFacts {
    const typed = callable.params.map((parameter) => types.typeOf(parameter)).find((found) => found !== undefined)
    const decided = typed?.server.framework ?? decide(context, PLATFORMS)?.framework
    return {
      server: decided ?? PLATFORMS[0],
      caller: decorations.find((found) => found !== undefined)?.caller,
      certainty: decided ? 'proved' : 'likely',
      objects: decorations.map((found) => asObject(found?.place.split('.')[0])),
      members: decorations.map((found) => (found?.place.includes('.') === true ? found.place.split('.').slice(1) : undefined)),
      isHandler: true,
    }
  }

  function factsByTypes(callable: FunctionNode, typed: readonly (Typed | undefined)[], server: Server): HandlerFacts {
    const positions = positionsIn(callable, server, [])
    const objects = callable.params.map((parameter, index) => {
      const named = isNamedAs(nameOf(parameter), positions[index], server) ? positions[index] : undefined
      return asObject(typed[index]?.meaning) ?? named
    })
    const answers = objects.includes('response') || objects.includes('context')
    const isHandler = answers || registrations.registrationOf(callable) !== undefined || registrations.serverOf(callable) !== undefined
    return { server: server.framework, certainty: 'proved', objects, members: [], isHandler }
  }

  function factsByPosition(callable: FunctionNode, { names, parameters, server }: Registered): HandlerFacts {
    const objects = parameters ?? positionsIn(callable, server, names)
    return { server: server.framework, certainty: 'proved', objects, members: [], isHandler: true }
  }

  /** A helper is handed what all of its callers in this file hand on: `setCookies(res, token)`. */
  function factsByCallers(callable: FunctionNode): HandlerFacts | undefined {
    if (callers === MOST_CALLERS) return undefined
    callers += 1
    const calls = registrations.callsOf(callable)
    const given = callable.params.map((_, index) => agreed(calls.map((call) => handedAt(call.arguments[index]))))
    callers -= 1
    const first = given.find((found) => found !== undefined)
    const server = serverNamed(first?.server)
    if (!first || !server) return undefined
    return {
      server: server.framework,
      certainty: given.every((found) => found === undefined || found.certainty === 'proved') ? 'proved' : 'likely',
      objects: given.map((found) => (found?.server === first.server ? found?.object : undefined)),
      members: given.map((found) => (found && found.steps.length > 0 ? found.steps : undefined)),
      isHandler: given.some((found) => found?.object === 'request') && given.some((found) => found?.object === 'response'),
    }
  }

  function handedAt(argument: Node | undefined): Handed | undefined {
    const path = argument && bindings.resolve(argument)
    return path && objectOf(path)
  }

  function factsByNames(callable: FunctionNode): HandlerFacts {
    const names = callable.params.map(nameOf)
    const objects = names.map(objectNamed)
    const isForResolving = isResolver(callable, bindings) && registrations.callsOf(callable).length === 0
    if (objects.every((object) => object === undefined)) return { ...NO_HANDLER, isHandler: isForResolving }
    // A response without a request may be that of an HTTP client: `.then((res) => …)`.
    const isAlone = !objects.includes('request') && objects.includes('response')
    if (isAlone && wrapped(callable).parent?.type === 'CallExpression') return NO_HANDLER
    const isForeign = callable.params.some((parameter) => types.isForeign(parameter))
    const evidence = serverByEvidence(names, objects)
    const framework = evidence?.framework ?? (isAlone || isForeign ? undefined : serverByTellingName(names, objects))
    const server = serverNamed(framework?.name)
    const completed = server && objects.includes('response') ? completePositions(callable, objects, server) : objects
    const answers = completed.includes('request') && completed.includes('response')
    const isHandler = answers || completed.includes('context') || isForResolving || registrations.registrationOf(callable) !== undefined
    const isSure = evidence?.certainty === 'proved' && (answers || completed.includes('context'))
    return { server: framework, certainty: isSure ? 'proved' : 'likely', objects: completed, members: [], isHandler }
  }

  /** Which server's handler has parameters of these names, where the file or the project tells the server. */
  function serverByEvidence(names: readonly (string | undefined)[], objects: Objects): Evidence | undefined {
    const candidates = serversWith(names, objects)
    // Node's own request and response are underneath every server: they are meant when no other is.
    return decide(context, candidates.filter(({ name }) => name !== 'node:http')) ?? decide(context, candidates)
  }

  /** The same where only the names tell: `(req, res)` is Express's unless something speaks for another. */
  function serverByTellingName(names: readonly (string | undefined)[], objects: Objects): Framework | undefined {
    const candidates = serversWith(names, objects)
    const [likely, another] = candidates.filter(({ server }) =>
      objects.some((object, index) => object !== undefined && server?.tellingNames?.includes(names[index] ?? '') === true),
    )
    const isContested = candidates.filter((candidate) => decide(context, [candidate])).length > 1
    return likely && !another && !isContested ? likely : undefined
  }
}

function serversWith(names: readonly (string | undefined)[], objects: Objects): Framework[] {
  return SERVERS.filter((server) => objects.every((object, index) => object === undefined || isNamedAs(names[index], object, server))).map(
    ({ framework }) => framework,
  )
}

/** What a server hands to a function, by position. */
function positionsIn(callable: FunctionNode, { facts }: Server, registeredBy: readonly string[]): Objects {
  const { errorHandlers, errorParameters, parameters } = facts
  // `app.param('id', (req, res, next, id) => …)` takes four parameters too.
  const isToldByNumber = errorParameters?.length === callable.params.length && !registeredBy.includes('param')
  const takesError = errorHandlers ? registeredBy.some((name) => errorHandlers.includes(name)) : isToldByNumber
  if (!errorParameters || !takesError) return parameters
  return errorParameters.map(asObject)
}

/** `(_, res) => …`, `({ body }, res) => …`: what stands before the response is the request. */
function completePositions(callable: FunctionNode, objects: Objects, server: Server): Objects {
  const positions = positionsIn(callable, server, [])
  if (!objects.every((object, index) => object === undefined || object === positions[index])) return objects
  return callable.params.map((parameter, index) => {
    const name = nameOf(parameter)
    const isUnnamed = name === undefined || isNamedAs(name, positions[index], server)
    return objects[index] ?? (isUnnamed ? positions[index] : undefined)
  })
}

/** What all of several callers hand on; undefined when one of them hands on something else. */
function agreed(given: readonly (Handed | undefined)[]): Handed | undefined {
  const [first] = given
  const isSame = (other: Handed | undefined) =>
    other !== undefined && other.object === first?.object && other.server === first.server && other.steps.join('.') === first.steps.join('.')
  return given.every(isSame) ? first : undefined
}
