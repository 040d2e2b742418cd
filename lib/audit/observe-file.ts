import type { TSESLint } from '@typescript-eslint/utils'
import type { ESLint } from 'eslint'
import { defineObserver } from '../define-rule.js'
import type { EventType } from '../events/events.js'
import type { SessionFile } from '../events/file.js'
import type { Framework } from '../frameworks/framework.js'
import { NAMESPACE } from '../package.js'
import type { CookieRow, HandlerRow, IdRow, SessionRow } from './inventory.js'
import { observeCookies } from './observe-cookies.js'
import { observeHandlers } from './observe-handlers.js'
import { observeIds, observeSessions } from './observe-sessions.js'

/** The namespace of the rule that reports nothing, and sees what the rules see. */
export const OBSERVER = 'session-security-audit'

/** What happens in a file, as data that outlives its syntax tree. */
export interface ObservedFile {
  /** The libraries whose code was recognised. */
  readonly frameworks: readonly Framework[]
  /** The kinds of events in it; a cookie that is known to be no session's counts for nothing. */
  readonly events: readonly EventType[]
  /** Where secrets stand, so that no report repeats them. */
  readonly secrets: readonly (readonly [start: number, end: number])[]
  readonly cookies: readonly Omit<CookieRow, 'file'>[]
  readonly sessions: readonly Omit<SessionRow, 'file'>[]
  readonly ids: readonly Omit<IdRow, 'file'>[]
  readonly handlers: readonly Omit<HandlerRow, 'file'>[]
  /** Comments that change what is asked of the code. */
  readonly directives: readonly { readonly line: number; readonly column: number; readonly text: string }[]
}

export const NOTHING_OBSERVED: ObservedFile = {
  frameworks: [],
  events: [],
  secrets: [],
  cookies: [],
  sessions: [],
  ids: [],
  handlers: [],
  directives: [],
}

/** A plugin for ESLint whose one rule writes down what the other rules are told, from the same reading of the file. */
export function createObserver(): { readonly plugin: ESLint.Plugin; takeObserved(): ObservedFile } {
  let observed = NOTHING_OBSERVED
  const observe = defineObserver((file, sourceCode) => {
    observed = { ...(file ? observedIn(file) : NOTHING_OBSERVED), directives: directivesIn(sourceCode) }
  })
  return {
    plugin: { rules: { observe } },
    takeObserved() {
      const taken = observed
      observed = NOTHING_OBSERVED
      return taken
    },
  }
}

function observedIn(file: SessionFile): Omit<ObservedFile, 'directives'> {
  const { events } = file
  return {
    frameworks: [...new Set(events.flatMap((event) => ('framework' in event && event.framework ? [event.framework] : [])))],
    events: [...new Set(events.filter((event) => !('role' in event) || event.role !== 'other').map(({ type }) => type))],
    secrets: events.flatMap((event) => (event.type === 'secretWritten' ? [event.written.node.range] : [])),
    cookies: observeCookies(file),
    sessions: observeSessions(file),
    ids: observeIds(file),
    handlers: observeHandlers(file),
  }
}

/** `eslint-disable` and `eslint rule: off`, where they are about all rules or about some of ours. */
function directivesIn(sourceCode: Readonly<TSESLint.SourceCode>): ObservedFile['directives'] {
  return sourceCode.getAllComments().flatMap(({ loc: { start }, value }) => {
    const [, names] = /^\s*eslint(?:-disable(?:-next-line|-line)?)?(?=\s|$)([\s\S]*)/.exec(value) ?? []
    const isOurs = names !== undefined && (names.includes(NAMESPACE) || names.replace(/--[\s\S]*/, '').trim() === '')
    return isOurs ? [{ line: start.line, column: start.column + 1, text: value.replace(/\s+/g, ' ').trim() }] : []
  })
}
