import type { CorsFacts } from './cors-facts.js'
import type { JwtFacts } from './jwt-facts.js'
import type { Exported, HandlerObject, Meaning, Names } from './meaning.js'
import type { Signature, VersionRange } from './signature.js'

export * from './cors-facts.js'
export * from './jwt-facts.js'
export * from './meaning.js'
export * from './signature.js'

/** The attributes of a cookie, by the names that the web gives them. */
export type Attribute = 'domain' | 'expires' | 'httpOnly' | 'maxAge' | 'partitioned' | 'path' | 'sameSite' | 'secure'

/** What a type tells about the value that has it: an object of a handler, a handler, an object with handlers in it, a router, a plugin. */
export type TypeMeaning = HandlerObject | 'handler' | 'plugin' | 'route' | 'router'

/** How an object is written down: as JSON, or as Node's console prints it, with what JSON leaves out. */
export type Form = 'json' | 'printed'

/** The cookies that a library writes. Lifetimes are in seconds, whatever the library's own unit. */
export interface CookieFacts {
  /** What is sent when the attribute is left out; `tls` means: on requests that came by https, and `production`: there. */
  readonly defaults: {
    readonly httpOnly?: boolean
    readonly secure?: boolean | 'production' | 'tls'
    readonly sameSite?: 'lax' | 'none' | 'strict'
    readonly path?: string
    readonly maxAge?: number
  }
  /** Defaults of older versions, for what differs. */
  readonly defaultsBefore?: { readonly version: VersionRange; readonly defaults: CookieFacts['defaults'] }
  /** The library's spelling, where it is not the usual one. */
  readonly keys?: Partial<Record<Attribute, string>>
  /** The path of the cookie that is deleted where nothing says a path, if that is not the default. */
  readonly deletedPath?: string
  /** Attributes that a deletion has no word for. */
  readonly deletedWithout?: readonly Attribute[]
  /** Unit of a number given as `maxAge`. */
  readonly maxAge: 'milliseconds' | 'seconds'
  /** Whether a lifetime may be a text with its own unit, too: `'2h'`. */
  readonly durations?: boolean
  /** Unit of a number given as `expires`, counted from now; elsewhere it is a date, unless there is no such attribute. */
  readonly expires?: 'days' | 'none'
  /** After how many seconds of silence the server forgets what the cookie stands for, whatever the browser keeps. */
  readonly forgottenAfter?: number
  /** Whether a `maxAge` of 0 deletes the cookie; elsewhere it makes a cookie that ends with the browser. */
  readonly zeroDeletes: boolean
  /** Whether cookies are signed wherever keys are set; elsewhere only with the option `signed`. */
  readonly signed?: 'with keys'
  /** The value of `secure` with which the attribute follows the connection. */
  readonly secureByConnection?: string
  /** How the library spells `SameSite=Lax`, where it is not `lax`. */
  readonly lax?: string
  /** Attributes that the library always sends as its defaults say, whatever is written. */
  readonly forced?: readonly Attribute[]
  /**
   * Options of the whole session that set an attribute of all its cookies which says nothing itself, perhaps only where
   * another option is on: `useSecureCookies`.
   */
  readonly besides?: Partial<Record<Attribute, { readonly option: string; readonly given?: string }>>
  /**
   * Whether the library puts a prefix before the name by itself, so that no other can stand at its beginning, and gives
   * the cookie what a prefix and `SameSite=None` demand, whatever is written.
   */
  readonly prefixesItself?: boolean
  /** The option around the attributes that does away with all defaults as soon as it is there, and since or until when. */
  readonly defaultsLostWith?: { readonly option: string; readonly versions?: VersionRange }
  /** Whether it changes the object with the attributes that it is given, which must not be used again. */
  readonly changesOptions?: boolean
  /** The method that takes value and attributes together, where a value may be assigned by itself: `cookie.set({ value, httpOnly })`. */
  readonly writtenBy?: string
  /** An option that puts a prefix before the cookie's name, and with it gives the cookie what the prefix demands. */
  readonly prefixedBy?: { readonly option: string; readonly prefixes: Readonly<Record<string, '__Host-' | '__Secure-'>> }
  /** Whether attributes may be declared under the cookie's name somewhere else than where it is written. */
  readonly declaredApart?: boolean
}

