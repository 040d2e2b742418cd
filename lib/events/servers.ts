import type { Framework, HandlerObject, ServerFacts } from '../frameworks/framework.js'
import { frameworks } from '../frameworks/index.js'

/** A library that calls handlers. */
export interface Server {
  readonly framework: Framework
  readonly facts: ServerFacts
}

export const SERVERS: readonly Server[] = frameworks.flatMap((framework) =>
  framework.server ? [{ framework, facts: framework.server }] : [],
)

/** Servers that work under another one, the most usual first. */
export const PLATFORMS: readonly Framework[] = SERVERS.map(({ framework }) => framework).filter(({ name }) =>
  SERVERS.some(({ facts }) => facts.platforms?.includes(name) === true),
)

const HANDLER_OBJECTS: readonly HandlerObject[] = ['context', 'next', 'request', 'response']

const OBJECTS_BY_NAME = new Map<string, HandlerObject>(
  SERVERS.flatMap(({ facts }) =>
    HANDLER_OBJECTS.flatMap((object) =>
      (facts.parameterNames[object] ?? []).filter((name) => name !== '_').map((name) => [name, object] as const),
    ),
  ),
)

const SERVERS_BY_NAME = new Map<string | undefined, Server>(SERVERS.map((server) => [server.framework.name, server]))

/** What is found in the objects of handlers, by the server: the response in `req.res`. */
const MEMBERS = new Map<string | undefined, readonly ObjectMember[]>(
  SERVERS.map(({ facts, framework }) => [
    framework.name,
    Object.entries(facts.members ?? {}).map(([path, next]) => {
      const [object = '', ...steps] = path.split('.')
      return { object, steps, next }
    }),
  ]),
)

/** An object of a handler that hangs on another one. */
export interface ObjectMember {
  readonly object: string
  readonly steps: readonly string[]
  readonly next: { readonly object: HandlerObject; readonly server?: string }
}

export function serverNamed(name: string | undefined): Server | undefined {
  return SERVERS_BY_NAME.get(name)
}

export function objectMembersOf(server: string | undefined): readonly ObjectMember[] {
  return MEMBERS.get(server) ?? []
}

/** The server to which a package belongs: its own, or one made for it. */
export function serverOfPackage(name: string): Server | undefined {
  return SERVERS.find(({ framework, facts }) => framework.name === name || facts.companions?.includes(name) === true)
}

/** The object that people call by this name in any server. */
export function objectNamed(name: string | undefined): HandlerObject | undefined {
  return OBJECTS_BY_NAME.get(name ?? '')
}

export function asObject(name: string | undefined): HandlerObject | undefined {
  return HANDLER_OBJECTS.find((object) => object === name)
}

/** Whether people call this object of a server by this name. */
export function isNamedAs(name: string | undefined, object: HandlerObject | undefined, { facts }: Server): boolean {
  return object !== undefined && name !== undefined && facts.parameterNames[object]?.includes(name) === true
}
