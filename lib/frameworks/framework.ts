/** The attributes of a cookie, by the names that the web gives them. */
export type Attribute = 'domain' | 'expires' | 'httpOnly' | 'maxAge' | 'partitioned' | 'path' | 'sameSite' | 'secure'

/** What a server hands to the functions that answer requests. */
export type HandlerObject = 'context' | 'next' | 'request' | 'response'

/** What a type tells about the value that has it: an object of a handler, a handler, a router, a plugin. */
export type TypeMeaning = HandlerObject | 'handler' | 'plugin' | 'router'

/** What a name in a signature stands for. */
export type Meaning =
  /** An export of a module; the module itself, or its default export, when no name is given. */
  | { readonly kind: 'export'; readonly module: string; readonly steps: readonly string[] }
  /** An object that a server framework hands to its handlers. */
  | { readonly kind: 'object'; readonly object: HandlerObject; readonly servers: readonly string[] }
  /** Any value: the rest of the signature says enough. */
  | { readonly kind: 'anything' }

/** `from('koa-session', 'createSession')` is that export; `from('express-session')` is the module. */
export function from(module: string, name?: string): Meaning {
  return { kind: 'export', module, steps: name === undefined ? [] : name.split('.') }
}

/** What a call of an export returns: `result('express')` is an application. */
export function result(module: string, name?: string): Meaning {
  return { kind: 'export', module, steps: [...(name === undefined ? [] : name.split('.')), '()'] }
}

/** An object made with `new` from an export. */
export function instance(module: string, name?: string): Meaning {
  return { kind: 'export', module, steps: [...(name === undefined ? [] : name.split('.')), 'new()'] }
}

/** The object that any of these servers hands to a handler. */
export function handed(object: HandlerObject, ...servers: readonly string[]): Meaning {
  return { kind: 'object', object, servers }
}

export function anything(): Meaning {
  return { kind: 'anything' }
}

/** What a table says that the first words of its signatures stand for: one thing, or any of several. */
export type Names = Readonly<Record<string, Meaning | readonly Meaning[]>>

/** Everything that a table's names stand for. */
export function meaningsIn({ names }: Pick<Framework, 'names'>): readonly Meaning[] {
  return Object.values(names).flat()
}

/**
 * A use of a library as its reference prints it. Recognised are calls (`res.cookie(name, value)`,
 * `new Cookies(req, res)`), assignments (`req.session = null`, `= {}`, `req.session[property] = value`) and
 * `delete req.session`, also with calls on the way (`c.get('session').set(property, value)`) and any
 * property in the middle (`ctx.cookie[name].set(options)`). The first word is a key of the table's
 * `names`; parameter names and properties in brackets are the places that roles refer to. A question mark behind a parameter says that it may be left out; one
 * called `done` is the last argument that is a function. A parameter whose name is in `names` must be
 * what that name stands for.
 */
export interface Signature<RootName extends string = string> {
  readonly text: string
  readonly root: RootName
  readonly roles: Roles
}

/** What happens where a signature is used, and which parameter plays which part. */
export interface Roles<Place extends string = string> {
  readonly emits: Emission
  /** Options of the whole session: `options`. */
  readonly options?: Place
  /** Attributes of the cookie: `options.cookie`. */
  readonly cookie?: Place
  /** The secret, or a list of secrets. */
  readonly secret?: Place | readonly Place[]
  /** Name of the cookie: a parameter, a property of one, or the property in brackets. */
  readonly name?: Place
  /** What is written: into the cookie, into the session, behind the header's name. */
  readonly value?: Place
  /** The session property that is written. */
  readonly property?: Place
  /** Name of the header, or an object of headers. */
  readonly header?: Place
  readonly headers?: Place
  /** The callback that runs when it is done. */
  readonly done?: Place
  /** A lower bound or an upper bound of the library's versions: `>=0.6`, `<0.6`. */
  readonly versions?: VersionRange
  /** Options with which this does not happen, with this value or with any: `session: false`. */
  readonly unless?: readonly { readonly options: Place; readonly property: string; readonly value?: unknown }[]
  /** This happens only without the callback: with one, the caller does it by hand. */
  readonly unlessGiven?: Place
}

export type VersionRange = `<${string}` | `>=${string}`

