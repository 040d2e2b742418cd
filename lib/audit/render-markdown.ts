import { CHECKLIST } from './checklist.js'
import { inventory, linksTo } from './markdown-inventory.js'
import { block, code, link, message, plain, table } from './markdown-text.js'
import { countBySeverity, SEVERITIES, type Finding, type Report, type RuleFacts } from './report.js'
import { baselineOf, conclusionOf, counted, COVERAGE_LEGEND, LOOKED_FOR, otherLanguagesOf } from './words.js'

/** The report as Markdown, for a repository, a ticket or a pull request. */
export function renderMarkdown(report: Report): string {
  const sections = [
    `# Session security audit of ${plain(report.project)}`,
    `**${conclusionOf(report)}**`,
    facts(report),
    '## Summary',
    summary(report),
    ...libraries(report),
    ...inventory(report),
    '## Findings',
    ...findings(report),
    '## OWASP ASVS',
    COVERAGE_LEGEND,
    coverage(report),
    '## For a person to check',
    CHECKLIST.map(({ how, requirements, title }) => `- [ ] **${title}.** ${how} (${requirements.join(', ')})`).join('\n'),
    ...suppressions(report),
    ...notAudited(report),
  ]
  return `${sections.join('\n\n')}\n`
}

function facts(report: Report): string {
  const { config, created, files, tool } = report
  return [
    `- Date: ${created.slice(0, 10)}`,
    `- Rules: ${code(config)} of ${tool.name} ${tool.version}, on ESLint ${tool.eslint}`,
    `- Files: ${counted(files.audited, 'file')} audited, ${files.withSessionCode} of them with code of sessions, cookies or tokens`,
    ...(report.baseline ? [`- Baseline: ${baselineOf(report)} ${linksTo(report)(report.baseline.added)}`] : []),
  ].join('\n')
}

function summary(report: Report): string {
  const { files, findings: all } = report
  if (files.withSessionCode === 0) return LOOKED_FOR
  const counts = countBySeverity(all)
  const repaired = (severity: Finding['severity'], kind: 'fix' | 'suggestion') =>
    all.filter((finding) => finding.severity === severity && finding.repair?.kind === kind).length
  return table(
    ['severity', 'findings', 'repaired by `eslint --fix`', 'repair offered by the editor'],
    SEVERITIES.map((severity) => [
      severity,
      String(counts[severity]),
      String(repaired(severity, 'fix')),
      String(repaired(severity, 'suggestion')),
    ]),
  )
}

function libraries(report: Report): string[] {
  if (report.libraries.length === 0) return []
  const rows = report.libraries.map(({ files, for: uses, name, range }) => [
    code(name),
    uses.join(', '),
    range === null ? '–' : code(range),
    files === 0 ? 'not recognised in the code' : counted(files, 'file'),
  ])
  return ['What the project uses:', table(['library', 'for', 'in the manifest', 'in the code'], rows)]
}

function findings({ findings: all, rules }: Report): string[] {
  if (all.length === 0) return ['None.']
  let explained = ''
  return all.flatMap((finding, index) => {
    const isNew = finding.rule !== explained
    explained = finding.rule
    const rule = rules[finding.rule]
    return [...(isNew && rule ? heading(finding.rule, rule) : []), ...one(finding, index + 1)]
  })
}

/** What is the same for all findings of a rule. */
function heading(name: string, { description, page, references, severity, why }: RuleFacts): string[] {
  const sources = references.map(({ links, source }) => `${source}: ${links.map(({ text, url }) => link(text, url)).join(', ')}`)
  return [`### ${severity}: ${message(description)}`, why, `${link(code(name), page)} · ${sources.join(' · ')}`]
}

function one({ column, example, file, level, line, message: text, repair, snippet }: Finding, number: number): string[] {
  const width = String(snippet.start + snippet.lines.length).length
  const lines = snippet.lines.map((content, index) => {
    const at = snippet.start + index
    return `${at === line ? '>' : ' '} ${String(at).padStart(width)} | ${content}`
  })
  return [
    `#### Finding ${number}`,
    `${code(`${file}:${line}:${column}`)}: ${message(text)} (${level})`,
    block('text', lines),
    ...(repair
      ? [repair.kind === 'fix' ? 'Repair, made by `eslint --fix`:' : `Repair, offered by the editor: ${message(repair.title)}`]
      : []),
    ...(repair ? repair.hunks.map((hunk) => block('diff', [`@@ line ${hunk.start} @@`, ...hunk.lines])) : []),
    ...(example
      ? [
          'No repair can be read from the source. Correct code looks like this:',
          block(example.language, example.code.split('\n')),
        ]
      : []),
  ]
}

function coverage(report: Report): string {
  const links = linksTo(report)
  const rows = report.coverage.map(({ asks, findings: about, id, note, status, url }) => [
    link(id, url),
    asks,
    `${status === 'broken' ? '**broken**' : status}${note === '' ? '' : `: ${note}`}`,
    links(about) || '–',
  ])
  return table(['requirement', 'asks for', 'audit', 'findings'], rows)
}

function suppressions({ suppressed, switchedOff }: Report): string[] {
  const rows = suppressed.map(({ file, justification, line, message: text, rule, severity }) => [
    code(`${file}:${line}`),
    severity,
    code(rule),
    message(text),
    justification === '' ? '**none given**' : plain(justification),
  ])
  const comments = switchedOff.map(({ comment, file, line }) => [code(`${file}:${line}`), code(comment)])
  return [
    ...(rows.length > 0
      ? [
          '## Suppressed findings',
          'Comments in the code say that these are accepted.',
          table(['where', 'severity', 'rule', 'finding', 'justification'], rows),
        ]
      : []),
    ...(comments.length > 0 ? ['## Rules that the code switches off', table(['where', 'comment'], comments)] : []),
  ]
}

function notAudited({ files }: Report): string[] {
  const rows = files.notAudited.map(({ detail, file }) => [code(file), plain(detail)])
  const others = otherLanguagesOf(files).map(([names, why]) => [code(names), message(why)])
  if (rows.length + others.length === 0) return []
  return ['## Not audited', table(['file', 'why'], [...rows, ...others])]
}
