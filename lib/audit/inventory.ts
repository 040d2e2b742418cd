import type { Place } from './report.js'

/** Every cookie, session, login and logout of a project, weak or not: what the report shows beside its findings. */
export interface Inventory {
  /** Those of sessions first. */
  readonly cookies: readonly CookieRow[]
  readonly sessions: readonly SessionRow[]
  readonly ids: readonly IdRow[]
  readonly handlers: readonly HandlerRow[]
}

/** What points to the findings about it, by their ids. */
interface Judged {
  readonly findings: readonly string[]
}

export interface CookieRow extends Place, Judged {
  /** As the browser gets it; null where it is decided at run time. */
  readonly name: string | null
  /** The code for the name, where that is all there is. */
  readonly expression: string
  readonly role: 'other' | 'session' | 'unknown'
  readonly by: 'program' | 'script in the page' | 'session library'
  readonly library: string
  readonly cells: Readonly<Record<CookieColumn, Cell>>
}

export const COOKIE_COLUMNS = ['httpOnly', 'secure', 'sameSite', 'prefix', 'domain', 'path', 'lifetime'] as const
export type CookieColumn = (typeof COOKIE_COLUMNS)[number]

/** What is known of an attribute, and who says it. */
export interface Cell extends Judged {
  readonly state: 'default' | 'dynamic' | 'missing' | 'set'
  /** The value, or the code that decides it at run time. */
  readonly value: string
  /** Where it stands, if it stands anywhere. */
  readonly line: number | null
  readonly column: number | null
}

/** A place where sessions are set up. */
export interface SessionRow extends Place, Judged {
  readonly library: string
  readonly data: 'in the cookie' | 'on the server' | 'unknown'
  readonly store: string
  readonly secret: string
  readonly ids: string
  readonly idle: string
  readonly absolute: string
  /** Whether the server ends it, or only the browser that drops the cookie. */
  readonly endedBy: 'browser' | 'server'
}

/** A session ID or token that the program makes itself. */
export interface IdRow extends Place, Judged {
  readonly becomes: string
  readonly madeBy: string
  readonly bits: number
}

/** A function in which the session of a request begins, ends or is renewed. */
export interface HandlerRow extends Place, Judged {
  readonly kind: 'login' | 'logout' | 'renewal or end'
  readonly endLine: number
  /** Its route or its name. */
  readonly name: string
  readonly library: string
  readonly does: string
}
