import type { EventType } from '../events/events.js'
import type { ManifestRow } from '../manifest.js'
import type { Inventory } from './inventory.js'

export type Severity = ManifestRow['severity']

/** From the worst. */
export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low']

/** What an audit has found, as data: every format is a rendering of this, and the JSON report is this itself. */
export interface Report {
  /** The version of this shape. */
  readonly version: 1
  readonly tool: { readonly name: string; readonly version: string; readonly eslint: string }
  /** When the audit was made, as ISO 8601 says it. */
  readonly created: string
  /** What was audited: the name in its manifest, else its folder's. */
  readonly project: string
  /** Which rules were asked: a config of the plugin, or a file that the reader has named. */
  readonly config: string
  readonly files: FilesRead
  readonly libraries: readonly Library[]
  readonly findings: readonly Finding[]
  /** What the manifest and the pages say about the rules that have reported something. */
  readonly rules: Readonly<Record<string, RuleFacts>>
  readonly suppressed: readonly Suppressed[]
  readonly switchedOff: readonly SwitchedOff[]
  /** Null where only findings are known, as a formatter of ESLint is told. */
  readonly inventory: Inventory | null
  /** The rules that were asked. */
  readonly asked: readonly string[]
  /** The kinds of events that happen in the code. */
  readonly seen: readonly EventType[]
  readonly coverage: readonly Covered[]
  /** The findings that an older report does not have, where there is one to compare with. */
  readonly baseline: { readonly added: readonly string[] } | null
}

/** A requirement of the OWASP ASVS, and what the audit can say of it. */
export interface Covered {
  readonly id: string
  readonly version: string
  readonly url: string
  readonly asks: string
  readonly status: CoverageStatus
  /** Why, where it is not plain. */
  readonly note: string
  /** The findings about it, by their ids. */
  readonly findings: readonly string[]
}

/** A rule finds a requirement broken or nothing to say; it can't show that it is kept everywhere. */
export const COVERAGE_STATUSES = ['broken', 'nothing found', 'not applicable', 'not asked', 'by hand'] as const
export type CoverageStatus = (typeof COVERAGE_STATUSES)[number]

export interface FilesRead {
  readonly audited: number
  /** How many of these have code of sessions, cookies or tokens. */
  readonly withSessionCode: number
  readonly notAudited: readonly NotAudited[]
  /** Files of languages that ESLint reads with parsers of their own, by their endings. */
  readonly otherLanguages: Readonly<Record<string, number>>
}

/** A file that should have been read, and was not. */
export interface NotAudited {
  readonly file: string
  readonly reason: 'ignored' | 'link' | 'minified' | 'parser' | 'size' | 'syntax' | 'unreadable'
  readonly detail: string
}

/** A library of sessions, cookies or tokens that the project uses. */
export interface Library {
  readonly name: string
  readonly for: readonly ('cookies' | 'cors' | 'csrf' | 'requests' | 'sessions' | 'storage' | 'stores' | 'tokens')[]
  /** The range in the nearest manifest. */
  readonly range: string | null
  /** In how many files its code was recognised. */
  readonly files: number
}

export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

export interface Finding extends Place {
  /** The same for the same flaw, when other lines of the file move. */
  readonly id: string
  readonly rule: string
  readonly severity: Severity
  readonly level: 'error' | 'warning'
  readonly message: string
  readonly endLine: number
  readonly endColumn: number
  readonly snippet: Snippet
  readonly repair: Repair | null
  /** What correct code looks like, where there is no repair: from the page of the rule. */
  readonly example: Example | null
}

/** Lines of the file around a finding; secrets in them are blotted out. */
export interface Snippet {
  readonly start: number
  readonly lines: readonly string[]
}

export interface Repair {
  /** A fix is made by `eslint --fix`; a suggestion is offered by the editor. */
  readonly kind: 'fix' | 'suggestion'
  readonly title: string
  readonly hunks: readonly Hunk[]
  /** The edit itself, in characters from the beginning of the file. */
  readonly edit: { readonly start: number; readonly end: number; readonly text: string }
}

/** Lines of a difference; each begins with a space, a minus or a plus. */
export interface Hunk {
  readonly start: number
  readonly lines: readonly string[]
}

export interface Example {
  readonly language: string
  readonly code: string
}

export interface RuleFacts {
  readonly description: string
  readonly severity: Severity
  readonly page: string
  /** What an attacker does with it, from the page of the rule. */
  readonly why: string
  /** The weakness first, then related ones. */
  readonly cwe: readonly number[]
  readonly references: readonly Reference[]
}

/** Where the requirement behind a rule is written. */
export interface Reference {
  readonly source: string
  readonly links: readonly Link[]
}

export interface Link {
  readonly text: string
  readonly url: string
}

/** A finding that a comment in the code suppresses. */
export interface Suppressed extends Place {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** What the comment says behind `--`. */
  readonly justification: string
}

/** A comment by which the code changes what is asked of it. */
export interface SwitchedOff extends Place {
  readonly comment: string
}

/** A count of findings for each severity. */
export function countBySeverity(findings: readonly { readonly severity: Severity }[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return { critical: count('critical'), high: count('high'), medium: count('medium'), low: count('low') }
}