/** The sessions that a library keeps. */
export interface SessionFacts {
  /** Where it hangs: `session` in `req.session`, `get('session')` in `c.get('session')`; the usual place first. */
  readonly places: readonly string[]
  /** What it hangs on; or the exports whose calls give it, where it hangs on nothing. */
  readonly of: Meaning | readonly Meaning[]
  /**
   * Where the data is: on the server under an id, or in the cookie itself. Where an option decides, the data is on
   * the server with any of these options, or unless the option has one of these values. Where another option says
   * it outright, by these words, that one decides. And where it is in one place or the other as its size demands, it
   * is on the server for sure if the option has this value.
   */
  readonly kind:
    | 'client'
    | 'server'
    | { readonly serverWhen: readonly string[]; readonly outright?: { readonly option: string; readonly client: string; readonly server: string } }
    | { readonly clientWhen: { readonly option: string; readonly values: readonly Exported[]; readonly within?: string } }
    | { readonly serverIf: { readonly option: string; readonly value: unknown } }
  /** Whether what is in the cookie itself can be read by whoever has it: it is signed, or not even that. */
  readonly isReadable?: boolean
  /** What leaves it without a signature, so that whoever has it can write it, too: the option, or a secret that is missing. */
  readonly unsigned?: { readonly option: string; readonly value: unknown } | { readonly without: string }
  /** The option that names the cookie, and its default; the option for the first part of that, and what it is in later versions. */
  readonly name: {
    readonly options: readonly string[]
    readonly default: string
    readonly prefix?: string
    readonly since?: { readonly version: VersionRange; readonly default: string }
  }
  /** The option that supplies ids, if ids can be supplied. */
  readonly generator?: readonly string[]
  /** Whether the generator is given the request, or the context that has it. */
  readonly generatorAsks?: boolean
  /** The option for the store. */
  readonly store?: readonly string[]
  /** The library's own store in memory, in which nothing ends that has no lifetime. */
  readonly memoryStore?: string
  /** Functions that set up sessions which are kept in memory. */
  readonly inMemory?: readonly Exported[]
  /** The option by which sessions are saved in which nothing is, and its default. */
  readonly uninitialized?: { readonly option: string; readonly default: boolean }
  readonly lifetime: LifetimeFacts
  /** How the id is renewed; nothing where there is no id to renew. */
  readonly renew?: Operation
  /** How the session is ended on the server. */
  readonly end?: Operation
  /** Whether the browser keeps the cookie when the session has ended that way, so that the program must delete it. */
  readonly keepsCookie?: boolean
  /** Whether a request may be without one, as its type says, too. */
  readonly mayBeMissing?: boolean
  /** Whether the server brings the sessions along, so that a project which has the server need not use them. */
  readonly comesWithServer?: boolean
  /**
   * In which forms a session that is written down as a whole shows its id. Left out where it shows none (measured,
   * `tests/libraries`).
   */
  readonly showsId?: readonly Form[]
  /** Whether no member of it is its ID: the `id` of a session in the same place is that of another library's record. */
  readonly hidesId?: boolean
  /** Methods by which its sessions are known where nothing else tells the library. */
  readonly telling?: readonly string[]
  /** An option with which `req.session = null` ends the session. */
  readonly abandonedEndsWith?: { readonly option: string; readonly value: string }
}

