import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode, Node } from '../ast/nodes.js'
import type { Options } from '../ast/object-options.js'
import type { Setting } from '../ast/setting.js'
import type { WrittenText } from '../ast/written-texts.js'
import type { Framework, SessionFacts, TokenExpiry, TokenProtection } from '../frameworks/framework.js'
import type { Cookie } from './cookie.js'
import type { CookieValue } from './cookie-values.js'
import type { Credential } from './credentials.js'
import type { Source, Worth } from './entropy.js'
import type { Lifetime } from './lifetime.js'
import type { SessionDestroyed, SessionLifetimeGiven, SessionProlonged, SessionRegenerated, SessionSaved } from './operation-events.js'
import type { CookieTrusted, CorsAllowed, CsrfChecked, ReadableDataWritten, SessionUnsigned } from './request-events.js'

export type * from './operation-events.js'
export type * from './request-events.js'

/** `proved` by an import, a type, the settings or the manifest; `likely` by position and name. */
export type Certainty = 'likely' | 'proved'

export interface Place {
  /** What to underline: small, and telling. */
  readonly node: Node
  readonly certainty: Certainty
}

export interface EventBase extends Place {
  /** The library whose words the code speaks, and in which a fix answers. */
  readonly framework: Framework
}

/** A session middleware or plugin is set up. */
export interface SessionConfigured extends EventBase {
  readonly type: 'sessionConfigured'
  readonly options: OptionsPlace
  /** Whether another file may add others to them. */
  readonly isPart: boolean
  readonly cookie: Cookie
  /** What ends the sessions. */
  readonly lifetime: Lifetime
  readonly facts: SessionFacts
  /** Where their data is. */
  readonly kind: SessionKind
  /** What keeps them from being forged; undefined where that can't be seen. */
  readonly secrets: readonly Node[] | undefined
}

/** Where the data of a session is: on the server under an id, or in the cookie itself. */
export type SessionKind = 'client' | 'server' | 'unknown'

/** A cookie is sent to the browser. */
export interface CookieWritten extends EventBase {
  readonly type: 'cookieWritten'
  readonly name: Setting<string>
  /** The expression for the name, if there is one. */
  readonly nameNode: Node | undefined
  /** The expression that becomes the value, if one does. */
  readonly value: Node | undefined
  readonly cookie: Cookie
  readonly role: CookieRole
  readonly lifetime: Lifetime
}

/** A script in the browser writes a cookie, which can't be `HttpOnly`. */
export interface BrowserCookieWritten extends Omit<CookieWritten, 'type'> {
  readonly type: 'browserCookieWritten'
}

/** What stands for a user leaves the program, to where others may read it. */
export interface CredentialExposed extends Place {
  readonly type: 'credentialExposed'
  readonly where: 'answer' | 'log' | 'url'
  readonly what: Credential
  /** The parameter of the URL whose value it becomes. */
  readonly parameter?: string | undefined
}

/** Something is written into the storage of a page, which scripts read. */
export interface WebStorageWritten extends EventBase {
  readonly type: 'webStorageWritten'
  readonly name: Setting<string>
  readonly nameNode: Node | undefined
  readonly value: StoredValue
  /** What is in the object that is written as a text, by its name: `JSON.stringify({ token })`. */
  readonly properties: readonly { readonly name: string; readonly value: StoredValue }[]
  /** Whether these are all that is in it; false for what is no object. */
  readonly isSeenWhole: boolean
}

/** What is written into the storage of a page. */
export interface StoredValue extends CookieValue {
  readonly node: Node
  /** Whether it logs nobody in: the page has made it itself, or got it with the session of something else. */
  readonly isOfNobody: boolean
}

/** A cookie is deleted, by a call made for it or by writing one that has expired. */
export interface CookieCleared extends EventBase {
  readonly type: 'cookieCleared'
  readonly name: Setting<string>
  readonly nameNode: Node | undefined
  readonly role: CookieRole
  /** What the deletion says about the cookie, which must be what the cookie has. */
  readonly cookie: Cookie
  /** The call that does it. */
  readonly write: Node
  /** The function that was handed the response, else the one around the call. */
  readonly handler: FunctionNode | undefined
  /** The session of the request that is answered, where its library is known. */
  readonly session: SessionInHandler | undefined
}