export type Emission =
  | 'cookieCleared'
  | 'cookieDefaultsSet'
  | 'cookieWritten'
  | 'cookiesParsed'
  | 'headerWritten'
  | 'loginByLibrary'
  | 'logoutByLibrary'
  | 'sessionAbandoned'
  | 'sessionConfigured'
  | 'sessionPropertyDeleted'
  | 'sessionDestroyed'
  | 'sessionRegenerated'
  | 'sessionReplaced'
  | 'sessionWritten'

type WithoutKeyword<Text extends string> = Text extends `new ${infer Rest}` | `delete ${infer Rest}` ? Rest : Text

export type RootOf<Text extends string> =
  WithoutKeyword<Text> extends `${infer Head}.${string}`
    ? Head extends `${infer Callee}(${string}`
      ? Callee
      : Head
    : WithoutKeyword<Text> extends `${infer Callee}(${string}`
      ? Callee
      : WithoutKeyword<Text>

export type SplitParameters<List extends string> = List extends `${infer First}, ${infer Rest}`
  ? SplitParameters<First> | SplitParameters<Rest>
  : List extends `${infer Name}?`
    ? Name
    : List

/** The parameters of the last call. */
type LastList<Text extends string> = Text extends `${string}(${infer Rest}`
  ? Rest extends `${string}(${string}`
    ? LastList<Rest>
    : Rest extends `${infer List})`
      ? List
      : never
  : never

/** The names that may be used as places: parameters of a call, `[property]` and the right side of an assignment. */
type PlaceIn<Text extends string> =
  | SplitParameters<LastList<Text>>
  | (Text extends `${string}[${infer Property}]${string}` ? Property : never)
  | (Text extends `${string} = ${infer Value}` ? Value : never)

type Places<Name extends string> = Name | `${Name}.${string}`

export function signature<const Text extends string>(
  text: Text,
  roles: Roles<Places<PlaceIn<Text>>>,
): Signature<RootOf<Text>> {
  return { text, root: rootOf(text), roles }
}

