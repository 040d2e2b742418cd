/**
 * A use of a library as its reference prints it:
 *
 * - calls: `res.cookie(name, value)`, `new Cookies(req, res)`;
 * - assignments: `req.session = null`, `= {}`, `req.session[property] = value`, and `delete req.session`;
 * - object literals: `{ plugin, options }`, `{ 'Set-Cookie': value }`, and lists: `['Set-Cookie', value]`;
 * - objects that a function answers with: `return { statusCode, headers }`;
 * - objects of a type: `const options: SessionOptions`.
 *
 * On the way there may be calls (`c.get('session').set(property, value)`) and any property
 * (`ctx.cookie[name].set(options)`). The first word is a key of the table's `names`. Parameters, properties
 * and what stands in brackets are the places that roles refer to. A question mark behind a parameter says
 * that it may be left out; one called `done` is the last argument that is a function. A parameter whose
 * name is in `names` must be what that name stands for, and one in quotes must be that text.
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
  /** Whether they are mostly a part of the options, to which others are added in another file. */
  readonly isPart?: true
  /** Attributes of the cookie: `options.cookie`. */
  readonly cookie?: Place
  /** Attributes of every cookie, which count where the cookie's own say nothing. */
  readonly fallback?: Place
  /** The secret, or a list of secrets. */
  readonly secret?: Place | readonly Place[]
  /** Name of the cookie: a parameter, a property of one, or the property in brackets. */
  readonly name?: Place
  /** What is written: into the cookie, into the session, behind the header's name; the ID that a session is given. */
  readonly value?: Place
  /** The session property that is written. */
  readonly property?: Place
  /** An object whose properties are written into the session. */
  readonly properties?: Place
  /** Name of the header, or an object of headers. */
  readonly header?: Place
  readonly headers?: Place
  /** Whole cookies as the headers `Set-Cookie` and `Cookie` state them: a text, or a list of texts. */
  readonly text?: Place
  /** How long the session lives from here on. */
  readonly lifetime?: Place
  /** What a token says, and a token that is verified or decoded. */
  readonly payload?: Place
  readonly token?: Place
  /** What keeps a token from being verified where it is. */
  readonly turnedOffBy?: Place
  /** Options of every signing, and of every verification, that say nothing themselves. */
  readonly signing?: Place
  readonly verifying?: Place
  /** The callback that runs when it is done. */
  readonly done?: Place
  /** How its end is known, where the facts about the session do not say it. */
  readonly ends?: 'callback' | 'callback or promise' | 'promise'
  /** Without this it throws. */
  readonly needs?: Place
  /** A lower bound or an upper bound of the library's versions: `>=0.6`, `<0.6`. */
  readonly versions?: VersionRange
  /** Options with which this does not happen, with this value or with any: `session: false`. */
  readonly unless?: readonly { readonly options: Place; readonly property: string; readonly value?: unknown }[]
  /** This happens only without the callback: with one, the caller does it by hand. */
  readonly unlessGiven?: Place
  /** This happens only where this is written. */
  readonly given?: Place
  /** Functions that a page calls as well, in which nobody can say who does it. */
  readonly unlessIn?: readonly string[]
  /** This happens only where the file or the project tells that the library is in use: what is called is another's. */
  readonly whereInUse?: true
  /** This happens unless an argument has this value. */
  readonly unlessIs?: { readonly argument: Place; readonly value: unknown }
  /** Only a middleware is made here: this happens to the requests that it is given. */
  readonly makesMiddleware?: true
}

export type VersionRange = `<${string}` | `>=${string}`

export type Emission =
  | 'answered'
  | 'browserCookieWritten'
  | 'cookieAmended'
  | 'cookieCleared'
  | 'cookieDeclared'
  | 'cookieDefaultsSet'
  | 'cookieRead'
  | 'cookieWritten'
  | 'cookiesParsed'
  | 'cookiesRead'
  | 'corsConfigured'
  | 'csrfChecked'
  | 'headerRead'
  | 'headerWritten'
  | 'jwtBuilt'
  | 'jwtDecoded'
  | 'jwtDecoderMade'
  | 'jwtDefaultsSet'
  | 'jwtSigned'
  | 'jwtSignerMade'
  | 'jwtVerified'
  | 'jwtVerifierMade'
  | 'logged'
  | 'loginByLibrary'
  | 'logoutByLibrary'
  | 'secretGiven'
  | 'sessionAbandoned'
  | 'sessionCommitted'
  | 'sessionConfigured'
  | 'sessionPropertyDeleted'
  | 'sessionDestroyed'
  | 'sessionIdGiven'
  | 'sessionLifetimeGiven'
  | 'sessionLookedUp'
  | 'sessionProlonged'
  | 'sessionRegenerated'
  | 'sessionReplaced'
  | 'sessionSaved'
  | 'sessionWritten'
  | 'storeMade'
  | 'webStorageWritten'

type WithoutKeyword<Text extends string> = Text extends `new ${infer Rest}` | `delete ${infer Rest}` | `return ${infer Rest}` ? Rest : Text

/** The first word of a use, or the type of an object; a literal has none. */
export type RootOf<Text extends string> = WithoutKeyword<Text> extends `{${string}` | `[${string}`
  ? never
  : Text extends `const ${string}: ${infer Type}`
    ? Type
    : HeadOf<WithoutKeyword<Text>>

type HeadOf<Text extends string> = Text extends `${infer Head}.${string}`
  ? HeadOf<Head>
  : Text extends `${infer Head}(${string}`
    ? HeadOf<Head>
    : Text extends `${infer Head}[${string}`
      ? Head
      : Text

export type SplitParameters<List extends string> = List extends `${infer First}, ${infer Rest}`
  ? SplitParameters<First> | SplitParameters<Rest>
  : List extends `${infer Name}?`
    ? Name
    : List

/** The parameters of the last call, which may be on the way to what is assigned. */
type LastList<Text extends string> = Text extends `${string}(${infer Rest}`
  ? Rest extends `${string}(${string}`
    ? LastList<Rest>
    : Rest extends `${infer List})${string}`
      ? List
      : never
  : never

/** The names that may be used as places: parameters of the last call, `[property]` and the right side of an assignment. */
type PlaceIn<Text extends string> = WithoutKeyword<Text> extends `{ ${infer List} }` | `[${infer List}]`
  ? PlaceOf<SplitParameters<List>>
  : Text extends `const ${infer Name}: ${string}`
    ? Name
    :
        | SplitParameters<LastList<Text>>
        | (Text extends `${string}[${infer Property}]${string}` ? Property : never)
        | (Text extends `${string} = ${infer Value}` ? Value : never)

/** `value` in `'Set-Cookie': value`, and `plugin` in `plugin`. */
type PlaceOf<Property extends string> = Property extends `${string}: ${infer Place}` ? Place : Property

type Places<Name extends string> = Name | `${Name}.${string}`

export function signature<const Text extends string>(
  text: Text,
  roles: Roles<Places<PlaceIn<Text>>>,
): Signature<RootOf<Text>> {
  return { text, root: rootOf(text), roles }
}

/** The first word of a signature, or the type of its object; nothing for a literal. */
export function rootOf<const Text extends string>(text: Text): RootOf<Text> {
  const [, type] = /^const \w+: (\w+)$/.exec(text) ?? []
  const root = type ?? text.replace(/^(?:new|delete|return) /, '').split(/[.([ {]/)[0]
  // The pattern says the same in the type: everything up to the first dot, bracket or parenthesis.
  return root as RootOf<Text>
}
