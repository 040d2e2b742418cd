import type { Linter } from 'eslint'
import { createHash } from 'node:crypto'
import manifest from '../../eslint-plugin.config.js'
import type { Manifest, ManifestRow } from '../manifest.js'
import { NAMESPACE, pageOf } from '../package.js'
import type { AuditedFile } from './audit-files.js'
import { readRepair } from './read-repair.js'
import { referencesOf } from './references.js'
import { SEVERITIES, type Finding, type Report, type RuleFacts, type Suppressed, type SwitchedOff } from './report.js'
import { exampleOf, reasonOf } from './rule-pages.js'
import { blotOut, linesOf } from './source-lines.js'

/** Lines that are shown before and behind what is reported. */
const AROUND = 2

/** A finding that is as long as a function is shown by its beginning. */
const MOST_LINES = 12

const rows: Manifest = manifest

type Findings = Pick<Report, 'findings' | 'rules' | 'suppressed' | 'switchedOff'>

/** What the linter says of the files, as a reviewer wants to read it: the worst first. */
export function readFindings(files: readonly AuditedFile[]): Findings {
  const findings = sorted(files.flatMap(findingsIn))
  const reported = [...new Set(findings.map(({ rule }) => rule))].sort()
  return {
    findings,
    rules: Object.fromEntries(reported.flatMap((rule) => (rows[rule] ? [[rule, factsOf(rule, rows[rule])]] : []))),
    suppressed: files.flatMap(suppressedIn),
    switchedOff: files.flatMap(switchedOffIn),
  }
}

function findingsIn(audited: AuditedFile): Finding[] {
  const { file, messages, observed, text } = audited
  const shown = blotOut(text, observed.secrets)
  const lines = linesOf(shown)
  const libraries = observed.frameworks.map(({ name }) => name)
  const seen = new Map<string, number>()

  return messages.flatMap((message) => {
    const rule = ruleOf(message)
    const row = rows[rule]
    if (!row) return []
    const { column, line } = message
    const [endLine, endColumn] = [message.endLine ?? line, message.endColumn ?? column]
    const repair = readRepair(message, shown)
    const [first, last] = [Math.max(1, line - AROUND), Math.min(lines.length, Math.min(endLine, line + MOST_LINES) + AROUND)]
    const key = [rule, file, message.messageId ?? '', (lines[line - 1] ?? '').replace(/\s+/g, ' ').trim()].join('\n')
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    const finding: Finding = {
      id: createHash('sha256').update(`${key}\n${nth}`).digest('hex').slice(0, 16),
      rule,
      severity: row.severity,
      level: message.severity === 2 ? 'error' : 'warning',
      message: message.message,
      file,
      line,
      column,
      endLine,
      endColumn,
      snippet: { start: first, lines: lines.slice(first - 1, last) },
      repair,
      example: repair ? null : exampleOf(rule, libraries),
    }
    return [finding]
  })
}

function suppressedIn({ file, suppressed }: AuditedFile): Suppressed[] {
  return suppressed.flatMap((message) => {
    const rule = ruleOf(message)
    const row = rows[rule]
    const justification = message.suppressions
      .map((suppression) => suppression.justification)
      .filter((text) => text !== '')
      .join('; ')
    const { column, line } = message
    return row ? [{ rule, severity: row.severity, message: message.message, file, line, column, justification }] : []
  })
}

function switchedOffIn({ file, observed: { directives } }: AuditedFile): SwitchedOff[] {
  return directives.map(({ column, line, text }) => ({ file, line, column, comment: text }))
}

function factsOf(rule: string, row: ManifestRow): RuleFacts {
  return {
    description: row.rule.meta?.docs?.description ?? '',
    severity: row.severity,
    page: pageOf(rule),
    why: reasonOf(rule),
    cwe: row.cwe,
    references: referencesOf(row),
  }
}

function ruleOf({ ruleId }: Linter.LintMessage): string {
  return ruleId?.slice(NAMESPACE.length + 1) ?? ''
}

/** From the worst; those of one rule together. */
export function sorted(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(bySeverity)
}

function bySeverity(a: Finding, b: Finding): number {
  const order = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
  if (order !== 0) return order
  if (a.rule !== b.rule) return a.rule < b.rule ? -1 : 1
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}
