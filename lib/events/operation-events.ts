import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode, Node } from '../ast/nodes.js'
import type { EventBase } from './events.js'

interface SessionOperation extends EventBase {
  /** The function that was handed the request, else the one around the call. */
  readonly handler: FunctionNode | undefined
  /** What keeps the program from hearing of a failure. */
  readonly unheard: Unheard | undefined
}

/** Why a program does not learn that an operation on a session has failed. */
export type Unheard =
  /** It is given no callback, and perhaps throws without one. */
  | { readonly kind: 'missing' | 'needed' }
  /** Nobody waits for its promise. */
  | { readonly kind: 'unawaited' }
  /** The callback does not look at its error. */
  | { readonly kind: 'ignored'; readonly callback: FunctionNode }
  /** The callback hands its error on with this call, and goes on. */
  | { readonly kind: 'passed'; readonly call: TSESTree.CallExpression }
  /** The promise around it is fulfilled with the error, which nobody looks at. */
  | { readonly kind: 'resolved'; readonly resolve: Node; readonly promise: TSESTree.NewExpression }

/** The id of a session is renewed. */
export interface SessionRegenerated extends SessionOperation {
  readonly type: 'sessionRegenerated'
  /** Whether only a middleware is made here, which renews it before the handlers that it is registered with. */
  readonly isMiddleware: boolean
  /** Functions that run, and `await`s that end, when the new id is there. */
  readonly completions: ReadonlySet<Node>
  /** Whether a failure can be noticed. After a callback that ignores its error the old record may live on. */
  readonly isErrorHandled: boolean
  /** The callback, if it is a function of this file. */
  readonly callback: FunctionNode | undefined
}

/** The record of a session is deleted. */
export interface SessionDestroyed extends SessionOperation {
  readonly type: 'sessionDestroyed'
  readonly completions: ReadonlySet<Node>
}

/** The end of a session is moved, by the program itself. */
export interface SessionProlonged extends EventBase {
  readonly type: 'sessionProlonged'
}

/** One session is given a lifetime of its own: `req.session.cookie.maxAge = DAY`. */
export interface SessionLifetimeGiven extends EventBase {
  readonly type: 'sessionLifetimeGiven'
  /** The longest that the source decides. */
  readonly seconds: number
  /** What is written for it, and its unit where it is one number. */
  readonly value: Node
  readonly unit: 'milliseconds' | 'seconds' | undefined
}

/** A session is written to its store, or into its cookie, before the library would do it by itself. */
export interface SessionSaved extends SessionOperation {
  readonly type: 'sessionSaved'
}
