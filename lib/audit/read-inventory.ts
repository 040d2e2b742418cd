import type { AuditedFile } from './audit-files.js'
import { COOKIE_COLUMNS, type Cell, type CookieColumn, type CookieRow, type Inventory } from './inventory.js'
import type { Finding, Place } from './report.js'

/** Which rules speak of which column. */
const RULES: Readonly<Record<CookieColumn, readonly string[]>> = {
  httpOnly: ['require-http-only', 'no-client-side-session-cookie'],
  secure: ['require-secure'],
  sameSite: ['require-same-site'],
  prefix: ['prefer-host-prefix'],
  domain: ['no-broad-cookie-scope'],
  path: [],
  lifetime: ['require-max-age', 'no-excessive-lifetime', 'require-absolute-timeout'],
}

const ROLES = ['session', 'unknown', 'other'] as const

/** The cookies, sessions, logins and logouts of all files, each with the findings about it. */
export function readInventory(files: readonly AuditedFile[], findings: readonly Finding[]): Inventory {
  const judged = files
    .filter(({ observed: { cookies, handlers, ids, sessions } }) => [cookies, handlers, ids, sessions].some((rows) => rows.length > 0))
    .map(({ file, observed }) => ({ file, observed, own: findings.filter((finding) => finding.file === file) }))
  const rowsOf = <T>(read: (observed: AuditedFile['observed'], own: readonly Finding[], file: string) => readonly T[]) =>
    judged.flatMap(({ file, observed, own }) => read(observed, own, file))

  return {
    cookies: rowsOf(({ cookies }, own, file) => cookies.map((row) => judgedCookie({ ...row, file }, own))).toSorted(byRole),
    sessions: rowsOf(({ sessions }, own, file) =>
      sessions.map((row) => ({ ...row, file, findings: idsOf(own.filter((finding) => isAt(finding, row))) })),
    ),
    ids: rowsOf(({ ids }, own, file) =>
      ids.map((row) => ({
        ...row,
        file,
        findings: idsOf(own.filter((finding) => finding.rule === 'no-weak-session-id' && isAt(finding, row))),
      })),
    ),
    handlers: rowsOf(({ handlers }, own, file) =>
      handlers.map((row) => ({ ...row, file, findings: idsOf(own.filter((finding) => isOfHandler(finding, row))) })),
    ),
  }
}

function judgedCookie(row: CookieRow, findings: readonly Finding[]): CookieRow {
  const judged = (column: CookieColumn): Cell => {
    const cell = row.cells[column]
    const about = findings.filter(
      (finding) => RULES[column].includes(finding.rule) && (isAt(finding, row) || isAt(finding, cell)),
    )
    return { ...cell, findings: idsOf(about) }
  }
  const cells = {
    httpOnly: judged('httpOnly'),
    secure: judged('secure'),
    sameSite: judged('sameSite'),
    prefix: judged('prefix'),
    domain: judged('domain'),
    path: judged('path'),
    lifetime: judged('lifetime'),
  }
  const ofCells = COOKIE_COLUMNS.flatMap((column) => cells[column].findings)
  const ofOptions = findings.filter((finding) => finding.rule === 'valid-cookie-options' && isAt(finding, row))
  return { ...row, cells, findings: [...new Set([...ofCells, ...idsOf(ofOptions)])] }
}

function isAt(finding: Place, { column, line }: { readonly line: number | null; readonly column: number | null }): boolean {
  return finding.line === line && finding.column === column
}

function isOfHandler(
  { line, rule }: Finding,
  { endLine, kind, line: first }: { readonly kind: string; readonly line: number; readonly endLine: number },
): boolean {
  return line >= first && line <= endLine && (kind === 'login' ? OF_LOGINS : OF_ENDS).test(rule)
}

const OF_LOGINS = /^(?:require-regenerate-after-login|no-unhandled-session-error)$/
const OF_ENDS = /^(?:require-store-delete-on-logout|require-cookie-clear-on-logout|no-get-logout|no-unhandled-session-error)$/

function idsOf(findings: readonly Finding[]): string[] {
  return findings.map(({ id }) => id)
}

function byRole(a: CookieRow, b: CookieRow): number {
  return ROLES.indexOf(a.role) - ROLES.indexOf(b.role)
}
