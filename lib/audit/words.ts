import type { CookieColumn } from './inventory.js'
import { countBySeverity, SEVERITIES, type Finding, type NotAudited, type Report } from './report.js'

/** `1 finding`, `2 findings` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** `2 critical, 1 low`; nothing for those that there are none of. */
export function severitiesOf(findings: readonly Finding[]): string {
  const counts = countBySeverity(findings)
  return SEVERITIES.flatMap((severity) => (counts[severity] > 0 ? [`${counts[severity]} ${severity}`] : [])).join(', ')
}

/** `a, b and c` */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

/** What the report comes to, in a sentence. */
export function conclusionOf({ files, findings }: Pick<Report, 'files' | 'findings'>): string {
  if (files.audited === 0) return 'Nothing was audited.'
  if (findings.length > 0) {
    const inFiles = counted(new Set(findings.map(({ file }) => file)).size, 'file')
    return `${counted(findings.length, 'finding')} in ${inFiles}: ${severitiesOf(findings)}.`
  }
  if (files.withSessionCode === 0) return 'No code of sessions, cookies or tokens was found.'
  return 'No flaw was found.'
}

/** What was looked for where nothing was found. */
export const LOOKED_FOR =
  'It was looked for session middleware and its options, `Set-Cookie` headers and calls that write cookies, logins and logouts, tokens that are made or read, secrets of sessions, and session IDs that the program makes. Code of these kinds in a language that was not read, or behind functions of a private package, is not seen.'

/** Whether files are missing that should have been read; bundles and links are left out on purpose. */
export function isIncomplete(files: Report['files']): boolean {
  return files.notAudited.some(isFailure)
}

export function isFailure({ reason }: NotAudited): boolean {
  return reason === 'parser' || reason === 'size' || reason === 'syntax' || reason === 'unreadable'
}

/** The heads of the matrix of cookies. */
export const COOKIE_HEADS: Readonly<Record<CookieColumn, string>> = {
  httpOnly: 'HttpOnly',
  secure: 'Secure',
  sameSite: 'SameSite',
  prefix: 'prefix',
  domain: 'Domain',
  path: 'Path',
  lifetime: 'lifetime',
}

export const COOKIE_LEGEND =
  'Default: the library sets it. Missing: nothing sets it; without a lifetime a cookie stays until the browser is closed. Run time: the code or the environment decides. Cookies that are no session need less.'

export const COVERAGE_LEGEND =
  'A rule can show that a requirement is broken, never that it is kept everywhere: where nothing was found, the code that was seen gives no reason to doubt it.'

/** Files of languages that were not read: which, and why. */
export function otherLanguagesOf({ otherLanguages }: Report['files']): (readonly [files: string, why: string])[] {
  return Object.entries(otherLanguages).map(([ending, count]) => [
    `*${ending}`,
    `${counted(count, 'file')} of a language with a parser of its own, which an ESLint config names: \`--config\``,
  ])
}

/** What it means for a cookie that an attribute is missing, where that is no lack. */
export const MISSING: Readonly<Record<CookieColumn, string>> = {
  httpOnly: 'missing',
  secure: 'missing',
  sameSite: 'missing',
  prefix: 'none',
  domain: 'this host only',
  path: 'path of the request',
  lifetime: 'missing',
}

export const UNKNOWN =
  'Cookies, sessions, logins and logouts that are sound are not known here, nor what was not asked: a formatter is told the findings alone. `npx eslint-plugin-session-security` lists them all.'

/** How the findings stand against an older report; nothing where there is none. */
export function baselineOf({ baseline, findings }: Pick<Report, 'baseline' | 'findings'>): string {
  if (!baseline) return ''
  return `${baseline.added.length} new, ${findings.length - baseline.added.length} known from the baseline.`
}