/** What a cookie is for. */
export type CookieRole =
  /** It carries a session ID, or a token that stands for the user. */
  | 'session'
  /** It is known to be something else: a preference, a CSRF token, a hint. */
  | 'other'
  | 'unknown'

/** A session ID, or a token that stands for the user, comes into being. */
export interface SessionIdGenerated extends Place {
  readonly type: 'sessionIdGenerated'
  /** The whole expression that makes it. */
  readonly value: Node
  /** What it becomes, in the words of the source: `genid`, `sessionId`. */
  readonly sink: string
  /** What tells that it is one: a library that asks for IDs, a session cookie, or only a name. */
  readonly told: 'cookie' | 'library' | 'name'
  /** How hard it is to guess. */
  readonly worth: Worth
  /** What makes it so. */
  readonly source: Source
  /** Whether the expression is a function that a library calls, and not the ID itself. */
  readonly isFunction: boolean
  /** Whether text is what is wanted there, whatever the expression gives. */
  readonly isText: boolean
}

/** A session gets an ID, or is found by one, that whoever sends the request has chosen. */
export interface SessionIdSupplied extends Place {
  readonly type: 'sessionIdSupplied'
  /** For a new session, for the one of the request, as the value of its cookie, or to find one that is there. */
  readonly how: 'assigned' | 'cookie' | 'generated' | 'lookedUp'
  /** The part of the request that it is taken from, and the name of the header. */
  readonly from: 'body' | 'cookie' | 'header' | 'params' | 'query'
  readonly header: string | undefined
}

/** The session of a visitor becomes the session of a user. */
export interface UserLoggedIn extends EventBase {
  readonly type: 'userLoggedIn'
  /** The statement or call that does it. */
  readonly write: Node
  readonly session: SessionInHandler
  /** Who does it: the program by writing to the session, or the library with its own call. */
  readonly by: 'library' | 'program'
}

/** The session no longer says who the user is, but lives on. */
export interface IdentityUnset extends EventBase {
  readonly type: 'identityUnset'
  readonly write: Node
  readonly session: SessionInHandler
}

/** `req.session = null` and `delete req.session`, where the library takes no notice. */
export interface SessionAbandoned extends EventBase {
  readonly type: 'sessionAbandoned'
  readonly write: Node
  readonly session: SessionInHandler
}

/** The session object from before is put back: `req.session = old`. */
export interface SessionRestored extends EventBase {
  readonly type: 'sessionRestored'
  readonly write: Node
  readonly session: SessionInHandler
}

/** A secret that keeps sessions, cookies or tokens from being forged stands in the file; each is told once. */
export interface SecretWritten extends Place {
  readonly type: 'secretWritten'
  /** The library that takes it; none where only its name tells what it is. */
  readonly framework?: Framework
  /** What nobody may be able to forge. */
  readonly protects: 'cookies' | 'sessions' | 'tokens'
  /** What the source calls it: an option, a constant. */
  readonly name: string
  /** The expression that the library is given, or that the name stands for. */
  readonly value: Node
  /** The literal in it. */
  readonly written: WrittenText
  /** What it steps in for where that is missing: a variable of the environment, or what the source says. */
  readonly missing: string | undefined
}

/** A token is compared with what a request brings, in a way that ends with the first difference. */
export interface TokensCompared extends Place {
  readonly type: 'tokensCompared'
  readonly comparison: TSESTree.BinaryExpression | TSESTree.CallExpression
  readonly sides: readonly [left: Node, right: Node]
  /** The side that a stranger must not find out. */
  readonly secret: Node
  /** The operator or the method. */
  readonly by: string
}

/** A refresh token is exchanged for a new access token, and stays good for more. */
export interface TokenRefreshed extends Place {
  readonly type: 'tokenRefreshed'
  /** The refresh token, as the code that is given it calls it. */
  readonly token: Node
}

/** A token is made that says who somebody is, with a signature or a cipher. */
export interface JwtSigned extends EventBase {
  readonly type: 'jwtSigned'
  /** What the program calls one of several that sign, where that is said. */
  readonly signer?: string | undefined
  /** The expressions that give the token. */
  readonly made: readonly Node[]
  /** What is put into tokens: an expression for each time that the file shows. */
  readonly payloads: readonly Node[]
  readonly secret: Node | undefined
  readonly protection: TokenProtection
  /** The algorithm, where the source or the library's default says it. */
  readonly algorithm: Setting<unknown>
  /** What ends the token. */
  readonly lifetime: Lifetime
  /** Where its end is written, or may be. */
  readonly expiry: TokenExpiryPlace
}