export interface LifetimeFacts {
  /** Options that hold a lifetime beside the cookie's own `maxAge` and `expires`, and their unit: `ttl`, `session.maxAge`. */
  readonly options?: Readonly<Record<string, 'milliseconds' | 'seconds'>>
  /** Options that hold an object for a lifetime. */
  readonly spans?: Readonly<Record<string, TimeSpans>>
  /** The one of these options that the server enforces, where the cookie's `maxAge` is left to the browser. */
  readonly enforced?: string
  /** The lifetime in seconds when nothing is said; nothing for a session without an end. */
  readonly default?: number
  /** The same for data that is on the server, where an option decides where it is. */
  readonly defaultOnServer?: number
  /** Values of `maxAge` that mean a session without an end. */
  readonly endless?: readonly unknown[]
  /** Whether such a value takes away the end that another option gives. */
  readonly endlessOverrules?: boolean
  /** Values of these options that mean a session without an end. */
  readonly endlessOptions?: readonly unknown[]
  /** Who ends it: the server, or only the browser that drops the cookie (measured, `tests/libraries`). */
  readonly enforcedBy: 'browser' | 'server'
  /** Whether each visit moves the end that the browser knows: by itself, by an option, or never. */
  readonly slides: 'always' | 'never' | { readonly option: string; readonly default: boolean }
  /** A further option by which visits move the end, perhaps only those near to it. */
  readonly renewedBy?: string
  /**
   * How long a session on the server keeps its end before a visit moves it again: an option, and what it is if left out,
   * in seconds. Where a session ends sooner than that, no visit moves its end.
   */
  readonly renewedAfter?: { readonly option: string; readonly default: number }
}

/** Objects that stand for a lifetime, by what makes them from a number and a unit, and the seconds of each unit. */
export interface TimeSpans {
  readonly made: Exported
  readonly units: Readonly<Record<string, number>>
}

/** A call or assignment that renews or ends a session, as a fix writes it. */
export interface Operation {
  /**
   * The code after the handler's object: `session.regenerate` in `req.session.regenerate(done)`. A call that needs
   * arguments, or none, and an assignment stand as they are: `set('rotate', true)`, `session = null`.
   */
  readonly code: string
  /** How its end is known: a callback, a promise, both, or at once (an assignment, a synchronous call). */
  readonly ends: 'at once' | 'callback' | 'callback or promise' | 'promise'
  /** Whether the data of the session survives. */
  readonly keepsData: boolean
  /** Whether the session stays the same object, so that variables which hold it are not stale. */
  readonly keepsObject?: boolean
  /** What it needs in a type of the program, and the member beside which such types have it. */
  readonly declares?: { readonly name: string; readonly type: string; readonly beside: string }
  /** What it gives, where it leaves the session as it is, with its id: the program must write to that, and end the old one. */
  readonly gives?: 'another session'
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
  /** Methods that take plugins, which are functions that are handed a router; `register` if left out. */
  readonly plugging?: readonly string[]
  /** Methods that register handlers, beside those that are called like methods of HTTP: `onError`. */
  readonly registering?: readonly string[]
  /** Functions that are given a handler, alone or in an object, and give it to the server: `defineEventHandler`. */
  readonly takers?: readonly Taker[]
  /** Exports that the server calls, by the file that they stand in. */
  readonly exports?: readonly ExportedHandlers[]
  /** Names of files that say which method their handlers answer, and folders in which files that don't answer all: `logout.get.ts`, `server/api/logout.ts`. */
  readonly methodFiles?: { readonly named: RegExp; readonly folders: RegExp }
  /** Functions around plugins, which are functions that are handed a router. */
  readonly pluginWrappers?: readonly Meaning[]
  /** Names of routers that are handed in: `(fastify) => …`, `(app) => …`. */
  readonly routerNames?: readonly string[]
  /** Decorators that mark a parameter as one of these objects, or as a member of it: `request.session`. */
  readonly decorators?: Readonly<Record<string, string>>
  /** Servers that may work underneath, whose objects are handed on. */
  readonly platforms?: readonly string[]
  /** Members that lead from one object to another: `request.res` is the response; perhaps of another server. */
  readonly members?: Readonly<Record<string, { readonly object: HandlerObject; readonly server?: string }>>
  /** Whether it may run where Node's modules are not: unless one of some packages says that it runs under Node, or only where one says that it does not. */
  readonly withoutNode?: { readonly unless: readonly string[] } | { readonly where: readonly string[] }
  /** Packages that load the environment when the program is put together: what modules read when they are loaded is read before that. */
  readonly loadsEnvironment?: readonly string[]
  /** Whether the server waits for an async handler and answers its rejections, and since which version. */
  readonly awaitsHandlers: VersionRange | boolean
  /** Whether what a handler returns is sent as the answer. */
  readonly sendsReturnValue: boolean
  /** Whether it takes the forms of a page without being told to. */
  readonly takesForms?: boolean
  /** The call on the response that answers with an error where there is no `next`; `{error}` is the error. */
  readonly fail?: string
}

