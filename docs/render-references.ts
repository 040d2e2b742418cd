import { asvsLink as linkOf, referencesOf as linksOf } from '../lib/audit/references.js'
import type { Link } from '../lib/audit/report.js'
import type { ManifestRow } from '../lib/manifest.js'

/** Where the requirement behind a rule is written, by source; sources that say nothing are left out. */
export function referencesOf(row: ManifestRow): (readonly [source: string, links: readonly string[]])[] {
  return linksOf(row).map(({ links, source }) => [source, links.map(inMarkdown)])
}

/** A requirement, with its chapter behind it. */
export function asvsLink(id: string): string {
  return inMarkdown(linkOf(id))
}

function inMarkdown({ text, url }: Link): string {
  return `[${text}](${url})`
}
