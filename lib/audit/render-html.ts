import { createHash } from 'node:crypto'
import { CHECKLIST } from './checklist.js'
import { coverageChart, severityChart } from './html-charts.js'
import { findingsSection } from './html-findings.js'
import { cookieTable, linksTo, placeOf, sessionTables, table, type Links } from './html-inventory.js'
import { styleOf } from './html-style.js'
import { html, link, message, trusted, type Markup } from './html-text.js'
import type { Report } from './report.js'
import { baselineOf, conclusionOf, COOKIE_LEGEND, counted, COVERAGE_LEGEND, LOOKED_FOR, otherLanguagesOf } from './words.js'

/** The report as one page that loads nothing and runs nothing. */
export function renderHtml(report: Report): string {
  const rules = [...new Set(report.findings.map(({ rule }) => rule))].sort()
  const files = [...new Set(report.findings.map(({ file }) => file))].sort()
  const style = styleOf(report, rules, files)
  const links = linksTo(report)
  const sections = [
    section('summary', 'Summary', summary(report)),
    section('findings', 'Findings', findingsSection(report, rules, files)),
    section('cookies', 'Cookies', html`<p class="soft">${COOKIE_LEGEND}</p>${cookieTable(report, links)}`),
    section('sessions', 'Sessions', sessionTables(report, links)),
    section('coverage', 'OWASP ASVS', coverage(report, links)),
    section('checklist', 'For a person to check', checklist()),
    ...suppressions(report),
    ...notAudited(report),
  ]
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Session security audit of ${report.project}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#findings">To the findings</a>
<header>
<h1>Session security audit of ${report.project}</h1>
<p class="conclusion">${conclusionOf(report)}</p>
${facts(report)}
<nav aria-label="Sections"><ul>${sections.map(({ id, title }) => html`<li>${link(title, `#${id}`)}</li>`)}</ul></nav>
</header>
<main>
${sections.map(({ content, id, title }) => html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>\n${content}\n</section>\n`)}</main>
</body>
</html>
`.markup
}

interface Section {
  readonly id: string
  readonly title: string
  readonly content: Markup
}

function section(id: string, title: string, content: Markup): Section {
  return { id, title, content }
}

function facts(report: Report): Markup {
  const { baseline, config, created, files, tool } = report
  return html`<dl>
<dt>Date</dt><dd>${created.slice(0, 10)}</dd>
<dt>Rules</dt><dd><code>${config}</code> of ${tool.name} ${tool.version}, on ESLint ${tool.eslint}</dd>
<dt>Files</dt><dd>${counted(files.audited, 'file')} audited, ${files.withSessionCode} of them with code of sessions, cookies or tokens</dd>
${baseline ? html`<dt>Baseline</dt><dd>${baselineOf(report)} ${linksTo(report)(baseline.added)}</dd>` : ''}</dl>`
}

function summary(report: Report): Markup {
  const { coverage: requirements, files, findings, libraries } = report
  const versions = [...new Set(requirements.map(({ version }) => version))]
  const repaired = (kind: 'fix' | 'suggestion') => findings.filter(({ repair }) => repair?.kind === kind).length
  return html`${files.withSessionCode === 0 ? html`<p>${message(LOOKED_FOR)}</p>` : ''}
<div class="charts">${severityChart(report)}${versions.map((version) =>
    coverageChart(
      version,
      requirements.filter((requirement) => requirement.version === version),
    ),
  )}</div>
<p>${message(`${repaired('fix')} repaired by \`eslint --fix\`, ${repaired('suggestion')} with a repair that the editor offers, ${findings.length - repaired('fix') - repaired('suggestion')} that need a decision.`)}</p>
${
  libraries.length === 0
    ? ''
    : table(
        'Libraries',
        ['library', 'for', 'in the manifest', 'in the code'],
        libraries.map((library) => [
          html`<code>${library.name}</code>`,
          library.for.join(', '),
          library.range ?? '–',
          library.files === 0 ? 'not recognised in the code' : counted(library.files, 'file'),
        ]),
      )
}`
}

function coverage({ coverage: requirements }: Report, links: Links): Markup {
  return html`<p class="soft">${COVERAGE_LEGEND}</p>${table(
    'Requirements of the OWASP ASVS',
    ['requirement', 'asks for', 'audit', 'findings'],
    requirements.map(({ asks, findings, id, note, status, url }) => [
      link(id, url),
      html`${message(asks)}`,
      html`<span class="${status === 'broken' ? 'broken' : 'status'}">${status}</span>${note === '' ? '' : html`<br><span class="soft">${message(note)}</span>`}`,
      links(findings),
    ]),
  )}`
}

function checklist(): Markup {
  return html`<ul>${CHECKLIST.map(({ how, requirements, title }) => html`<li><strong>${title}.</strong> ${message(how)} <span class="soft">${requirements.join(', ')}</span></li>\n`)}</ul>`
}

function suppressions({ suppressed, switchedOff }: Report): Section[] {
  if (suppressed.length + switchedOff.length === 0) return []
  const accepted = suppressed.map((finding) => [
    placeOf(finding),
    finding.severity,
    html`<code>${finding.rule}</code>`,
    html`${message(finding.message)}`,
    finding.justification === '' ? html`<strong>none given</strong>` : finding.justification,
  ])
  const comments = switchedOff.map((row) => [placeOf(row), html`<code>${row.comment}</code>`])
  return [
    section(
      'suppressed',
      'Suppressed in the code',
      html`${accepted.length === 0 ? '' : table('Suppressed findings', ['where', 'severity', 'rule', 'finding', 'justification'], accepted)}
${comments.length === 0 ? '' : table('Comments that change what is asked', ['where', 'comment'], comments)}`,
    ),
  ]
}

function notAudited({ files }: Report): Section[] {
  const rows = [
    ...files.notAudited.map(({ detail, file }) => [html`<code>${file}</code>`, detail]),
    ...otherLanguagesOf(files).map(([files, why]) => [html`<code>${files}</code>`, html`${message(why)}`]),
  ]
  return rows.length === 0 ? [] : [section('not-audited', 'Not audited', table('Not audited', ['file', 'why'], rows))]
}
