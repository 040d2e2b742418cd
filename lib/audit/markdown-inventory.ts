import { COOKIE_COLUMNS, type Cell, type CookieRow, type HandlerRow, type Inventory } from './inventory.js'
import { code, link, message, table } from './markdown-text.js'
import type { Place, Report } from './report.js'
import { COOKIE_HEADS, COOKIE_LEGEND, MISSING, UNKNOWN } from './words.js'

/** What the project has of cookies and sessions, sound or not. */
export function inventory(report: Report): string[] {
  if (!report.inventory) return [UNKNOWN]
  const { cookies, handlers, ids, sessions } = report.inventory
  const links = linksTo(report)
  const verdict = (ids: readonly string[]) => links(ids) || '–'

  return [
    ...section(
      '## Cookies',
      cookieRows(cookies, links),
      ['cookie', ...COOKIE_COLUMNS.map((column) => COOKIE_HEADS[column])],
      COOKIE_LEGEND,
    ),
    ...section(
      '## Sessions',
      sessions.map((row) => [
        `${code(row.library)} ${placeOf(row)}`,
        row.data,
        message(row.store),
        message(row.secret),
        message(row.ids),
        message(row.idle),
        message(row.absolute),
        row.endedBy,
        verdict(row.findings),
      ]),
      ['set up', 'data', 'store', 'secret', 'IDs', 'idle limit', 'absolute limit', 'ended by', 'findings'],
    ),
    ...section(
      '### Logins, logouts and renewals',
      handlers.map((row) => [row.kind, handlerName(row), code(row.library), message(row.does), verdict(row.findings)]),
      ['kind', 'where', 'library', 'what it does', 'findings'],
    ),
    ...section(
      '### IDs and tokens that the program makes',
      ids.map((row) => [placeOf(row), code(row.becomes), message(row.madeBy), String(row.bits), verdict(row.findings)]),
      ['where', 'becomes', 'made by', 'bits at most', 'findings'],
    ),
  ]
}

/** Turns the ids of findings into links to them. */
export function linksTo({ findings }: Report): (ids: readonly string[]) => string {
  const numbers = new Map(findings.map(({ id }, index) => [id, index + 1]))
  return (ids) => {
    const about = ids.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b)
    return about.map((number) => link(`finding ${number}`, `#finding-${number}`)).join(', ')
  }
}

function section(heading: string, rows: readonly (readonly string[])[], head: readonly string[], legend = ''): string[] {
  if (rows.length === 0) return []
  return [heading, ...(legend === '' ? [] : [legend]), table(head, rows)]
}

function cookieRows(cookies: Inventory['cookies'], links: (ids: readonly string[]) => string): string[][] {
  return cookies.map((row) => [
    [
      nameOf(row),
      `${row.role === 'unknown' ? 'purpose unknown' : row.role}, by ${row.by === 'program' ? 'the program' : `the ${row.by}`}`,
      code(row.library),
      placeOf(row),
    ].join('<br>'),
    ...COOKIE_COLUMNS.map((column) => cellText(row.cells[column], MISSING[column], row, links)),
  ])
}

function nameOf({ expression, name }: CookieRow): string {
  if (name !== null) return `**${code(name)}**`
  return expression === '' ? 'named at run time' : `named at run time: ${code(expression)}`
}

function cellText(
  { findings, line, state, value }: Cell,
  missing: string,
  row: Place,
  links: (ids: readonly string[]) => string,
): string {
  const place = line === null || line === row.line ? '' : ` (line ${line})`
  const judged = findings.length === 0 ? '' : `<br>${links(findings)}`
  return `${stateText(state, value, missing)}${place}${judged}`
}

function stateText(state: Cell['state'], value: string, missing: string): string {
  switch (state) {
    case 'set':
      return code(value)
    case 'default':
      return `${code(value)} *default*`
    case 'dynamic':
      return value === '' ? '*run time*' : `${code(value)} *run time*`
    case 'missing':
      return `*${missing}*`
  }
}

function handlerName(row: HandlerRow): string {
  return `${row.name === '' ? '' : `${code(row.name)} `}${placeOf(row)}`
}

function placeOf({ file, line }: Place): string {
  return code(`${file}:${line}`)
}