/** A function that is given handlers, by what it is and by what it calls them with. */
export interface Taker {
  readonly is: Meaning
  /** What the handlers are called with, where it is not what the server's others are. */
  readonly parameters?: readonly (HandlerObject | undefined)[]
  /** The method that the handlers answer, in lower case, where it is always the same. */
  readonly method?: string
}

/** Functions that a server finds by the files that export them. */
export interface ExportedHandlers {
  readonly files: RegExp
  /** The names of the exports; `actions.*` is every function in the object `actions`. */
  readonly names: readonly string[]
  /** What they are called with, where it is not what the server's others are. */
  readonly parameters?: readonly (HandlerObject | undefined)[]
  /** Whether such files may run where Node's modules are not. */
  readonly withoutNode?: boolean
  /** The methods that exports answer, where the name is not that of the method: `all`, or one in lower case. */
  readonly methods?: Readonly<Record<string, string>>
}

/** A store in which a session library keeps its records, by the options of its own that end them. */
export interface StoreFacts {
  readonly options: Readonly<Record<string, 'milliseconds' | 'seconds'>>
  /** How long a record without a lifetime lives, in seconds. */
  readonly default: number
  /** An option with which records stay for ever, unless it is false. */
  readonly endlessWith?: { readonly option: string; readonly value: true }
}

/** What checks that a request comes from the program's own pages. */
export interface CsrfFacts {
  /** The option that lists the methods that it lets pass unchecked. */
  readonly ignoredMethods?: string
}

/** Where the cookies of a request are found as they came, which whoever sends it has written. */
export interface RequestCookies {
  /** What they are members of. */
  readonly of: Meaning
  readonly plain: string
  /** Where those are that had a signature which was right, and the option that gives one to a cookie. */
  readonly signed?: { readonly member: string; readonly option: string }
}

export interface Framework {
  /** The npm package, or the platform's own name for its interface. */
  readonly name: string
  /** Further packages that tell that the library is in use. */
  readonly packages?: readonly string[]
  /** Where the library documents what the table says. */
  readonly reference: string
  readonly names: Names
  readonly signatures: readonly Signature[]
  readonly cookie?: CookieFacts
  readonly session?: SessionFacts
  readonly server?: ServerFacts
  readonly store?: StoreFacts
  readonly jwt?: JwtFacts
  readonly cors?: CorsFacts
  readonly csrf?: CsrfFacts
  readonly requestCookies?: RequestCookies
  /** How its programs ask whether they run in production, perhaps only in projects that have one of these packages. */
  readonly production?: { readonly code: string; readonly packages?: readonly string[] }
  /** In which form a log writes the objects that it is given. */
  readonly logs?: Form
  /** How long a storage of the page keeps what is written. */
  readonly storage?: 'for ever' | 'of the tab'
  /** Files in which the exports need no import, in projects that have one of these packages. */
  readonly autoImports?: { readonly packages: readonly string[]; readonly files: RegExp }
}

interface FrameworkInput<Name extends string> extends Framework {
  readonly names: Readonly<Record<Name, Meaning | readonly Meaning[]>>
  readonly signatures: readonly Signature<NoInfer<Name>>[]
}

/** A table: one library, as data. A signature whose first word is not in `names` doesn't compile. */
export function defineFramework<const Name extends string>(framework: FrameworkInput<Name>): Framework {
  return framework
}
