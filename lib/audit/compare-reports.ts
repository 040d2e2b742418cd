import { code, message, plain } from './markdown-text.js'
import type { Finding, Report } from './report.js'
import { counted } from './words.js'

export interface Comparison {
  /** In the new report alone. */
  readonly added: readonly Finding[]
  /** In the old report alone. */
  readonly fixed: readonly Finding[]
  readonly remaining: readonly Finding[]
}

/** What has changed from one report to another; a finding is the same where its line and its file are. */
export function compareReports(old: Pick<Report, 'findings'>, current: Pick<Report, 'findings'>): Comparison {
  const idsIn = ({ findings }: Pick<Report, 'findings'>) => new Set(findings.map(({ id }) => id))
  const [before, after] = [idsIn(old), idsIn(current)]
  return {
    added: current.findings.filter(({ id }) => !before.has(id)),
    fixed: old.findings.filter(({ id }) => !after.has(id)),
    remaining: current.findings.filter(({ id }) => before.has(id)),
  }
}

/** The difference as Markdown. */
export function renderComparison({ added, fixed, remaining }: Comparison, { project }: Report): string {
  const parts = [
    `# Session security of ${plain(project)}: what has changed`,
    `**${added.length} new, ${fixed.length} fixed, ${remaining.length} remaining.**`,
    ...list('New', added),
    ...list('Fixed', fixed),
    ...list('Remaining', remaining),
  ]
  return `${parts.join('\n\n')}\n`
}

function list(title: string, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return []
  const lines = findings.map(
    ({ file, line, message: text, rule, severity }) =>
      `- ${severity}: ${code(`${file}:${line}`)} ${message(text)} (${code(rule)})`,
  )
  return [`## ${title}: ${counted(findings.length, 'finding')}`, lines.join('\n')]
}