/** Where the end of a token stands: in an option, in the payload as `exp`, or in a step before the last one. */
export type TokenExpiryPlace =
  | { readonly kind: 'option'; readonly place: OptionsPlace; readonly facts: TokenExpiry }
  | { readonly kind: 'payload'; readonly place: OptionsPlace }
  | { readonly kind: 'step'; readonly name: string; readonly last: TSESTree.MemberExpression }
  | undefined

/** Tokens are verified: one, or all that come from now on. */
export interface JwtVerified extends EventBase {
  readonly type: 'jwtVerified'
  /** Whether it is only said here how tokens will be verified elsewhere. */
  readonly isForLater: boolean
  /** What is verified; undefined where nobody can say, or where the library takes it from the request. */
  readonly tokens: readonly Node[] | undefined
  readonly secret: Node | undefined
  /** Where the options stand. */
  readonly options: OptionsPlace
  readonly algorithms: TokenAlgorithms
  /** The option, where it says that tokens are taken that have expired. */
  readonly ignoringExpiry: { readonly place: OptionsPlace; readonly option: string; readonly node: Node } | undefined
  /** Whether tokens are refused that are old, whatever their end. */
  readonly limitsAge: boolean
}

/** The algorithms that a verification lets pass. */
export type TokenAlgorithms =
  | { readonly state: 'listed'; readonly place: OptionsPlace; readonly names: readonly string[]; readonly isComplete: boolean; readonly node: Node }
  | { readonly state: 'absent'; readonly place: OptionsPlace }
  | { readonly state: 'unknown' }

/** A token is read without a look at its signature. */
export interface JwtDecoded extends Omit<EventBase, 'framework'> {
  readonly type: 'jwtDecoded'
  /** The library; undefined where the program takes the token apart itself. */
  readonly framework: Framework | undefined
  /** The whole expression that gives what the token says. */
  readonly read: Node
  /** Where the token comes from; undefined where the library takes it from the request. */
  readonly token: Node | undefined
  /** What is given as if it were the key of a verification, where there is none. */
  readonly secret: Node | undefined
  /** The argument without which it would be verified. */
  readonly turnedOffBy: Node | undefined
}

export type SessionEvent =
  | BrowserCookieWritten
  | CookieCleared
  | CookieTrusted
  | CookieWritten
  | CorsAllowed
  | CredentialExposed
  | CsrfChecked
  | IdentityUnset
  | JwtDecoded
  | JwtSigned
  | JwtVerified
  | ReadableDataWritten
  | SecretWritten
  | SessionAbandoned
  | SessionConfigured
  | SessionDestroyed
  | SessionIdGenerated
  | SessionIdSupplied
  | SessionLifetimeGiven
  | SessionProlonged
  | SessionRegenerated
  | SessionRestored
  | SessionUnsigned
  | SessionSaved
  | TokenRefreshed
  | TokensCompared
  | UserLoggedIn
  | WebStorageWritten

export type EventType = SessionEvent['type']
export type EventOf<Type extends EventType> = Extract<SessionEvent, { readonly type: Type }>

/** Where options stand: in an argument of a call, where an edit may have to create what is missing, or in an object. */
export interface OptionsPlace {
  readonly options: Options
  /** The objects from the outermost inwards; the last one is `options`. */
  readonly chain: readonly Options[]
  /** The whole use of the library. */
  readonly node: Node
  /** The call whose argument the outermost object is, if it is one, and which argument. */
  readonly call: TSESTree.CallExpression | TSESTree.NewExpression | undefined
  readonly argument: number
  /** The properties that lead from the outermost object to these options. */
  readonly path: readonly string[]
}

/** The session of the request that a handler answers. */
export interface SessionInHandler {
  readonly framework: Framework
  readonly facts: SessionFacts
  readonly kind: SessionKind
  readonly certainty: Certainty
  /** The function that was handed the request; none where a middleware is only set up. */
  readonly handler: FunctionNode | undefined
  /** The code for the object that carries the session: `req`, `ctx`. */
  readonly carrier: string | undefined
  /** The code for the session itself, where the handler is handed it apart: `session` in `({ session }) => …`. */
  readonly holder: string | undefined
}