/** The first word of a signature. */
export function rootOf<const Text extends string>(text: Text): RootOf<Text> {
  const root = text.replace(/^(?:new|delete) /, '').split(/[.([ ]/)[0] ?? ''
  // The pattern says the same in the type: everything up to the first dot, bracket or parenthesis.
  return root as RootOf<Text>
}

/** The cookies that a library writes. Lifetimes are in seconds, whatever the library's own unit. */
export interface CookieFacts {
  /** What is sent when the attribute is left out; `tls` means: on requests that came by https. */
  readonly defaults: {
    readonly httpOnly?: boolean
    readonly secure?: boolean | 'tls'
    readonly sameSite?: 'lax' | 'none' | 'strict'
    readonly path?: string
    readonly maxAge?: number
  }
  /** Defaults of older versions, for what differs. */
  readonly defaultsBefore?: { readonly version: VersionRange; readonly defaults: CookieFacts['defaults'] }
  /** The library's spelling, where it is not the usual one. */
  readonly keys?: Partial<Record<Attribute, string>>
  /** Unit of a number given as `maxAge`. */
  readonly maxAge: 'milliseconds' | 'seconds'
  /** Whether a `maxAge` of 0 deletes the cookie; elsewhere it makes a cookie that ends with the browser. */
  readonly zeroDeletes: boolean
  /** Whether cookies are signed wherever keys are set; elsewhere only with the option `signed`. */
  readonly signed?: 'with keys'
}

/** The sessions that a library keeps. */
export interface SessionFacts {
  /** Where it hangs: `session` in `req.session`. */
  readonly property: string
  readonly of: Meaning
  /** Where the data is: on the server under an id, or in the cookie itself; or as the option with this name decides. */
  readonly kind: 'client' | 'server' | { readonly serverWhen: readonly string[] }
  /** The option that names the cookie, and its default. */
  readonly name: { readonly options: readonly string[]; readonly default: string }
  /** The option that supplies ids, if ids can be supplied. */
  readonly generator?: readonly string[]
  /** The option for the store. */
  readonly store?: readonly string[]
  /** The library's own store in memory, in which nothing ends that has no lifetime. */
  readonly memoryStore?: string
  readonly lifetime: LifetimeFacts
  /** How the id is renewed; nothing where there is no id to renew. */
  readonly renew?: Operation
  /** How the session is ended on the server. */
  readonly end?: Operation
  /** Methods by which its sessions are known where nothing else tells the library. */
  readonly telling?: readonly string[]
  /** An option with which `req.session = null` ends the session. */
  readonly abandonedEndsWith?: { readonly option: string; readonly value: string }
}

export interface LifetimeFacts {
  /** Options that hold a lifetime beside the cookie's own `maxAge` and `expires`, and their unit. */
  readonly options?: Readonly<Record<string, 'milliseconds' | 'seconds'>>
  /** The one of these options that the server enforces, where the cookie's `maxAge` is left to the browser. */
  readonly enforced?: string
  /** The lifetime in seconds when nothing is said; nothing for a session without an end. */
  readonly default?: number
  /** Values of `maxAge` that mean a session without an end. */
  readonly endless?: readonly unknown[]
  /** Who ends it: the server, or only the browser that drops the cookie (measured, `tests/libraries`). */
  readonly enforcedBy: 'browser' | 'server'
  /** Whether each visit moves the end that the browser knows: by itself, by an option, or never. */
  readonly slides: 'always' | 'never' | { readonly option: string; readonly default: boolean }
}

/** A call or assignment that renews or ends a session, as a fix writes it. */
export interface Operation {
  /** The code after the handler's object: `session.regenerate` in `req.session.regenerate(done)`. */
  readonly code: string
  /** How its end is known: a callback, a promise, both, or at once (an assignment, a synchronous call). */
  readonly ends: 'at once' | 'callback' | 'callback or promise' | 'promise'
  /** Whether the data of the session survives. */
  readonly keepsData: boolean
  readonly versions?: VersionRange
}

/** A server framework: how it calls the functions that answer requests. */
export interface ServerFacts {
  /** What handlers are called with, in this order. */
  readonly parameters: readonly HandlerObject[]
  /** The same for error handlers, which are told by the number of their parameters. */
  readonly errorParameters?: readonly (HandlerObject | 'error')[]
  /** The names that people give these parameters. */
  readonly parameterNames: Partial<Record<HandlerObject, readonly string[]>>
  /** Names of parameters that suggest this server where nothing else tells it. */
  readonly tellingNames?: readonly string[]
  /** What registers handlers that are given an error first; without it they are told by the number of their parameters. */
  readonly errorHandlers?: readonly string[]
  /** Types, by the name of the export; `default` for the default export. */
  readonly types: Readonly<Record<string, TypeMeaning>>
  /** Other packages whose types and routers belong to this server. */
  readonly companions?: readonly string[]
  /** What handlers are registered on. */
  readonly routers: readonly Meaning[]
  /** Functions around plugins, which are functions that are handed a router. */
  readonly pluginWrappers?: readonly Meaning[]
  /** Names of routers that are handed in: `(fastify) => …`. */
  readonly routerNames?: readonly string[]
  /** Decorators that mark a parameter as one of these objects, or as a member of it: `request.session`. */
  readonly decorators?: Readonly<Record<string, string>>
  /** Servers that may work underneath, whose objects are handed on. */
  readonly platforms?: readonly string[]
  /** Members that lead from one object to another: `request.res` is the response; perhaps of another server. */
  readonly members?: Readonly<Record<string, { readonly object: HandlerObject; readonly server?: string }>>
  /** Whether the server waits for an async handler and answers its rejections, and since which version. */
  readonly awaitsHandlers: VersionRange | boolean
  /** Whether what a handler returns is sent as the answer. */
  readonly sendsReturnValue: boolean
  /** The call on the response that answers with an error where there is no `next`; `{error}` is the error. */
  readonly fail?: string
}

export interface Framework {
  /** The npm package. */
  readonly name: string
  /** Where the library documents what the table says. */
  readonly reference: string
  readonly names: Names
  readonly signatures: readonly Signature[]
  readonly cookie?: CookieFacts
  readonly session?: SessionFacts
  readonly server?: ServerFacts
}

interface FrameworkInput<Name extends string> extends Framework {
  readonly names: Readonly<Record<Name, Meaning | readonly Meaning[]>>
  readonly signatures: readonly Signature<NoInfer<Name>>[]
}

/** A table: one library, as data. A signature whose first word is not in `names` doesn't compile. */
export function defineFramework<const Name extends string>(framework: FrameworkInput<Name>): Framework {
  return framework
}
