import { html, link, message, type Markup } from './html-text.js'
import { COOKIE_COLUMNS, type Cell, type CookieRow, type HandlerRow } from './inventory.js'
import type { Place, Report } from './report.js'
import { COOKIE_HEADS, MISSING, UNKNOWN } from './words.js'

export type Links = (ids: readonly string[]) => Markup

/** Turns the ids of findings into links to them. */
export function linksTo({ findings }: Report): Links {
  const numbers = new Map(findings.map(({ id }, index) => [id, index + 1]))
  return (ids) => {
    const about = ids.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b)
    return html`${about.flatMap((number, index) => [index > 0 ? ', ' : '', link(`finding ${number}`, `#finding-${number}`)])}`
  }
}

/** A table that scrolls by itself where the page is narrow. */
export function table(caption: string, head: readonly string[], rows: readonly (readonly (Markup | string)[])[]): Markup {
  return html`<div class="wide" tabindex="0" role="group" aria-label="${caption}"><table><thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody></table></div>`
}

export function cookieTable({ inventory }: Report, links: Links): Markup {
  if (!inventory) return html`<p>${message(UNKNOWN)}</p>`
  const { cookies } = inventory
  if (cookies.length === 0) return html`<p>None was seen.</p>`
  const rows = cookies.map((row) => [
    cookieName(row),
    ...COOKIE_COLUMNS.map((column) => cellText(row.cells[column], MISSING[column], row, links)),
  ])
  return table('Cookies and their attributes', ['cookie', ...COOKIE_COLUMNS.map((column) => COOKIE_HEADS[column])], rows)
}

export function sessionTables({ inventory }: Report, links: Links): Markup {
  if (!inventory) return html`<p>${message(UNKNOWN)}</p>`
  const { handlers, ids, sessions } = inventory
  return html`${
    sessions.length === 0
      ? html`<p>No place was seen where sessions are set up.</p>`
      : table(
          'Sessions',
          ['set up', 'data', 'store', 'secret', 'IDs', 'idle limit', 'absolute limit', 'ended by', 'findings'],
          sessions.map((row) => [
            html`<code>${row.library}</code><br>${placeOf(row)}`,
            row.data,
            text(row.store),
            text(row.secret),
            text(row.ids),
            text(row.idle),
            text(row.absolute),
            row.endedBy,
            links(row.findings),
          ]),
        )
  }
${
  handlers.length === 0
    ? ''
    : html`<h3>Logins, logouts and renewals</h3>${table(
        'Logins, logouts and renewals',
        ['kind', 'where', 'library', 'what it does', 'findings'],
        handlers.map((row) => [
          row.kind,
          handlerName(row),
          html`<code>${row.library}</code>`,
          text(row.does),
          links(row.findings),
        ]),
      )}`
}
${
  ids.length === 0
    ? ''
    : html`<h3>IDs and tokens that the program makes</h3>${table(
        'IDs and tokens that the program makes',
        ['where', 'becomes', 'made by', 'bits at most', 'findings'],
        ids.map((row) => [
          placeOf(row),
          html`<code>${row.becomes}</code>`,
          text(row.madeBy),
          String(row.bits),
          links(row.findings),
        ]),
      )}`
}`
}

function cookieName({ by, expression, file, library, line, name, role }: CookieRow): Markup {
  const shown =
    name === null
      ? html`named at run time${expression === '' ? '' : html`: <code>${expression}</code>`}`
      : html`<strong><code>${name}</code></strong>`
  return html`${shown}<br>${role === 'unknown' ? 'purpose unknown' : role}, by ${by === 'program' ? 'the program' : `the ${by}`}<br><code>${library}</code><br>${placeOf({ file, line })}`
}

function cellText({ findings, line, state, value }: Cell, missing: string, row: Place, links: Links): Markup {
  const shown = value === '' ? '' : html`<code>${value}</code> `
  const word = { set: '', default: html`<em>default</em>`, dynamic: html`<em>run time</em>`, missing: html`<em>${missing}</em>` }[
    state
  ]
  const place = line === null || line === row.line ? '' : html` <span class="soft">(line ${line})</span>`
  const content = html`${shown}${word}${place}`
  return findings.length === 0 ? content : html`<span class="broken">${content}</span><br>${links(findings)}`
}

function handlerName(row: HandlerRow): Markup {
  return html`${row.name === '' ? '' : html`<code>${row.name}</code><br>`}${placeOf(row)}`
}

export function placeOf({ file, line }: Pick<Place, 'file' | 'line'>): Markup {
  return html`<code>${file}:${line}</code>`
}

function text(words: string): Markup {
  return html`${message(words)}`
}
