import type { ManifestRow } from '../manifest.js'
import type { Link, Reference } from './report.js'

/** Where the requirement behind a rule is written, by source; sources that say nothing are left out. */
export function referencesOf({ asvs, cheatSheet, cwe, nist, top10, wstg }: ManifestRow): Reference[] {
  const categories = top10.filter((category) => category !== null)
  const sections = cheatSheet === undefined ? [] : [cheatSheet]
  const references: Reference[] = [
    { source: 'CWE', links: cwe.map((id) => ({ text: `CWE-${id}`, url: `https://cwe.mitre.org/data/definitions/${id}.html` })) },
    { source: 'OWASP ASVS', links: asvs.map(asvsLink) },
    { source: 'OWASP Top 10', links: categories.map((category) => ({ text: category, url: top10Page(category) })) },
    {
      source: 'OWASP Session Management Cheat Sheet',
      links: sections.map((section) => ({ text: section, url: `${CHEAT_SHEET}#${slugOf(section)}` })),
    },
    { source: 'NIST SP 800-63B', links: nist === undefined ? [] : nistLinks(nist) },
    { source: 'OWASP Web Security Testing Guide', links: wstg.map((id) => ({ text: id, url: WSTG })) },
  ]
  return references.filter(({ links }) => links.length > 0)
}

const CHEAT_SHEET = 'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html'
const WSTG =
  'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/06-Session_Management_Testing/'

/** The pages of the chapters that the rules cite. */
const ASVS_CHAPTERS: Readonly<Record<string, string>> = {
  'v4.0.3-2': '0x11-V2-Authentication.md',
  'v4.0.3-3': '0x12-V3-Session-management.md',
  'v4.0.3-4': '0x12-V4-Access-Control.md',
  'v4.0.3-6': '0x14-V6-Cryptography.md',
  'v4.0.3-7': '0x15-V7-Error-Logging.md',
  'v4.0.3-8': '0x16-V8-Data-Protection.md',
  'v4.0.3-9': '0x17-V9-Communications.md',
  'v5.0.0-3': '0x12-V3-Web-Frontend-Security.md',
  'v5.0.0-7': '0x16-V7-Session-Management.md',
  'v5.0.0-9': '0x18-V9-Self-contained-Tokens.md',
  'v5.0.0-10': '0x19-V10-OAuth-and-OIDC.md',
  'v5.0.0-11': '0x20-V11-Cryptography.md',
  'v5.0.0-12': '0x21-V12-Secure-Communication.md',
  'v5.0.0-13': '0x22-V13-Configuration.md',
  'v5.0.0-14': '0x23-V14-Data-Protection.md',
  'v5.0.0-16': '0x25-V16-Security-Logging-and-Error-Handling.md',
}

/** A requirement of the ASVS, with its chapter behind it. */
export function asvsLink(id: string): Link {
  return { text: id, url: asvsPage(id) }
}

/** The requirement's chapter at the tag of its release; the list of chapters for one that no rule has cited yet. */
function asvsPage(id: string): string {
  const [, release = '', chapter = ''] = /^(v\d+\.\d+\.\d+)-(\d+)\.\d+\.\d+$/.exec(id) ?? []
  if (release === '') throw new Error(`${id} is no requirement of the ASVS: write v5.0.0-7.2.4.`)
  const folder = `${release}_release/${release.slice(1, 4)}/en`
  const page = ASVS_CHAPTERS[`${release}-${chapter}`]
  return page === undefined
    ? `https://github.com/OWASP/ASVS/tree/${folder}`
    : `https://github.com/OWASP/ASVS/blob/${folder}/${page}`
}

const TOP10_TITLES: Readonly<Record<string, string>> = {
  'A01:2021': 'Broken_Access_Control',
  'A02:2021': 'Cryptographic_Failures',
  'A04:2021': 'Insecure_Design',
  'A05:2021': 'Security_Misconfiguration',
  'A07:2021': 'Identification_and_Authentication_Failures',
  'A08:2021': 'Software_and_Data_Integrity_Failures',
  'A01:2025': 'Broken_Access_Control',
  'A02:2025': 'Security_Misconfiguration',
  'A04:2025': 'Cryptographic_Failures',
  'A06:2025': 'Insecure_Design',
  'A07:2025': 'Authentication_Failures',
  'A10:2025': 'Mishandling_of_Exceptional_Conditions',
}

function top10Page(category: string): string {
  const [number = '', year = ''] = category.split(':')
  const title = TOP10_TITLES[category]
  return title === undefined ? `https://owasp.org/Top10/${year}/` : `https://owasp.org/Top10/${year}/${number}_${year}-${title}/`
}

function nistLinks([third, fourth]: readonly [string | null, string | null]): Link[] {
  const chapter = fourth?.startsWith('2') ? 'aal' : 'session'
  return [
    ...(third === null ? [] : [{ text: `revision 3, section ${third}`, url: 'https://pages.nist.gov/800-63-3/sp800-63b.html' }]),
    ...(fourth === null
      ? []
      : [{ text: `revision 4, section ${fourth}`, url: `https://pages.nist.gov/800-63-4/sp800-63b/${chapter}/` }]),
  ]
}

function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-')
}
