import type { Node } from '../ast/nodes.js'
import type { Trust } from './cookie-claims.js'
import type { EventBase, JwtSigned, OptionsPlace, Place } from './events.js'
import type { CookieRead } from './request-cookies.js'

/** Every site is allowed to read answers that are made for the user, with the cookies that the browser sends along. */
export interface CorsAllowed extends EventBase {
  readonly type: 'corsAllowed'
  /** By the name of whoever asks, or by a star, which browsers refuse beside credentials. */
  readonly passing: 'any' | 'star'
  /** What says it: the option, the library's default, or a header that the program writes. */
  readonly by: 'default' | 'header' | 'origin'
}

/** Requests are checked for coming from the program's own pages. */
export interface CsrfChecked extends EventBase {
  readonly type: 'csrfChecked'
  /** Methods that are let pass without a look, in lower case, where the file lists them. */
  readonly ignored: readonly string[]
}

/** A cookie that nobody has signed decides who somebody is, or what he may do. */
export interface CookieTrusted extends EventBase {
  readonly type: 'cookieTrusted'
  readonly name: string
  /** What it is believed to say: that somebody may do something, that he is logged in, who he is. */
  readonly as: Trust
  /** All places in the file that read the cookie. */
  readonly reads: readonly CookieRead[]
  /** Whether the file gives a secret to what reads signed cookies. */
  readonly canBeSigned: boolean
}

/** A session is inside its cookie, and whoever has that can change it. */
export interface SessionUnsigned extends EventBase {
  readonly type: 'sessionUnsigned'
  /** The option that turns the signature off. */
  readonly option?: { readonly name: string; readonly place: OptionsPlace }
  /** The option that is missing. */
  readonly missing?: string
  /** Whether the file shows what it would be signed with. */
  readonly hasKeys: boolean
}

/** Data is written to where whoever holds it can read it; each name of it is told once. */
export interface ReadableDataWritten extends Place {
  readonly type: 'readableDataWritten'
  /** A session that is inside its cookie, a cookie, a token that is not encrypted. */
  readonly where: 'cookie' | 'session' | 'token'
  /** Whether it is the cookie that is called so, and not something inside. */
  readonly isWhole: boolean
  /** What the source calls the data. */
  readonly key: string
  readonly value: Node
  /** The token that it is written into, if it is one. */
  readonly token?: JwtSigned
}
