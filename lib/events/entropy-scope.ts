import type { Node } from '../ast/nodes.js'
import type { Worth } from './entropy.js'
import type { Variable } from '../ast/variables.js'

/** What the parameters of a function hold while one call of it is read. */
export interface Scope {
  /** How many calls deep. */
  readonly depth: number
  get(variable: Variable): Held | undefined
}

export type Held =
  /** An argument, to be read where the call stands. */
  | { readonly kind: 'argument'; readonly node: Node; readonly scope: Scope }
  /** What a library hands to a callback. */
  | { readonly kind: 'worth'; readonly worth: Worth }

export const NO_SCOPE: Scope = { depth: 0, get: () => undefined }

export function scopeInside(outer: Scope, held: ReadonlyMap<Variable, Held>): Scope {
  return { depth: outer.depth + 1, get: (variable) => held.get(variable) ?? outer.get(variable) }
}

/** Reads what expressions are worth; parts of it live in several files, which call each other. */
export interface Reader {
  /** Undefined where the source does not decide it. */
  read(node: Node, scope: Scope): Worth | undefined
  /** What a function gives that is called with these arguments. */
  readCalled(callable: Node, held: readonly (Held | undefined)[], scope: Scope): Worth | undefined
  /** A number or text that the source decides. */
  value(node: Node, scope: Scope): unknown
}
