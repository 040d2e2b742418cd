import { html, link, message, type Markup } from './html-text.js'
import { SEVERITIES, type Finding, type Hunk, type Report, type RuleFacts } from './report.js'

/** The findings with their filters. */
export function findingsSection(report: Report, rules: readonly string[], files: readonly string[]): Markup {
  const { findings } = report
  if (findings.length === 0) return html`<p>None.</p>`
  return html`${filters(rules, files)}
${findings.map((finding, index) => article(finding, index + 1, report.rules[finding.rule], `r${rules.indexOf(finding.rule)} f${files.indexOf(finding.file)}`))}
<p class="soft shown-line"><span class="shown"></span> of ${findings.length} shown</p>`
}

function filters(rules: readonly string[], files: readonly string[]): Markup {
  const options = (names: readonly string[], letter: string) =>
    names.map((name, index) => html`<option value="${letter}${index}">${name}</option>`)
  return html`<form class="filters" autocomplete="off" aria-label="Which findings are shown">
<fieldset><legend>Severity</legend>${SEVERITIES.map((severity) => html`<label><input type="checkbox" id="show-${severity}" checked> ${severity}</label>`)}</fieldset>
<div><label for="by-rule">Rule</label><select id="by-rule"><option value="">all</option>${options(rules, 'r')}</select></div>
<div><label for="by-file">File</label><select id="by-file"><option value="">all</option>${options(files, 'f')}</select></div>
</form>`
}

function article(finding: Finding, number: number, rule: RuleFacts | undefined, classes: string): Markup {
  const { column, example, file, level, line, message: text, repair, rule: name, severity } = finding
  return html`<article class="finding ${severity} ${classes}" id="finding-${number}" aria-labelledby="finding-${number}-title">
<h3 id="finding-${number}-title"><a href="#finding-${number}">${number}</a> · <span class="severity ${severity}">${severity}</span> · ${message(text)}</h3>
<p><code>${file}:${line}:${column}</code> · ${rule ? link(html`<code>${name}</code>`, rule.page) : name} (${level})</p>
${vulnerable(finding)}
${repair ? html`<p>${repair.kind === 'fix' ? message('Repair, made by `eslint --fix`:') : ['Repair, offered by the editor: ', ...message(repair.title)]}</p>${repair.hunks.map(difference)}` : ''}
${
  example
    ? html`<p>No repair can be read from the source. Correct code looks like this:</p>${block(
        example.code.split('\n').map((content) => html`<span class="line">${content}</span>`),
        'Correct code',
      )}`
    : ''
}
${rule ? why(rule) : ''}
</article>
`
}

function why({ description, references, why: reason }: RuleFacts): Markup {
  const sources = references.map(
    ({ links, source }) =>
      html`<dt>${source}</dt><dd>${links.flatMap(({ text, url }, index) => [index > 0 ? ', ' : '', link(text, url)])}</dd>`,
  )
  return html`<details><summary>Why it matters, and where it is asked</summary><p>${message(description)}.</p><p>${message(reason)}</p><dl>${sources}</dl></details>`
}

function vulnerable({ column, endColumn, endLine, line, snippet }: Finding): Markup {
  return block(
    snippet.lines.map((content, index) => {
      const at = snippet.start + index
      const number = html`<span class="number">${at}</span>`
      if (at !== line) return html`<span class="line">${number}${content}</span>`
      const [from, to] = [column - 1, endLine === line ? endColumn - 1 : content.length]
      return html`<span class="line marked">${number}${content.slice(0, from)}<mark>${content.slice(from, to)}</mark>${content.slice(to)}</span>`
    }),
    'Vulnerable code',
  )
}

function difference({ lines, start }: Hunk): Markup {
  let at = start
  return block(
    lines.map((line) => {
      const content = html`<span class="number">${line.startsWith('+') ? '' : at}</span>${line}`
      if (!line.startsWith('+')) at += 1
      if (line.startsWith('-')) return html`<del class="line">${content}</del>`
      return line.startsWith('+') ? html`<ins class="line">${content}</ins>` : html`<span class="line">${content}</span>`
    }),
    'Repair',
  )
}

/** Code that scrolls by itself, also from the keyboard. */
function block(lines: readonly Markup[], label: string): Markup {
  return html`<pre tabindex="0" role="group" aria-label="${label}"><code>${lines}</code></pre>`
}
